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
import java.util.Arrays;
import java.util.Map;

/// A BERT-like network in ONNX Runtime with mean pooling, as in Reimers and Gurevych,
/// "Sentence-BERT" (2019). A run takes one text and computes on the calling thread alone; several
/// threads may run at once, which is faster than one run on several threads (measured in ADR 0003).
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

    /// @param tokens ids of one text, at least one
    /// @return its unit vector
    float[] run(long[] tokens) throws OrtException {
        long[] shape = {1, tokens.length};
        try (var ids = OnnxTensor.createTensor(environment, numbers(tokens), shape);
                var mask =
                        OnnxTensor.createTensor(environment, numbers(ones(tokens.length)), shape);
                var types =
                        OnnxTensor.createTensor(
                                environment, numbers(new long[tokens.length]), shape);
                var result =
                        session.run(
                                Map.of(
                                        "input_ids", ids,
                                        "attention_mask", mask,
                                        "token_type_ids", types))) {
            return mean(((OnnxTensor) result.get(0)).getFloatBuffer(), tokens.length);
        }
    }

    private static long[] ones(int count) {
        var ones = new long[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static LongBuffer numbers(long[] values) {
        return ByteBuffer.allocateDirect(values.length * Long.BYTES)
                .order(ByteOrder.nativeOrder())
                .asLongBuffer()
                .put(values)
                .flip();
    }

    /// The mean of all rows scaled to unit length; the scale makes dividing by their number
    /// needless.
    private float[] mean(FloatBuffer states, int rows) {
        var sum = new float[dimension];
        var row = new float[dimension];
        for (int r = 0; r < rows; r++) {
            states.get(r * dimension, row);
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
