package dev.pharos.ui.beside;

import javafx.scene.input.KeyCombination;

/// What there shall be of the program beside its window.
///
/// @param keepInTray it goes on when the window is closed
/// @param globalKey a key shows the small window for a thought, in whatever program
/// @param key that one, as [KeyCombination#getName] writes it
public record BesideSettings(boolean keepInTray, boolean globalKey, String key) {
    public static final String FEATURE = "beside";
    public static final BesideSettings DEFAULT = new BesideSettings(false, false, "Ctrl+Alt+N");

    public BesideSettings withKeepInTray(boolean now) {
        return new BesideSettings(now, globalKey, key);
    }

    public BesideSettings withGlobalKey(boolean now) {
        return new BesideSettings(keepInTray, now, key);
    }

    public BesideSettings withKey(String now) {
        return new BesideSettings(keepInTray, globalKey, now);
    }

    /// The usual one where this cannot be read.
    KeyCombination combination() {
        try {
            return KeyCombination.valueOf(key);
        } catch (IllegalArgumentException _) {
            return KeyCombination.valueOf(DEFAULT.key());
        }
    }
}
