package dev.pharos.ui.command;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// All that can be done in the window: its keys, the palette and the list of keys are made from it.
/// For the JavaFX thread.
public final class Commands {
    /// In text it takes back what was typed.
    private static final KeyCombination UNDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final String control;
    private final Map<String, Command> all = new LinkedHashMap<>();
    private final Map<String, List<KeyCombination>> keys = new HashMap<>();
    private final ReadOnlyObjectWrapper<KeySettings> settings =
            new ReadOnlyObjectWrapper<>(KeySettings.DEFAULT);

    /// @param control what the key Ctrl is called
    public Commands(String control) {
        this.control = control;
    }

    /// @param usual keys as [KeyCombination#valueOf] reads them
    public void add(
            Command.Group group,
            String id,
            BooleanSupplier possible,
            Runnable action,
            String... usual) {
        var combinations = Stream.of(usual).map(Commands::usual).toList();
        all.put(id, new Command(id, group, combinations, possible, action));
    }

    /// A name that is no key's would be read as a character, which no key ever is.
    private static KeyCombination usual(String name) {
        if (KeyCombination.valueOf(name) instanceof KeyCodeCombination key) {
            return key;
        }
        throw new IllegalArgumentException(name);
    }

    /// What can always be done.
    public void add(Command.Group group, String id, Runnable action, String... usual) {
        add(group, id, () -> true, action, usual);
    }

    public Collection<Command> all() {
        return Collections.unmodifiableCollection(all.values());
    }

    public Optional<Command> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /// What is chosen in place of the usual keys.
    public ReadOnlyObjectProperty<KeySettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /// Takes other keys from now on; a key that cannot be read counts as none.
    public void choose(KeySettings chosen) {
        keys.clear();
        chosen.chosen().forEach((id, name) -> keys.put(id, combinations(name)));
        settings.set(chosen);
    }

    private static List<KeyCombination> combinations(String name) {
        try {
            return name.isBlank() ? List.of() : List.of(KeyCombination.valueOf(name));
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }

    private List<KeyCombination> keys(Command command) {
        return keys.getOrDefault(command.id(), command.keys());
    }

    /// The key that is shown for a command, or null where it has none.
    public @Nullable KeyCombination key(Command command) {
        var combinations = keys(command);
        return combinations.isEmpty() ? null : combinations.getFirst();
    }

    /// The key of a command as people write it, else empty.
    public String keyText(String id) {
        var command = all.get(id);
        var key = command == null ? null : key(command);
        return key == null ? "" : text(key);
    }

    /// A key as people write it.
    public String text(KeyCombination key) {
        return key.getDisplayText().replace("Ctrl", control);
    }

    /// Another command that has this key already.
    public Optional<Command> clash(Command command, KeyCombination key) {
        return all.values().stream()
                .filter(each -> each != command && keys(each).contains(key))
                .findFirst();
    }

    /// What a key does now.
    ///
    /// @param typing text is being typed, so that only keys count that write nothing and take
    ///   nothing back there
    public Optional<Command> of(KeyEvent event, boolean typing) {
        return all.values().stream()
                .filter(each -> keys(each).stream().anyMatch(key -> counts(key, event, typing)))
                .filter(each -> each.possible().getAsBoolean())
                .findFirst();
    }

    private static boolean counts(KeyCombination key, KeyEvent event, boolean typing) {
        return key.match(event) && !(typing && (writes(key) || key.equals(UNDO)));
    }

    private static boolean writes(KeyCombination key) {
        return key.getShortcut() != ModifierValue.DOWN
                && key.getControl() != ModifierValue.DOWN
                && key.getAlt() != ModifierValue.DOWN
                && key.getMeta() != ModifierValue.DOWN
                && !(key instanceof KeyCodeCombination code && code.getCode().isFunctionKey());
    }

    /// The key that is being pressed, with Ctrl (on a Mac Command) as the shortcut's own; null for
    /// a modifier alone.
    public static @Nullable KeyCombination pressed(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code.isModifierKey() || code == KeyCode.UNDEFINED) {
            return null;
        }
        return new KeyCodeCombination(
                code,
                event.isShiftDown() ? ModifierValue.DOWN : ModifierValue.UP,
                ModifierValue.UP,
                event.isAltDown() ? ModifierValue.DOWN : ModifierValue.UP,
                ModifierValue.UP,
                event.isShortcutDown() ? ModifierValue.DOWN : ModifierValue.UP);
    }
}
