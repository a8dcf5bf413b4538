package dev.pharos.models.embedding;

import dev.pharos.models.natives.UnpackedResources;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Gives the native libraries of ONNX Runtime and of the tokenizers a lasting place in the
/// program's own cache. Left alone, the first unpacks 20 MB into a new temporary folder at every
/// start, and the second writes into the user's home.
public final class OnnxNatives {

    private OnnxNatives() {}

    /// Must come before the first use of either library; later calls change nothing.
    public static void settle(Path cache) throws IOException {
        System.setProperty("ai.djl.offline", "true");
        setUnlessSet("DJL_CACHE_DIR", cache.resolve("djl"));
        var resources = new UnpackedResources(cache);
        for (String library : List.of("onnxruntime", "onnxruntime4j_jni")) {
            try {
                Path path = resources.file(resource(library));
                setUnlessSet("onnxruntime.native." + library + ".path", path);
            } catch (FileNotFoundException _) {
                return; // ONNX Runtime says in its own words which platforms it has
            }
        }
    }

    private static void setUnlessSet(String property, Path value) {
        System.getProperties().putIfAbsent(property, value.toAbsolutePath().toString());
    }

    /// Where a library of ONNX Runtime lies in the class path.
    public static String resource(String library) {
        return "ai/onnxruntime/native/" + platform() + "/" + System.mapLibraryName(library);
    }

    /// Such as `linux-x64` or `osx-aarch64`.
    static String platform() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "");
        return (os.startsWith("mac") ? "osx" : os.startsWith("win") ? "win" : "linux")
                + "-"
                + (arch.equals("amd64") || arch.equals("x86_64") ? "x64" : arch);
    }
}
