package dev.pharos.ui.command;

import java.util.Map;

/// The keys that were chosen in place of the usual ones.
///
/// @param chosen by the command's id, as [javafx.scene.input.KeyCombination#getName] writes them;
///   empty where the command shall have none
public record KeySettings(Map<String, String> chosen) {
    public static final String FEATURE = "keys";
    public static final KeySettings DEFAULT = new KeySettings(Map.of());

    public KeySettings {
        chosen = Map.copyOf(chosen);
    }
}
