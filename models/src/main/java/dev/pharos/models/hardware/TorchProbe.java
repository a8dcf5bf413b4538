package dev.pharos.models.hardware;

import dev.pharos.engine.model.Device;
import dev.pharos.engine.model.DeviceChoice;
import dev.pharos.engine.model.Hardware;
import dev.pharos.engine.model.Hardware.Gpu;
import dev.pharos.engine.model.Hardware.Why;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says what PyTorch could compute on, by the pack that the owner has brought. It is not started:
/// its libraries take longer to unpack than anybody waits here. Trying a model starts it.
///
/// @param packs where packs are; may not exist
/// @param chosen what it shall run on
public record TorchProbe(Path packs, Supplier<DeviceChoice> chosen) implements RuntimeProbe {

    private static final String NAME = "PyTorch";
    private static final String PACK = "pack/pytorch-cpu";
    private static final Pattern JAR =
            Pattern.compile("pytorch-native-(?<flavor>[a-z0-9]+)-(?<version>[\\d.]*\\d).*");
    private static final String ON_CPU = "cpu";

    @Override
    public DeviceChoice choice() {
        return chosen.get();
    }

    @Override
    public Hardware.Runtime look(List<Gpu> gpus) {
        boolean intelMac =
                System.getProperty("os.name", "").startsWith("Mac")
                        && !System.getProperty("os.arch", "").equals("aarch64");
        if (intelMac) {
            return new Hardware.Runtime(
                    NAME, "", List.of(), new Why.NotForPlatform("macos-x86_64"));
        }
        return new PackFolder(packs)
                .find(JAR)
                .map(pack -> JAR.matcher(pack.getFileName().toString()))
                .filter(Matcher::matches)
                .map(pack -> runtime(pack, gpus))
                .orElseGet(() -> new Hardware.Runtime(NAME, "", List.of(), new Why.NotHere(PACK)));
    }

    private static Hardware.Runtime runtime(Matcher pack, List<Gpu> gpus) {
        var devices = new ArrayList<Device>();
        if (!pack.group("flavor").equals(ON_CPU)) {
            gpus.stream()
                    .filter(gpu -> gpu.vendor().equals("NVIDIA") && gpu.driver() != null)
                    .forEach(gpu ->
                            devices.add(new Device(Device.Api.CUDA, devices.size(), gpu.name())));
        }
        boolean computes = !devices.isEmpty();
        devices.add(Device.CPU);
        return new Hardware.Runtime(
                NAME, pack.group("version"), devices, computes ? null : new Why.BuiltWithoutGpu());
    }
}
