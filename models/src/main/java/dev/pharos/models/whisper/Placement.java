package dev.pharos.models.whisper;

import dev.pharos.engine.model.DeviceChoice;
import dev.pharos.engine.model.DeviceSettings;

import java.util.Objects;

/// Which build of whisper.cpp shall compute, and on what.
///
/// @param folder of a build that the owner plugged in; empty for the bundled one
record Placement(String folder, DeviceChoice device) {

    static final Placement SAFEST = new Placement("", new DeviceChoice.Cpu());

    static Placement of(DeviceSettings settings) {
        String folder = Objects.requireNonNullElse(settings.whisperFolder(), "");
        return new Placement(folder.strip(), settings.speech());
    }

    private static final boolean BUNDLED_WITH_GPU =
            System.getProperty("os.name", "").startsWith("Mac");

    /// Whether only the CPU can compute there, by libraries that are known.
    boolean safe() {
        return !plugged() && (!mayUseGpu() || !BUNDLED_WITH_GPU);
    }

    Placement bundled() {
        return new Placement("", device);
    }

    boolean plugged() {
        return !folder.isEmpty();
    }

    boolean mayUseGpu() {
        return !(device instanceof DeviceChoice.Cpu);
    }

    /// As whisper.cpp counts GPUs.
    int gpu() {
        return device instanceof DeviceChoice.Gpu(int index) ? index : 0;
    }
}
