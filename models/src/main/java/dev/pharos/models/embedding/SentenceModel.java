package dev.pharos.models.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A BERT-like network in ONNX Runtime with mean pooling, as in Reimers and Gurevych,
/// "Sentence-BERT" (2019). One run computes on the calling thread alone; several threads may run at
/// once, which on every machine measured was faster than one run on several threads.
///
/// @param dimension of the vectors
record SentenceModel(OrtEnvironment environment, OrtSession session, int dimension)
        implements AutoCloseable {

    static SentenceModel load(Path weights, int dimension) throws OrtException {
        var environment = OrtEnvironment.getEnvironment();
        environment.setTelemetry(false);
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            var session = environment.createSession(weights.toString(), options);
            return new SentenceModel(environment, session, dimension);
        }
    }

    /// @param texts token ids, each array at least one long; shorter ones are padded
    /// @return a unit vector for each, in order
    List<float[]> run(List<long[]> texts) throws OrtException {
        int length = texts.stream().mapToInt(ids -> ids.length).max().orElseThrow();
        long[] shape = {texts.size(), length};
        var ids = numbers(texts.size() * length);
        var mask = numbers(texts.size() * length);
        for (int i = 0; i < texts.size(); i++) {
            long[] text = texts.get(i);
            ids.put(i * length, text);
            for (int k = 0; k < text.length; k++) {
                mask.put(i * length + k, 1);
            }
        }
        try (var idTensor = OnnxTensor.createTensor(environment, ids, shape);
                var maskTensor = OnnxTensor.createTensor(environment, mask, shape);
                var types = OnnxTensor.createTensor(environment, numbers(ids.capacity()), shape);
                var result =
                        session.run(
                                Map.of(
                                        "input_ids", idTensor,
                                        "attention_mask", maskTensor,
                                        "token_type_ids", types))) {
            var states = ((OnnxTensor) result.get(0)).getFloatBuffer();
            var vectors = new ArrayList<float[]>(texts.size());
            for (int i = 0; i < texts.size(); i++) {
                vectors.add(mean(states, i * length * dimension, texts.get(i).length));
            }
            return vectors;
        }
    }

    private static LongBuffer numbers(int count) {
        return ByteBuffer.allocateDirect(count * Long.BYTES)
                .order(ByteOrder.nativeOrder())
                .asLongBuffer();
    }

    /// The mean of `tokens` rows scaled to unit length; the scale makes dividing by their number
    /// needless.
    private float[] mean(FloatBuffer states, int start, int tokens) {
        var sum = new float[dimension];
        var row = new float[dimension];
        for (int t = 0; t < tokens; t++) {
            states.get(start + t * dimension, row);
            for (int d = 0; d < dimension; d++) {
                sum[d] += row[d];
            }
        }
        double squares = 0;
        for (float x : sum) {
            squares += (double) x * x;
        }
        float scale = (float) (1 / Math.sqrt(squares));
        for (int d = 0; d < dimension; d++) {
            sum[d] *= scale;
        }
        return sum;
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
