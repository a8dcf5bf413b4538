package dev.pharos.models.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.UnusableException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A BERT-like network in ONNX Runtime. A run computes on the calling thread alone; several threads
/// may run at once, which is faster than one run on several threads (measured in ADR 0003). Texts
/// of one run are padded to the longest.
///
/// @param result which output holds the vectors
/// @param shape dimension and pooling
/// @param textsPerRun what is computed together
record OnnxNetwork(
        OrtEnvironment environment, OrtSession session, String result, Shape shape, int textsPerRun)
        implements Network {

    /// A GPU is idle for most of the time with less.
    private static final int TEXTS_PER_GPU_RUN = 64;

    /// Most telling first: one vector a text, then one a token.
    private static final List<String> RESULTS =
            List.of("sentence_embedding", "last_hidden_state", "token_embeddings");

    /// What goes in: ids of tokens, which of them are text, and of which of two texts they are.
    private static final List<String> INPUTS =
            List.of("input_ids", "attention_mask", "token_type_ids");

    /// What comes out.
    record Shape(int dimension, Pooling pooling) {}

    static OnnxNetwork onCpu(Path weights, Shape shape) throws IOException {
        return load(weights, shape, -1, 1);
    }

    /// @param gpu index of a CUDA device; its provider must lie beside ONNX Runtime's library
    static OnnxNetwork onGpu(Path weights, Shape shape, int gpu) throws IOException {
        int together = OnnxFile.roundsByRun(weights) ? 1 : TEXTS_PER_GPU_RUN;
        return load(weights, shape, gpu, together);
    }

    private static OnnxNetwork load(Path weights, Shape shape, int gpu, int textsPerRun)
            throws IOException {
        try (var options = new OrtSession.SessionOptions()) {
            var environment = OrtEnvironment.getEnvironment();
            environment.setTelemetry(false);
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            if (gpu >= 0) {
                options.addCUDA(gpu);
            }
            var session = environment.createSession(weights.toString(), options);
            var outputs = List.copyOf(session.getOutputNames());
            String result =
                    RESULTS.stream()
                            .filter(outputs::contains)
                            .findFirst()
                            .orElse(outputs.getFirst());
            return new OnnxNetwork(environment, session, result, shape, textsPerRun);
        } catch (OrtException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public List<float[]> run(List<long[]> texts) throws IOException {
        var vectors = new ArrayList<float[]>();
        for (int from = 0; from < texts.size(); from += textsPerRun) {
            int end = Math.min(texts.size(), from + textsPerRun);
            vectors.addAll(runTogether(texts.subList(from, end)));
        }
        return vectors;
    }

    private List<float[]> runTogether(List<long[]> texts) throws IOException {
        int longest = texts.stream().mapToInt(text -> text.length).max().orElseThrow();
        var inputs = new HashMap<String, OnnxTensor>();
        try {
            for (String name : INPUTS) {
                if (session.getInputNames().contains(name)) {
                    inputs.put(name, tensor(name, texts, longest));
                }
            }
            try (var results = session.run(Map.copyOf(inputs))) {
                return vectors((OnnxTensor) results.get(result).orElseThrow(), texts, longest);
            }
        } catch (OrtException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor tensor(String name, List<long[]> texts, int longest) throws OrtException {
        LongBuffer values =
                ByteBuffer.allocateDirect(texts.size() * longest * Long.BYTES)
                        .order(ByteOrder.nativeOrder())
                        .asLongBuffer();
        for (int i = 0; i < texts.size(); i++) {
            long[] text = texts.get(i);
            for (int t = 0; t < text.length; t++) {
                values.put(
                        i * longest + t,
                        switch (name) {
                            case "input_ids" -> text[t];
                            case "attention_mask" -> 1;
                            default -> 0;
                        });
            }
        }
        return OnnxTensor.createTensor(environment, values, new long[] {texts.size(), longest});
    }

    private List<float[]> vectors(OnnxTensor states, List<long[]> texts, int longest)
            throws IOException {
        long[] found = states.getInfo().getShape();
        int dimension = shape.dimension();
        if (found[found.length - 1] != dimension) {
            throw new UnusableException(Kind.OTHER_DIMENSION, found[found.length - 1], dimension);
        }
        FloatBuffer values = states.getFloatBuffer();
        boolean pooled = found.length == 2;
        var vectors = new ArrayList<float[]>();
        for (int i = 0; i < texts.size(); i++) {
            vectors.add(
                    pooled
                            ? Pooling.CLS.pool(values, i * dimension, 1, dimension)
                            : shape.pooling()
                                    .pool(
                                            values,
                                            i * longest * dimension,
                                            texts.get(i).length,
                                            dimension));
        }
        return vectors;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
