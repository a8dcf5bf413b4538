package dev.pharos.models.hardware;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;

import dev.pharos.engine.work.ChildLoop;
import dev.pharos.models.embedding.OnnxNatives;
import dev.pharos.models.natives.UnpackedResources;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

    private OnnxProbeChild() {}

    public static void main(String[] args) {
        ChildLoop.serve(1, _ -> String.join("\n", said()).getBytes(UTF_8));
    }

    private static List<String> said() throws IOException {
        settle(Path.of(System.getProperty(CACHE)));
        var said = new ArrayList<String>();
        said.add(OrtEnvironment.getEnvironment().getVersion());
        if (OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
            said.add(cuda());
        }
        return said;
    }

    /// The provider of CUDA must lie beside the library that loads it.
    private static void settle(Path cache) throws IOException {
        if (Boolean.getBoolean(WITH_PACK)) {
            var libraries =
                    new UnpackedResources(cache)
                            .folder(
                                    OnnxNatives.resource("onnxruntime"),
                                    name -> !name.contains("tensorrt"));
            System.setProperty("onnxruntime.native.path", libraries.toString());
        } else {
            OnnxNatives.settle(cache);
        }
    }

    /// @return why it does not work, one line
    private static String cuda() {
        try (var options = new SessionOptions()) {
            options.addCUDA(0);
            return WORKS;
        } catch (OrtException e) {
            return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
        }
    }
}
