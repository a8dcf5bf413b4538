package dev.pharos.models.embedding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// The packs of native libraries that the owner has brought: jars, or folders of what is in such a
/// jar.
///
/// @param folder on the shelf; may not exist
record Packs(Path folder) {

    /// Those of ONNX Runtime that know CUDA, of the version that comes with the program.
    static final String ONNX_GPU = "onnxruntime_gpu-1.28.0.jar";

    private static final Pattern ONNX_GPU_NAMES = Pattern.compile("onnxruntime_gpu-1\\.28\\..*");
    private static final Pattern TORCH_NAMES =
            Pattern.compile("pytorch-native-[a-z0-9]+-2\\.7\\.1.*");

    /// ONNX Runtime with CUDA.
    Optional<Path> onnxGpu() {
        return find(ONNX_GPU_NAMES);
    }

    /// PyTorch's own libraries.
    Optional<Path> torch() {
        return find(TORCH_NAMES);
    }

    /// What PyTorch's pack for the CPU of this platform is called.
    static String torchName() {
        String platform = OnnxNatives.platform().replace("x64", "x86_64");
        return "pytorch-native-cpu-2.7.1-" + platform + ".jar";
    }

    /// Whether such libraries compute on a GPU.
    static boolean knowsCuda(Path torch) {
        return !torch.getFileName().toString().startsWith("pytorch-native-cpu-");
    }

    private Optional<Path> find(Pattern name) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> name.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .findFirst();
        } catch (IOException | UncheckedIOException _) {
            return Optional.empty();
        }
    }
}
