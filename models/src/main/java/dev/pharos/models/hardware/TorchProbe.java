package dev.pharos.models.hardware;

import dev.pharos.engine.model.Device;
import dev.pharos.engine.model.DeviceChoice;
import dev.pharos.engine.model.Hardware;
import dev.pharos.engine.model.Hardware.Gpu;
import dev.pharos.engine.model.Hardware.Why;
import dev.pharos.models.embedding.Packs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Says what PyTorch could compute on, by the pack that the owner has brought. It is not started:
/// its libraries take longer to unpack than anybody waits here. Trying a model starts it.
///
/// @param packs where packs are; may not exist
/// @param chosen what it shall run on
public record TorchProbe(Path packs, Supplier<DeviceChoice> chosen) implements RuntimeProbe {

    private static final String NAME = "PyTorch";
    private static final String PACK = "pack/pytorch-cpu";

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
        return new Packs(packs)
                .torch(DeviceChoice.AUTO)
                .map(pack -> runtime(pack, gpus))
                .orElseGet(() -> new Hardware.Runtime(NAME, "", List.of(), new Why.NotHere(PACK)));
    }

    private static Hardware.Runtime runtime(Packs.Torch pack, List<Gpu> gpus) {
        var devices = new ArrayList<Device>();
        if (pack.cuda()) {
            devices.addAll(NvidiaSmi.cuda(gpus));
        }
        boolean computes = !devices.isEmpty();
        devices.add(Device.CPU);
        return new Hardware.Runtime(
                NAME, pack.version(), devices, computes ? null : new Why.BuiltWithoutGpu());
    }
}
