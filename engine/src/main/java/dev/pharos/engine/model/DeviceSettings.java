package dev.pharos.engine.model;

import org.jspecify.annotations.Nullable;

/// On what models run.
///
/// @param whisperFolder of a build of whisper.cpp to be used instead of the one that comes with the
///   program; null for that one
public record DeviceSettings(
        DeviceChoice speech, DeviceChoice embedding, @Nullable String whisperFolder) {

    /// The name under which the settings file keeps them.
    public static final String FEATURE = "devices";

    public static final DeviceSettings DEFAULT =
            new DeviceSettings(DeviceChoice.AUTO, DeviceChoice.AUTO, null);
}
