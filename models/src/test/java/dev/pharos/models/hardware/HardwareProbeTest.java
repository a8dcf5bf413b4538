package dev.pharos.models.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtSession.SessionOptions;

import dev.pharos.engine.model.Device;
import dev.pharos.engine.model.DeviceChoice;
import dev.pharos.engine.model.DeviceSettings;
import dev.pharos.engine.model.Hardware;
import dev.pharos.engine.model.Hardware.Gpu;
import dev.pharos.engine.model.Hardware.Why;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.models.embedding.OnnxNatives;
import dev.pharos.models.whisper.WhisperProbe;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

/// The machine that the test runs on, and others that are told about.
class HardwareProbeTest {

    private static final Gpu DRIVEN = new Gpu("NVIDIA H100", "NVIDIA", "570.86.15", 1L << 36);
    private static final Gpu DRIVERLESS = new Gpu("GA102", "NVIDIA Corporation", null, 0);

    @TempDir private Path folder;

    private static Hardware.Runtime onCpu(Why why) {
        return new Hardware.Runtime("ONNX Runtime", "1.28.0", List.of(Device.CPU), why);
    }

    private static Why told(Why why, DeviceChoice choice, Gpu... gpus) {
        var told = OshiHardwareProbe.told(onCpu(why), choice, List.of(gpus)).why();
        return told == null ? why : told;
    }

    @Test
    void thisMachineHasCoresAndMemory() {
        var hardware = new OshiHardwareProbe(folder, List.of()).look();
        var cpu = hardware.cpu();
        assertTrue(
                cpu.physicalCores() > 0 && cpu.physicalCores() <= cpu.logicalCores(),
                cpu::toString);
        assertTrue(
                hardware.freeMemoryBytes() > 0
                        && hardware.freeMemoryBytes() <= hardware.memoryBytes(),
                hardware::toString);
    }

    @Test
    void everyRuntimeIsTriedInAProcessOfItsOwn() {
        var hardware =
                new OshiHardwareProbe(
                                folder,
                                List.of(
                                        new WhisperProbe(folder, () -> DeviceSettings.DEFAULT),
                                        new OnnxProbe(folder, folder, () -> DeviceChoice.AUTO)))
                        .look();
        for (var runtime : hardware.runtimes()) {
            assertTrue(runtime.devices().contains(Device.CPU), runtime::toString);
            assertTrue(runtime.version().matches("\\d+\\.\\d+.*"), runtime::toString);
        }
    }

    /// The product by which a GPU is tried, on the CPU.
    @Test
    void theProductThatTriesADeviceIsRight() throws Exception {
        OnnxNatives.settle(folder);
        try (var options = new SessionOptions()) {
            assertTrue(OnnxProbeChild.square(options));
        }
    }

    @Test
    void aFolderWithoutABuildLeavesTheBundledOneAndSaysWhy() {
        var settings = new DeviceSettings(DeviceChoice.AUTO, DeviceChoice.AUTO, folder.toString());
        var runtime = new WhisperProbe(folder.resolve("cache"), () -> settings).look(List.of());
        assertEquals(
                List.of(Device.CPU),
                runtime.devices().subList(runtime.devices().size() - 1, runtime.devices().size()));
        var why = assertInstanceOf(Why.Failed.class, runtime.why());
        assertEquals(
                Detail.of(Kind.NO_PACK, System.mapLibraryName("whisper"), folder), why.detail());
    }

    @Test
    void whereThereIsNoGpuNoPackIsAskedFor() {
        assertEquals(new Why.NoGpu(), told(new Why.NoPack("pack/x"), DeviceChoice.AUTO));
    }

    @Test
    void aGpuWithoutADriverIsNamed() {
        assertEquals(
                new Why.NoDriver("GA102"),
                told(new Why.NoPack("pack/x"), DeviceChoice.AUTO, DRIVERLESS));
    }

    @Test
    void whereTheDriverAnswersThePackIsAskedFor() {
        assertEquals(
                new Why.NoPack("pack/x"),
                told(new Why.NoPack("pack/x"), DeviceChoice.AUTO, DRIVEN));
    }

    @Test
    void whatWasTriedAndFailedStandsAsItIs() {
        var why = new Why.Failed("libcudart.so.12: cannot open shared object file");
        assertEquals(why, told(why, DeviceChoice.AUTO));
    }

    @Test
    void aGpuThatMayNotBeUsedIsSwitchedOff() {
        var able =
                new Hardware.Runtime(
                        "whisper.cpp",
                        "1.9.3",
                        List.of(new Device(Device.Api.CUDA, 0, "NVIDIA H100"), Device.CPU),
                        null);
        assertEquals(
                new Why.SwitchedOff(),
                OshiHardwareProbe.told(able, new DeviceChoice.Cpu(), List.of(DRIVEN)).why());
    }

    @Test
    void whatNvidiaSmiListsIsUnderstood() {
        assertEquals(
                List.of(
                        new Gpu("NVIDIA H100 80GB HBM3", "NVIDIA", "570.86.15", 81_559L << 20),
                        new Gpu("NVIDIA GB10", "NVIDIA", "580.95.05", 0)),
                NvidiaSmi.listed(
                        """
                        NVIDIA H100 80GB HBM3, 570.86.15, 81559
                        NVIDIA GB10, 580.95.05, [N/A]
                        """));
    }

    @Test
    void aDriverThatHangsIsNotWaitedFor() throws IOException {
        Assumptions.assumeFalse(System.getProperty("os.name", "").startsWith("Win"), "no sh");
        Path program = Files.writeString(folder.resolve("smi"), "#!/bin/sh\nexec sleep 600\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        var hanging = new NvidiaSmi(program.toString(), Duration.ofMillis(100));
        assertEquals(List.of(), hanging.gpus());
    }

    @Test
    void withoutADriverThereIsNothingToList() {
        assertEquals(
                List.of(),
                new NvidiaSmi(folder.resolve("absent").toString(), Duration.ofMinutes(1)).gpus());
    }

    @Test
    void featuresAreFoundUnderTheNamesOfEachSystem() {
        assertEquals(
                List.of("AVX", "AVX2", "AVX512", "FMA", "F16C"),
                CpuFeatures.among(List.of("flags\t\t: fpu fma avx f16c avx2 avx512f"), "amd64"));
        assertEquals(
                List.of("AVX", "AVX2"),
                CpuFeatures.among(List.of("machdep.cpu.features: AVX1.0 AVX2"), "x86_64"));
        assertEquals(
                List.of("AVX2"),
                CpuFeatures.among(List.of("PF_AVX2_INSTRUCTIONS_AVAILABLE"), "amd64"));
        assertEquals(List.of("NEON"), CpuFeatures.among(List.of("Features : fp asimd"), "aarch64"));
    }
}
