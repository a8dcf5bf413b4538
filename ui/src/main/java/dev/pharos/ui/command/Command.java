package dev.pharos.ui.command;

import javafx.scene.input.KeyCombination;

import java.util.List;
import java.util.function.BooleanSupplier;

/// Something that can be done in the window: by a key, from the palette, from a menu.
///
/// @param id also the key of its words
/// @param keys that do it unless others are chosen; the first is the one that is shown
/// @param possible asked each time
public record Command(
        String id,
        Group group,
        List<KeyCombination> keys,
        BooleanSupplier possible,
        Runnable action) {

    /// What it has to do with; in this order the list of keys shows them.
    public enum Group {
        GO,
        TABS,
        DO,
        LOOK
    }

    public Command {
        keys = List.copyOf(keys);
    }
}
