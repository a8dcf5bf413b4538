package dev.pharos.models.embedding;

import dev.pharos.engine.model.DeviceChoice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The packs of native libraries that the owner has brought: jars, or folders of what is in such a
/// jar. Only those of the versions that fit this program, and of this platform.
///
/// @param folder on the shelf; may not exist
public record Packs(Path folder) {

    /// That of ONNX Runtime that knows CUDA, of the version that comes with the program.
    static final String ONNX_GPU = "onnxruntime_gpu-1.28.0.jar";

    private static final String JAR = ".jar";
    private static final Pattern ONNX_GPU_NAME = Pattern.compile("onnxruntime_gpu-1\\.28\\.\\d+");
    private static final Pattern TORCH_NAME =
            Pattern.compile(
                    "pytorch-native-(?<flavor>[a-z0-9]+)-(?<version>2\\.7\\.1)(-(?<platform>.+))?");
    private static final String CPU = "cpu";

    /// PyTorch's own libraries.
    ///
    /// @param flavor what they compute on: `cpu`, or with CUDA, such as `cu128`
    /// @param version of PyTorch
    public record Torch(Path path, String flavor, String version) {

        /// Whether they compute on a GPU.
        public boolean cuda() {
            return !flavor.equals(CPU);
        }
    }

    /// ONNX Runtime with CUDA.
    public Optional<Path> onnxGpu() {
        return all().stream()
                .filter(pack -> ONNX_GPU_NAME.matcher(name(pack)).matches())
                .findFirst();
    }

    /// PyTorch; of several packs one that can use a GPU, unless the CPU was chosen.
    public Optional<Torch> torch(DeviceChoice choice) {
        boolean onCpu = choice instanceof DeviceChoice.Cpu;
        return all().stream()
                .flatMap(pack -> torch(pack).stream())
                .min(Comparator.comparing(torch -> torch.cuda() == onCpu));
    }

    static Optional<Torch> torch(Path pack) {
        var name = TORCH_NAME.matcher(name(pack));
        if (!name.matches()) {
            return Optional.empty();
        }
        var platform = name.group("platform");
        return platform == null || platform.equals(torchPlatform())
                ? Optional.of(new Torch(pack, name.group("flavor"), name.group("version")))
                : Optional.empty();
    }

    /// What PyTorch's pack for the CPU of this platform is called.
    static String torchName() {
        return "pytorch-native-cpu-2.7.1-" + torchPlatform() + JAR;
    }

    static String torchPlatform() {
        return OnnxNatives.platform().replace("x64", "x86_64");
    }

    /// Without `.jar`.
    private static String name(Path pack) {
        var name = pack.getFileName().toString();
        return name.endsWith(JAR) ? name.substring(0, name.length() - JAR.length()) : name;
    }

    private List<Path> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(JAR) || Files.isDirectory(file))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException _) {
            return List.of();
        }
    }
}
