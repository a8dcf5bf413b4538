package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.model.Device;
import dev.pharos.engine.model.Hardware;
import dev.pharos.engine.model.Hardware.Gpu;
import dev.pharos.engine.model.Hardware.Why;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/// What the machine has, as `doctor` tells it: lines for people, and the shape of its `--json`.
///
/// @param memoryBytes that programs may use together
record HardwareOutput(
        Hardware.Cpu cpu,
        long memoryBytes,
        long freeMemoryBytes,
        List<Gpu> gpus,
        List<Computing> runtimes) {

    private static final String CPU = "cpu";

    /// A runtime.
    ///
    /// @param why it uses no GPU, as a word such as `noGpu`, or null
    /// @param reason the same as a sentence, or null
    record Computing(
            String name,
            String version,
            List<Place> devices,
            @Nullable String why,
            @Nullable String reason) {}

    /// A device; `api` in lower case, such as `cuda`.
    record Place(String api, int index, String name) {
        static Place of(Device device) {
            return new Place(
                    device.api().name().toLowerCase(Locale.ROOT), device.index(), device.name());
        }
    }

    static HardwareOutput of(Hardware hardware) {
        return new HardwareOutput(
                hardware.cpu(),
                hardware.memoryBytes(),
                hardware.freeMemoryBytes(),
                hardware.gpus(),
                hardware.runtimes().stream().map(HardwareOutput::computing).toList());
    }

    private static Computing computing(Hardware.Runtime runtime) {
        var why = runtime.why();
        return new Computing(
                runtime.name(),
                runtime.version(),
                runtime.devices().stream().map(Place::of).toList(),
                why == null ? null : word(why),
                why == null ? null : reason(why));
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(
                text(
                        "doctor.cpu",
                        cpu.name(),
                        cpu.physicalCores(),
                        cpu.logicalCores(),
                        String.join(" ", cpu.features())));
        lines.add(text("doctor.ram", SizeText.of(memoryBytes), SizeText.of(freeMemoryBytes)));
        gpus.forEach(gpu -> lines.add(line(gpu)));
        if (gpus.isEmpty()) {
            lines.add(text("doctor.noGpu"));
        }
        runtimes.forEach(runtime -> lines.add(line(runtime)));
        return lines;
    }

    private static String line(Gpu gpu) {
        String driver = gpu.driver();
        return driver == null
                ? text("doctor.gpuNoDriver", gpu.name())
                : text(
                        "doctor.gpu",
                        gpu.name(),
                        driver,
                        gpu.memoryBytes() == 0 ? 0 : 1,
                        SizeText.of(gpu.memoryBytes()));
    }

    private static String line(Place device) {
        return device.api().equals(CPU)
                ? device.name()
                : text("doctor.device", device.api(), device.name());
    }

    private static String line(Computing runtime) {
        String reason = Objects.requireNonNullElse(runtime.reason(), "");
        if (runtime.devices().isEmpty()) {
            return text("doctor.runtimeAbsent", runtime.name(), reason);
        }
        String devices =
                runtime.devices().stream()
                        .map(HardwareOutput::line)
                        .collect(Collectors.joining(", "));
        return reason.isEmpty()
                ? text("doctor.runtime", runtime.name(), runtime.version(), devices)
                : text("doctor.runtimeWhy", runtime.name(), runtime.version(), devices, reason);
    }

    private static String word(Why why) {
        return switch (why) {
            case Why.NoGpu _ -> "noGpu";
            case Why.NoDriver _ -> "noDriver";
            case Why.NoPack _ -> "noPack";
            case Why.NotHere _ -> "notHere";
            case Why.FasterOnCpu _ -> "fasterOnCpu";
            case Why.BuiltWithoutGpu _ -> "builtWithoutGpu";
            case Why.SwitchedOff _ -> "switchedOff";
            case Why.Failed _ -> "failed";
            case Why.NotForPlatform _ -> "notForPlatform";
        };
    }

    private static String reason(Why why) {
        return switch (why) {
            case Why.NoGpu() -> text("why.noGpu");
            case Why.NoDriver(var gpu) -> text("why.noDriver", gpu);
            case Why.NoPack(var pack) -> text("why.noPack", pack);
            case Why.NotHere(var pack) -> text("why.notHere", pack);
            case Why.FasterOnCpu() -> text("why.fasterOnCpu");
            case Why.BuiltWithoutGpu() -> text("why.builtWithoutGpu");
            case Why.SwitchedOff() -> text("why.switchedOff");
            case Why.Failed(var detail) -> text("why.failed", ProblemText.of(detail));
            case Why.NotForPlatform(var platform) -> text("why.notForPlatform", platform);
        };
    }
}
