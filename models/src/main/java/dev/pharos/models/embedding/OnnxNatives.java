package dev.pharos.models.embedding;

import dev.pharos.models.natives.UnpackedResources;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

    /// Takes the libraries of a pack that stands first in the class path, side by side: the
    /// provider of CUDA must lie beside the library that loads it. Must come before their first
    /// use.
    ///
    /// @return the folder that they lie in
    public static Path settlePack(Path cache) throws IOException {
        var libraries =
                new UnpackedResources(cache)
                        .folder(resource("onnxruntime"), name -> !name.contains("tensorrt"));
        System.setProperty("onnxruntime.native.path", libraries.toString());
        return libraries;
    }

    /// Why the provider of CUDA does not load, in the system's words: ONNX Runtime does not tell
    /// which library it lacks.
    ///
    /// @param libraries of a pack
    /// @return empty where it does load
    public static Optional<String> lacking(Path libraries) {
        var provider = System.mapLibraryName("onnxruntime_providers_cuda");
        try {
            System.load(libraries.resolve(provider).toString());
            return Optional.empty();
        } catch (UnsatisfiedLinkError e) {
            return Optional.of(String.valueOf(e.getMessage()));
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
