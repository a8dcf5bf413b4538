package dev.pharos.ui.model;

import dev.pharos.engine.model.Device;
import dev.pharos.engine.model.DeviceChoice;
import dev.pharos.engine.model.DeviceSettings;
import dev.pharos.engine.model.Hardware;
import dev.pharos.engine.model.HardwareProbe;
import dev.pharos.engine.model.ModelKind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/// What this machine has, and on what of it models shall run. A choice is kept at once, and the
/// machine is then looked at again.
public final class HardwareViewModel {

    private record Seen(Hardware hardware, DeviceSettings settings) {}

    private final HardwareProbe probe;
    private final SettingsFile file;
    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable Hardware> hardware =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<DeviceSettings> settings =
            new ReadOnlyObjectWrapper<>(DeviceSettings.DEFAULT);
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
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

    public ReadOnlyObjectProperty<DeviceSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /// Why the choices could not be read or kept, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    /// Looks at the machine, unless that was done.
    public void load() {
        if (hardware.get() == null) {
            look();
        }
    }

    /// Looks at the machine.
    public void look() {
        if (looking.get()) {
            again = true;
            return;
        }
        looking.set(true);
        background.<Seen>job(_ -> new Seen(probe.look(), read()), this::seen).start();
    }

    private DeviceSettings read() throws ProblemException {
        return file.read(DeviceSettings.FEATURE, DeviceSettings.class, DeviceSettings.DEFAULT);
    }

    private void seen(Outcome<Seen> outcome) {
        looking.set(false);
        switch (outcome) {
            case Outcome.Done(var seen) -> {
                settings.set(seen.settings());
                hardware.set(seen.hardware());
                problem.set(null);
            }
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

    private void change(UnaryOperator<DeviceSettings> edit) {
        var chosen = edit.apply(settings.get());
        if (chosen.equals(settings.get())) {
            return;
        }
        settings.set(chosen);
        background
                .<DeviceSettings>job(
                        _ -> {
                            file.write(DeviceSettings.FEATURE, chosen);
                            return chosen;
                        },
                        outcome -> {
                            if (outcome instanceof Outcome.Failed(var why)) {
                                problem.set(why);
                            } else {
                                look();
                            }
                        })
                .start();
    }

    /// On what a kind of model would run now; null where that is not known.
    public @Nullable Device device(ModelKind kind) {
        var seen = hardware.get();
        if (seen == null) {
            return null;
        }
        return switch (kind) {
            case SPEECH -> device(seen, "whisper.cpp", settings.get().speech());
            case EMBEDDING, RERANKING -> device(seen, "ONNX Runtime", settings.get().embedding());
            case CHAT, PACK -> null;
        };
    }

    private static @Nullable Device device(Hardware seen, String runtime, DeviceChoice choice) {
        if (choice instanceof DeviceChoice.Cpu) {
            return Device.CPU;
        }
        return seen.runtimes().stream()
                .filter(each -> each.name().equals(runtime))
                .flatMap(each -> each.devices().stream())
                .filter(each ->
                        !(choice instanceof DeviceChoice.Gpu(int index))
                                || each.gpu() && each.index() == index)
                .findFirst()
                .orElse(null);
    }
}
