package dev.pharos.models.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.model.DeviceChoice;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.UnusableException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Which of the owner's packs is taken.
final class PacksTest {
    @TempDir Path folder;

    private Path pack(String name) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }

    private Optional<Path> torch(DeviceChoice choice) {
        return new Packs(folder).torch(choice).map(Packs.Torch::path);
    }

    @Test
    void ofTwoPacksOfPyTorchTheOneWithCudaIsTakenUnlessTheCpuIsChosen() throws IOException {
        var cpu = pack(Packs.torchName());
        var cuda = pack(Packs.torchName().replace("-cpu-", "-cu128-"));
        assertEquals(Optional.of(cuda), torch(DeviceChoice.AUTO));
        assertEquals(Optional.of(cuda), torch(new DeviceChoice.Gpu(1)));
        assertEquals(Optional.of(cpu), torch(new DeviceChoice.Cpu()));
    }

    @Test
    void theOnlyPackIsTakenWhateverIsChosen() throws IOException {
        var folderOfIt = Files.createDirectories(folder.resolve("pytorch-native-cu128-2.7.1"));
        assertEquals(Optional.of(folderOfIt), torch(new DeviceChoice.Cpu()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lib", "libtorch/lib", "pytorch/cu128/linux-x86_64"})
    void theLibrariesOfPyTorchAreFoundAsTheyWereUnpacked(String place) throws IOException {
        var name = System.mapLibraryName("torch");
        var libraries = folder.resolve(place).normalize();
        pack(Path.of(place).resolve(name).toString());
        assertEquals(libraries, TorchNatives.within(folder));
    }

    @Test
    void aFolderWithoutLibrariesOfPyTorchSaysWhichOneIsMissing() {
        var thrown = assertThrows(UnusableException.class, () -> TorchNatives.within(folder));
        assertEquals(
                Detail.of(Detail.Kind.NO_PACK, System.mapLibraryName("torch"), folder),
                thrown.detail());
    }

    @Test
    void otherVersionsOtherPlatformsAndWhatIsNotWholeAreNoPacks() throws IOException {
        pack("onnxruntime_gpu-1.27.0.jar");
        pack("onnxruntime_gpu-1.28.0.jar.replaced");
        pack(".incoming/adding-onnxruntime-cuda/onnxruntime_gpu-1.28.0.jar");
        pack("pytorch-native-cpu-2.7.0-linux-x86_64.jar");
        pack("pytorch-native-cpu-2.7.1-mars-z80.jar");
        pack(Packs.torchName() + ".replaced");
        assertEquals(Optional.empty(), new Packs(folder).onnxGpu());
        assertEquals(Optional.empty(), torch(DeviceChoice.AUTO));
    }
}
