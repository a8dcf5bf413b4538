package dev.pharos.models.hardware;

import dev.pharos.engine.model.Device;
import dev.pharos.engine.model.DeviceChoice;
import dev.pharos.engine.model.Hardware;
import dev.pharos.engine.model.Hardware.Gpu;
import dev.pharos.engine.model.Hardware.Why;
import dev.pharos.engine.work.ChildJvm;

import org.jspecify.annotations.Nullable;
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
import java.util.regex.Pattern;

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
    private static final Pattern JAR = Pattern.compile("onnxruntime_gpu-.*");

    /// A pack's half gigabyte is unpacked the first time.
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Duration WITHOUT_PACK = Duration.ofSeconds(10);

    @Override
    public DeviceChoice choice() {
        return chosen.get();
    }

    @Override
    public Hardware.Runtime look(List<Gpu> gpus) {
        var pack = new PackFolder(packs).find(JAR);
        try (var child = ChildJvm.start(recipe(pack))) {
            byte[] answer = child.call(new byte[0], pack.isEmpty() ? WITHOUT_PACK : LIMIT);
            var said = new String(answer, StandardCharsets.UTF_8).lines().toList();
            return runtime(said.getFirst(), said.subList(1, said.size()), pack.isPresent(), gpus);
        } catch (IOException | TimeoutException e) {
            LOG.warn("{} cannot be tried", NAME, e);
            return new Hardware.Runtime(
                    NAME, "", List.of(), new Why.Failed(String.valueOf(e.getMessage())));
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
                        pack.map(jar -> jar + File.pathSeparator + classes).orElse(classes)));
    }

    /// @param providers for GPUs, one a line: its name, and after a blank why it does not work
    private static Hardware.Runtime runtime(
            String version, List<String> providers, boolean packed, List<Gpu> gpus) {
        var devices = new ArrayList<Device>();
        Why why = packed ? new Why.BuiltWithoutGpu() : missing();
        for (String provider : providers) {
            int end = provider.indexOf(' ');
            if (end < 0) {
                var api = Device.Api.valueOf(provider);
                devices.add(new Device(api, 0, gpus.isEmpty() ? provider : gpus.getFirst().name()));
            } else {
                why = new Why.Failed(provider.substring(end + 1));
            }
        }
        boolean works = !devices.isEmpty();
        devices.add(Device.CPU);
        return new Hardware.Runtime(NAME, version, devices, works ? null : why);
    }

    /// CUDA is for Linux and Windows.
    private static @Nullable Why missing() {
        return System.getProperty("os.name", "").startsWith("Mac")
                ? new Why.BuiltWithoutGpu()
                : new Why.NoPack(PACK);
    }
}
