package dev.pharos.models.embedding;

import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.UnusableException;
import dev.pharos.models.natives.UnpackedResources;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// Tells DJL which libraries of PyTorch to take: those of the owner's pack. By itself it takes
/// libraries for a GPU only where it finds those of CUDA in the system, and in the same version;
/// PyTorch brings its own.
final class TorchNatives {
    private static final String TORCH = System.mapLibraryName("torch");

    /// `pytorch-native-cu128-2.7.1/pytorch/cu128/linux-x86_64/libtorch.so` lies deepest, as in
    /// DJL's jar; PyTorch's own folder for C++ has it as `libtorch/lib/libtorch.so`.
    private static final int DEEPEST = 4;

    private TorchNatives() {}

    /// Must come before the first use of PyTorch in this process.
    ///
    /// @param pack as [Packs] finds it; a jar is in the class path
    /// @throws IOException if it holds no libraries of PyTorch
    static void settle(Path pack, Path cache) throws IOException {
        var torch = Packs.torch(pack).orElseThrow(() -> none(pack));
        Path libraries =
                Files.isDirectory(pack)
                        ? within(pack)
                        : new UnpackedResources(cache).folder(inJar(torch.flavor()), _ -> true);
        System.setProperty("PYTORCH_LIBRARY_PATH", libraries.toString());
        System.setProperty("PYTORCH_FLAVOR", torch.flavor());
        System.setProperty("PYTORCH_VERSION", torch.version());
    }

    private static String inJar(String flavor) {
        return "pytorch/%s/%s/%s".formatted(flavor, Packs.torchPlatform(), TORCH);
    }

    static Path within(Path folder) throws IOException {
        try (var files =
                Files.find(
                        folder,
                        DEEPEST,
                        (file, _) -> file.endsWith(TORCH),
                        FileVisitOption.FOLLOW_LINKS)) {
            Path library = files.findFirst().orElseThrow(() -> none(folder));
            return Objects.requireNonNull(library.toAbsolutePath().getParent());
        }
    }

    private static UnusableException none(Path pack) {
        return new UnusableException(Kind.NO_PACK, TORCH, pack);
    }
}
