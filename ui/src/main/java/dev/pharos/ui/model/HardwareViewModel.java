package dev.pharos.ui.model;

import dev.pharos.engine.model.Device;
import dev.pharos.engine.model.DeviceChoice;
import dev.pharos.engine.model.DeviceSettings;
import dev.pharos.engine.model.Hardware;
import dev.pharos.engine.model.HardwareProbe;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;

/// What this machine has, and on what of it models shall run. A choice is kept at once, and the
/// machine is then looked at again. Nothing can be chosen before the present choice is known: a
/// look at the machine may take a minute.
public final class HardwareViewModel {
    private final HardwareProbe probe;
    private final SettingsFile file;
    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable Hardware> hardware =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable DeviceSettings> settings =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();

    /// Choices that are not in the file yet, in their order; the first is being written.
    private final Deque<UnaryOperator<DeviceSettings>> choices = new ArrayDeque<>();

    private boolean again;

    public HardwareViewModel(HardwareProbe probe, SettingsFile file, Background background) {
        this.probe = probe;
        this.file = file;
        this.background = background;
    }

    /// Null until the machine was looked at.
    public ReadOnlyObjectProperty<@Nullable Hardware> hardwareProperty() {
        return hardware.getReadOnlyProperty();
    }

    /// Null until they were read.
    public ReadOnlyObjectProperty<@Nullable DeviceSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /// Why the choices could not be read or kept, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    /// Reads what is chosen, and looks at the machine unless that was done.
    public void load() {
        read();
        if (hardware.get() == null) {
            look();
        }
    }

    private void read() {
        background
                .<DeviceSettings>job(
                        _ ->
                                file.read(
                                        DeviceSettings.FEATURE,
                                        DeviceSettings.class,
                                        DeviceSettings.DEFAULT),
                        outcome -> {
                            switch (outcome) {
                                case Outcome.Done(var now) when choices.isEmpty() ->
                                        settings.set(now);
                                case Outcome.Failed(var why) -> problem.set(why);
                                case Outcome.Done _, Outcome.Cancelled() -> {}
                            }
                        })
                .start();
    }

    /// Looks at the machine.
    public void look() {
        if (looking.get()) {
            again = true;
            return;
        }
        looking.set(true);
        background.<Hardware>job(_ -> probe.look(), this::seen).start();
    }

    private void seen(Outcome<Hardware> outcome) {
        looking.set(false);
        switch (outcome) {
            case Outcome.Done(var seen) -> hardware.set(seen);
            case Outcome.Failed(var why) -> problem.set(why);
            case Outcome.Cancelled() -> {}
        }
        if (again) {
            again = false;
            look();
        }
    }

    public void chooseForSpeech(DeviceChoice choice) {
        change(now -> new DeviceSettings(choice, now.embedding(), now.whisperFolder()));
    }

    public void chooseForMeaning(DeviceChoice choice) {
        change(now -> new DeviceSettings(now.speech(), choice, now.whisperFolder()));
    }

    /// @param folder of a build of whisper.cpp, or null for the one that comes with the program
    public void chooseWhisper(@Nullable Path folder) {
        String written = folder == null ? null : folder.toString();
        change(now -> new DeviceSettings(now.speech(), now.embedding(), written));
    }

    private void change(UnaryOperator<DeviceSettings> choice) {
        var now = settings.get();
        if (now == null || choice.apply(now).equals(now)) {
            return;
        }
        settings.set(choice.apply(now));
        choices.add(choice);
        if (choices.size() == 1) {
            write(choice);
        }
    }

    private void write(UnaryOperator<DeviceSettings> choice) {
        background
                .<DeviceSettings>job(
                        _ ->
                                file.edit(
                                        DeviceSettings.FEATURE,
                                        DeviceSettings.class,
                                        DeviceSettings.DEFAULT,
                                        choice),
                        this::written)
                .start();
    }

    private void written(Outcome<DeviceSettings> outcome) {
        choices.remove();
        problem.set(outcome instanceof Outcome.Failed(var why) ? why : null);
        var next = choices.peek();
        if (next != null) {
            write(next);
        } else if (outcome instanceof Outcome.Done(var now)) {
            settings.set(now);
            look();
        } else {
            read();
        }
    }

    /// On what speech would be recognised now; null where that is not known.
    public @Nullable Device speech() {
        var seen = hardware.get();
        var chosen = settings.get();
        if (seen == null || chosen == null) {
            return null;
        }
        if (chosen.speech() instanceof DeviceChoice.Cpu) {
            return Device.CPU;
        }
        return seen.runtimes().stream()
                .filter(each -> each.name().equals("whisper.cpp"))
                .flatMap(each -> each.devices().stream())
                .filter(each ->
                        !(chosen.speech() instanceof DeviceChoice.Gpu(int index))
                                || each.gpu() && each.index() == index)
                .findFirst()
                .orElse(null);
    }

    /// What the machine calls a device; its own name where the machine was not looked at.
    public String name(Device device) {
        var seen = hardware.get();
        return seen == null
                ? device.name()
                : seen.runtimes().stream()
                        .flatMap(each -> each.devices().stream())
                        .filter(each ->
                                each.api() == device.api() && each.index() == device.index())
                        .map(Device::name)
                        .findFirst()
                        .orElse(device.name());
    }
}
