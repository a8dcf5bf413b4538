package dev.pharos.models.hardware;

import dev.pharos.engine.model.Device;
import dev.pharos.engine.model.DeviceChoice;
import dev.pharos.engine.model.Hardware;
import dev.pharos.engine.model.Hardware.Gpu;
import dev.pharos.engine.model.Hardware.Why;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.work.ChildJvm;
import dev.pharos.models.embedding.Packs;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Tries ONNX Runtime: as it comes with the program it computes on the CPU; the pack with CUDA of
/// the same version takes its place where the owner has brought it.
///
/// @param cache a folder of the program's own
/// @param packs where packs are; may not exist
/// @param chosen what it shall run on
public record OnnxProbe(Path cache, Path packs, Supplier<DeviceChoice> chosen)
        implements RuntimeProbe {

    private static final Logger LOG = LoggerFactory.getLogger(OnnxProbe.class);
    private static final String NAME = "ONNX Runtime";
    private static final String PACK = "pack/onnxruntime-cuda";

    /// A pack's half gigabyte is unpacked the first time.
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Duration WITHOUT_PACK = Duration.ofSeconds(10);

    @Override
    public DeviceChoice choice() {
        return chosen.get();
    }

    @Override
    public Hardware.Runtime look(List<Gpu> gpus) {
        var pack = new Packs(packs).onnxGpu();
        try (var child = ChildJvm.start(recipe(pack))) {
            byte[] answer = child.call(new byte[0], pack.isEmpty() ? WITHOUT_PACK : LIMIT);
            var said = List.of(new String(answer, StandardCharsets.UTF_8).split("\n", -1));
            return runtime(said.getFirst(), said.subList(1, said.size()), pack.isPresent(), gpus);
        } catch (IOException | TimeoutException e) {
            LOG.warn("{} cannot be tried", NAME, e);
            return new Hardware.Runtime(NAME, "", List.of(), new Why.Failed(Detail.of(e)));
        }
    }

    private ChildJvm.Recipe recipe(Optional<Path> pack) {
        String classes = System.getProperty("java.class.path");
        return new ChildJvm.Recipe(
                OnnxProbeChild.class,
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-D" + OnnxProbeChild.CACHE + "=" + cache.toAbsolutePath(),
                        "-D" + OnnxProbeChild.WITH_PACK + "=" + pack.isPresent(),
                        "-cp",
                        pack.map(jar -> jar + File.pathSeparator + classes).orElse(classes)),
                NvidiaSmi.SAME_ORDER);
    }

    /// @param cuda what was said of it; empty where it is not built in
    private static Hardware.Runtime runtime(
            String version, List<String> cuda, boolean packed, List<Gpu> gpus) {
        if (cuda.isEmpty()) {
            var why = packed ? new Why.BuiltWithoutGpu() : missing();
            return new Hardware.Runtime(NAME, version, List.of(Device.CPU), why);
        }
        if (!cuda.getFirst().equals(OnnxProbeChild.WORKS)) {
            var why = new Why.Failed(cuda.getFirst());
            return new Hardware.Runtime(NAME, version, List.of(Device.CPU), why);
        }
        var devices = new ArrayList<>(NvidiaSmi.cuda(gpus));
        if (devices.isEmpty()) {
            devices.add(new Device(Device.Api.CUDA, 0, Device.Api.CUDA.name()));
        }
        devices.add(Device.CPU);
        return new Hardware.Runtime(NAME, version, devices, null);
    }

    /// CUDA is for Linux and Windows.
    private static Why missing() {
        return System.getProperty("os.name", "").startsWith("Mac")
                ? new Why.BuiltWithoutGpu()
                : new Why.NoPack(PACK);
    }
}
