package dev.pharos.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.model.Device;
import dev.pharos.engine.model.DeviceChoice;
import dev.pharos.engine.model.Hardware;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What may be chosen, and what it is called.
final class HardwareTextTest {
    private static final Device CARD = new Device(Device.Api.VULKAN, 1, "NVIDIA H100");
    private static final Device BUILT_IN = new Device(Device.Api.VULKAN, 0, "Intel Graphics");

    /// As the bus tells them; Vulkan counts the other way round, and CUDA has only one.
    private static final Hardware MACHINE =
            new Hardware(
                    new Hardware.Cpu("x", 1, 1, List.of()),
                    1,
                    1,
                    List.of(gpu("NVIDIA H100"), gpu("Intel Graphics")),
                    List.of(
                            runtime("whisper.cpp", BUILT_IN, CARD, Device.CPU),
                            runtime("ONNX Runtime", Device.CPU),
                            runtime(
                                    "PyTorch",
                                    new Device(Device.Api.CUDA, 0, "NVIDIA H100"),
                                    Device.CPU)));

    private static Hardware.Gpu gpu(String name) {
        return new Hardware.Gpu(name, "x", "1", 0);
    }

    private static Hardware.Runtime runtime(String name, Device... devices) {
        return new Hardware.Runtime(name, "1", List.of(devices), null);
    }

    @Test
    void aKindIsOfferedTheGpusThatItsRuntimeListsInThatOrder() {
        assertEquals(List.of(BUILT_IN, CARD), HardwareText.gpus(MACHINE, List.of("whisper.cpp")));
        assertEquals(
                List.of(DeviceChoice.AUTO, new DeviceChoice.Cpu(), new DeviceChoice.Gpu(0)),
                HardwareText.choices(
                        HardwareText.gpus(MACHINE, List.of("ONNX Runtime", "PyTorch"))));
    }
}
