package dev.pharos.models.whisper;

import dev.pharos.models.natives.UnpackedResources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The native libraries that whisper-jni carries for this machine: ggml, whisper.cpp, and its own.
/// Left alone, whisper-jni unpacks them into a new temporary folder at every start.
///
/// @param ggml file name, empty where all lies in one library (Windows)
/// @param whisper file name with the C functions, empty likewise
/// @param resources resource by file name
record WhisperNatives(String ggml, String whisper, SortedMap<String, String> resources) {

    /// Of whisper.cpp.
    static final String VERSION = "1.7.1";

    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

    /// @throws IOException if whisper-jni has nothing for this machine
    static WhisperNatives ofThisMachine() throws IOException {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "");
        boolean intel = arch.equals("amd64") || arch.equals("x86_64");
        if (os.startsWith("win") && intel) {
            var only = new TreeMap<>(Map.of("whisper-jni.dll", "win-amd64/whisper-jni_full.dll"));
            return new WhisperNatives("", "", only);
        }
        if (os.startsWith("mac")) {
            String folder = intel ? "macos-amd64/" : "macos-arm64/";
            return of(
                    folder,
                    "libggml.dylib",
                    "libggml.dylib",
                    "libwhisper.1.dylib",
                    "libwhisper-jni.dylib");
        }
        if (os.startsWith("linux") && (intel || arch.equals("aarch64"))) {
            String folder = intel ? "debian-amd64/" : "debian-arm64/";
            String variant = variant(intel);
            return of(folder, variant, "libggml.so", "libwhisper.so.1", "libwhisper-jni.so");
        }
        throw new IOException("whisper.cpp: " + os + " " + arch);
    }

    /// Whether those for this machine export whisper.cpp's own functions.
    static boolean haveCFunctions() {
        try {
            return !ofThisMachine().whisper().isEmpty();
        } catch (IOException _) {
            return false;
        }
    }

    private static WhisperNatives of(
            String folder, String variant, String ggml, String whisper, String jni) {
        var resources = new TreeMap<String, String>();
        resources.put(ggml, folder + variant);
        resources.put(whisper, folder + whisper);
        resources.put(jni, folder + jni);
        return new WhisperNatives(ggml, whisper, resources);
    }

    /// The same choice that whisper-jni makes.
    private static String variant(boolean intel) throws IOException {
        String processor = Files.readString(PROCESSOR).toLowerCase(Locale.ROOT);
        if (intel) {
            boolean wide = List.of("avx2", "fma", "f16c").stream().allMatch(processor::contains);
            return wide ? "libggml+mf16c+mfma+mavx+mavx2.so" : "libggml.so";
        }
        return processor.contains("fphp") ? "libggml+fp16.so" : "libggml+crc.so";
    }

    /// @param folder where they were unpacked
    NativeBuild build(Path folder) {
        return new NativeBuild(folder, List.of(folder.resolve(ggml), folder.resolve(whisper)));
    }

    /// @return the folder where they lie
    Path unpack(Path cache) throws IOException {
        return new UnpackedResources(cache).together(resources);
    }
}
