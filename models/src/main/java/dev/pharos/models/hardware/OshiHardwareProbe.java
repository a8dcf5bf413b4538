package dev.pharos.models.hardware;

import com.sun.management.OperatingSystemMXBean;

import dev.pharos.engine.model.Device;
import dev.pharos.engine.model.DeviceChoice;
import dev.pharos.engine.model.Hardware;
import dev.pharos.engine.model.Hardware.Cpu;
import dev.pharos.engine.model.Hardware.Gpu;
import dev.pharos.engine.model.Hardware.Why;
import dev.pharos.engine.model.HardwareProbe;

import org.jspecify.annotations.Nullable;

import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.GlobalMemory;
import oshi.hardware.GraphicsCard;
import oshi.hardware.HardwareAbstractionLayer;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/// The machine as OSHI sees it, NVIDIA's GPUs as their own driver does, and what each runtime says
/// when it is tried. Any thread.
public final class OshiHardwareProbe implements HardwareProbe {

    private static final String NVIDIA = "nvidia";

    private final List<RuntimeProbe> runtimes;
    private final NvidiaSmi nvidia;

    /// @param cache a folder of the program's own
    public OshiHardwareProbe(Path cache, List<RuntimeProbe> runtimes) {
        this(runtimes, new NvidiaSmi());
        // where JNA, by which OSHI asks, unpacks its library; else into the user's home
        System.getProperties()
                .putIfAbsent("jna.tmpdir", cache.resolve("jna").toAbsolutePath().toString());
    }

    OshiHardwareProbe(List<RuntimeProbe> runtimes, NvidiaSmi nvidia) {
        this.runtimes = List.copyOf(runtimes);
        this.nvidia = nvidia;
    }

    @Override
    public Hardware look() {
        var machine = new SystemInfo().getHardware();
        var gpus = gpus(machine);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tried =
                    runtimes.stream()
                            .map(each ->
                                    CompletableFuture.supplyAsync(
                                            () -> told(each.look(gpus), each.choice(), gpus),
                                            threads))
                            .toList();
            return new Hardware(
                    cpu(machine.getProcessor()),
                    memory(machine.getMemory()),
                    freeMemory(machine.getMemory()),
                    gpus,
                    tried.stream().map(CompletableFuture::join).toList());
        }
    }

    private static Cpu cpu(CentralProcessor cpu) {
        return new Cpu(
                cpu.getProcessorIdentifier().getName().strip(),
                cpu.getPhysicalProcessorCount(),
                cpu.getLogicalProcessorCount(),
                CpuFeatures.among(cpu.getFeatureFlags(), System.getProperty("os.arch", "")));
    }

    /// The JVM knows the limits of a container, OSHI what can be freed.
    private static long memory(GlobalMemory memory) {
        return Math.min(memory.getTotal(), system().getTotalMemorySize());
    }

    private static long freeMemory(GlobalMemory memory) {
        boolean limited = system().getTotalMemorySize() < memory.getTotal();
        return limited
                ? Math.min(memory.getAvailable(), system().getFreeMemorySize())
                : memory.getAvailable();
    }

    private static OperatingSystemMXBean system() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    }

    /// What NVIDIA's driver says of its own GPUs takes the place of what the bus does. Without that
    /// driver they are there, and no use.
    private List<Gpu> gpus(HardwareAbstractionLayer machine) {
        var driven = nvidia.gpus();
        var gpus = new ArrayList<Gpu>(driven);
        for (var card : machine.getGraphicsCards()) {
            if (!isNvidia(card.getVendor() + card.getName())) {
                gpus.add(gpu(card, version(card)));
            } else if (driven.isEmpty()) {
                gpus.add(gpu(card, null));
            }
        }
        return gpus;
    }

    private static Gpu gpu(GraphicsCard card, @Nullable String driver) {
        return new Gpu(card.getName(), card.getVendor(), driver, Math.max(0, card.getVRam()));
    }

    /// Linux and macOS bring the drivers of the other makers with themselves.
    private static String version(GraphicsCard card) {
        String system = System.getProperty("os.name", "");
        return system.startsWith("Win")
                ? card.getVersionInfo().substring(card.getVersionInfo().lastIndexOf('=') + 1)
                : system + " " + System.getProperty("os.version", "");
    }

    private static boolean isNvidia(String name) {
        return name.toLowerCase(Locale.ROOT).contains(NVIDIA);
    }

    /// The reason that helps most: that a GPU is switched off, that there is none, that its driver
    /// is missing; then what the runtime itself says.
    static Hardware.Runtime told(Hardware.Runtime runtime, DeviceChoice choice, List<Gpu> gpus) {
        boolean computes = runtime.devices().stream().anyMatch(Device::gpu);
        if (choice instanceof DeviceChoice.Cpu && computes) {
            return because(runtime, new Why.SwitchedOff());
        }
        if (computes || !(runtime.why() instanceof Why why) || why instanceof Why.Failed) {
            return runtime;
        }
        if (why instanceof Why.NotForPlatform || runtime.version().isEmpty()) {
            return runtime;
        }
        return because(runtime, gpus.isEmpty() ? new Why.NoGpu() : driverless(gpus, why));
    }

    private static Why driverless(List<Gpu> gpus, Why otherwise) {
        return gpus.stream().allMatch(gpu -> gpu.driver() == null)
                ? new Why.NoDriver(gpus.getFirst().name())
                : otherwise;
    }

    private static Hardware.Runtime because(Hardware.Runtime runtime, Why why) {
        return new Hardware.Runtime(runtime.name(), runtime.version(), runtime.devices(), why);
    }
}
