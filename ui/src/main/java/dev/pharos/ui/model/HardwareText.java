package dev.pharos.ui.model;

import dev.pharos.engine.model.Device;
import dev.pharos.engine.model.DeviceChoice;
import dev.pharos.engine.model.Hardware;
import dev.pharos.engine.model.Hardware.Why;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.SizeText;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says in words what the machine has and which runtime can use what of it.
public final class HardwareText {

    /// One fact.
    ///
    /// @param value empty where there is none
    /// @param why it is not better, or empty
    public record Row(String name, String value, String why) {}

    private final Texts texts;

    public HardwareText(Texts texts) {
        this.texts = texts;
    }

    /// Processor, memory, and each GPU.
    public List<Row> machine(Hardware hardware) {
        var rows = new ArrayList<Row>();
        var cpu = hardware.cpu();
        rows.add(
                new Row(
                        texts.text("hardware.cpu"),
                        cpu.name(),
                        joined(
                                texts.text(
                                        "hardware.cores", cpu.physicalCores(), cpu.logicalCores()),
                                String.join(", ", cpu.features()))));
        rows.add(
                new Row(
                        texts.text("hardware.memory"),
                        SizeText.of(hardware.memoryBytes(), texts),
                        texts.text(
                                "hardware.free", SizeText.of(hardware.freeMemoryBytes(), texts))));
        hardware.gpus().forEach(gpu -> rows.add(gpu(gpu)));
        if (hardware.gpus().isEmpty()) {
            rows.add(new Row(texts.text("hardware.gpu"), texts.text("hardware.noGpu"), ""));
        }
        return rows;
    }

    private Row gpu(Hardware.Gpu gpu) {
        return new Row(
                texts.text("hardware.gpu"),
                gpu.name(),
                joined(
                        gpu.memoryBytes() > 0 ? SizeText.of(gpu.memoryBytes(), texts) : "",
                        gpu.driver() == null
                                ? texts.text("hardware.noDriver")
                                : texts.text("hardware.driver", gpu.driver())));
    }

    /// Each runtime, what it computes on, and why on no GPU.
    public List<Row> runtimes(Hardware hardware) {
        return hardware.runtimes().stream().map(this::runtime).toList();
    }

    private Row runtime(Hardware.Runtime runtime) {
        String name =
                runtime.version().isEmpty()
                        ? runtime.name()
                        : runtime.name() + " " + runtime.version();
        String devices =
                runtime.devices().stream().map(Device::name).collect(Collectors.joining(", "));
        return new Row(
                name,
                devices.isEmpty() ? texts.text("hardware.unusable") : devices,
                why(runtime.why()));
    }

    private static String name(String pack) {
        return pack.substring(pack.indexOf('/') + 1);
    }

    /// Why no GPU is used; empty for null.
    String why(@Nullable Why why) {
        return switch (why) {
            case null -> "";
            case Why.NoGpu() -> texts.text("hardware.why.noGpu");
            case Why.NoDriver(var gpu) -> texts.text("hardware.why.noDriver", gpu);
            case Why.NoPack(var pack) -> texts.text("hardware.why.noPack", name(pack));
            case Why.NotHere(var pack) -> texts.text("hardware.why.notHere", name(pack));
            case Why.FasterOnCpu() -> texts.text("hardware.why.fasterOnCpu");
            case Why.BuiltWithoutGpu() -> texts.text("hardware.why.builtWithoutGpu");
            case Why.SwitchedOff() -> texts.text("hardware.why.switchedOff");
            case Why.Failed(var detail) ->
                    texts.text("hardware.why.failed", new ProblemText(texts).worded(detail));
            case Why.NotForPlatform(var platform) ->
                    texts.text("hardware.why.notForPlatform", platform);
        };
    }

    /// The GPUs that a kind of model can be told to run on, as its runtimes count them: the machine
    /// may have others, or count them in another order.
    ///
    /// @param hardware null while it was not looked at
    /// @param runtimes names of those that run this kind
    public static List<Device> gpus(@Nullable Hardware hardware, List<String> runtimes) {
        return hardware == null
                ? List.of()
                : hardware.runtimes().stream()
                        .filter(runtime -> runtimes.contains(runtime.name()))
                        .map(runtime -> runtime.devices().stream().filter(Device::gpu).toList())
                        .max(Comparator.comparingInt(List::size))
                        .orElse(List.of());
    }

    /// What may be chosen to run on.
    public static List<DeviceChoice> choices(List<Device> gpus) {
        var choices = new ArrayList<DeviceChoice>();
        choices.add(DeviceChoice.AUTO);
        choices.add(new DeviceChoice.Cpu());
        for (int i = 0; i < gpus.size(); i++) {
            choices.add(new DeviceChoice.Gpu(i));
        }
        return choices;
    }

    public String choice(DeviceChoice choice, List<Device> gpus) {
        return switch (choice) {
            case DeviceChoice.Auto() -> texts.text("hardware.choice.auto");
            case DeviceChoice.Cpu() -> texts.text("hardware.choice.cpu");
            case DeviceChoice.Gpu(int index) ->
                    index < gpus.size()
                            ? joined(gpus.get(index).name(), gpus.get(index).api().name())
                            : texts.text("hardware.choice.gpu", index + 1);
        };
    }

    /// All of it, to be sent to whoever helps.
    public String report(Hardware hardware) {
        return Stream.concat(machine(hardware).stream(), runtimes(hardware).stream())
                .map(row ->
                        row.name()
                                + ": "
                                + row.value()
                                + (row.why().isEmpty() ? "" : " (" + row.why() + ")"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(each -> !each.isEmpty()).collect(Collectors.joining(" · "));
    }
}
