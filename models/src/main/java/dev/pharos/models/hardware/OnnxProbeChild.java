package dev.pharos.models.hardware;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;

import dev.pharos.engine.model.Device;
import dev.pharos.engine.work.ChildLoop;
import dev.pharos.models.embedding.OnnxNatives;
import dev.pharos.models.natives.UnpackedResources;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The process in which ONNX Runtime is tried. Answers its version and, for each way to a GPU that
/// it has, a line: which, and why not.
final class OnnxProbeChild {

    /// System properties: a folder of the program's own, and whether the libraries come from a
    /// pack.
    static final String CACHE = "pharos.probe.cache";

    static final String WITH_PACK = "pharos.probe.pack";

    private static final Map<OrtProvider, Device.Api> WAYS =
            Map.of(
                    OrtProvider.CUDA, Device.Api.CUDA,
                    OrtProvider.CORE_ML, Device.Api.COREML,
                    OrtProvider.DIRECT_ML, Device.Api.DIRECTML);

    private OnnxProbeChild() {}

    public static void main(String[] args) {
        ChildLoop.serve(1, _ -> String.join("\n", said()).getBytes(UTF_8));
    }

    private static List<String> said() throws IOException {
        settle(Path.of(System.getProperty(CACHE)));
        var said = new ArrayList<String>();
        said.add(OrtEnvironment.getEnvironment().getVersion());
        for (var provider : OrtEnvironment.getAvailableProviders()) {
            var api = WAYS.get(provider);
            if (api != null) {
                said.add((api.name() + " " + failure(provider)).strip());
            }
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

    /// @return one line; empty where it works
    private static String failure(OrtProvider provider) {
        try (var options = new SessionOptions()) {
            switch (provider) {
                case CUDA -> options.addCUDA(0);
                case CORE_ML -> options.addCoreML();
                default -> options.addDirectML(0);
            }
            return "";
        } catch (OrtException e) {
            return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
        }
    }
}
