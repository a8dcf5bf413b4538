package dev.pharos.models.hardware;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;

import dev.pharos.engine.work.ChildLoop;
import dev.pharos.models.embedding.OnnxNatives;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// The process in which ONNX Runtime is tried. Answers its version and, where it was built with
/// CUDA, a second line: why that does not work, empty where it does. Its other ways to a GPU are
/// not used here.
final class OnnxProbeChild {

    /// System properties: a folder of the program's own, and whether the libraries come from a
    /// pack.
    static final String CACHE = "pharos.probe.cache";

    static final String WITH_PACK = "pharos.probe.pack";

    /// What is said of CUDA where it works.
    static final String WORKS = "";

    /// An ONNX model, 2 by 2: `y = x * x` as matrices (`MatMul`, opset 13).
    private static final String SQUARE =
            "CAg6QAoRCgF4CgF4EgF5IgZNYXRNdWwSAWdaEwoBeBIOCgwI"
                    + "ARIICgIIAgoCCAJiEwoBeRIOCgwIARIICgIIAgoCCAJCAhAN";

    private static final float[][] ONES = {{1, 1}, {1, 1}};
    private static final float[][] TWOS = {{2, 2}, {2, 2}};

    private OnnxProbeChild() {}

    public static void main(String[] args) {
        ChildLoop.serve(1, _ -> String.join("\n", said()).getBytes(UTF_8));
    }

    private static List<String> said() throws IOException {
        var cache = Path.of(System.getProperty(CACHE));
        boolean packed = Boolean.getBoolean(WITH_PACK);
        if (!packed) {
            OnnxNatives.settle(cache);
        }
        var libraries = packed ? OnnxNatives.settlePack(cache) : cache;
        var said = new ArrayList<String>();
        said.add(OrtEnvironment.getEnvironment().getVersion());
        if (OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
            said.add(cuda(libraries));
        }
        return said;
    }

    /// Lets it compute: that its libraries load says nothing of the driver.
    ///
    /// @return why it does not work, one line
    private static String cuda(Path libraries) {
        try (var options = new SessionOptions()) {
            options.addCUDA(0);
            return square(options) ? WORKS : "1 + 1 != 2";
        } catch (OrtException e) {
            String said = OnnxNatives.lacking(libraries).orElse(String.valueOf(e.getMessage()));
            return said.replaceAll("\\s+", " ");
        }
    }

    /// Whether a product of two matrices is right on the device of the options.
    static boolean square(SessionOptions options) throws OrtException {
        var environment = OrtEnvironment.getEnvironment();
        try (var session = environment.createSession(Base64.getDecoder().decode(SQUARE), options);
                var ones = OnnxTensor.createTensor(environment, ONES);
                var results = session.run(Map.of("x", ones))) {
            return Arrays.deepEquals(TWOS, (float[][]) results.get(0).getValue());
        }
    }
}
