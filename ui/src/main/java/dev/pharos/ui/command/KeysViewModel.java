package dev.pharos.ui.command;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Kept;

import javafx.beans.property.ReadOnlyObjectProperty;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// The keys of all commands, and the change of them. A change counts and is kept at once.
public final class KeysViewModel {
    private final Commands commands;
    private final Kept<KeySettings> kept;

    public KeysViewModel(Commands commands, SettingsFile file, Background background) {
        this.commands = commands;
        kept =
                new Kept<>(
                        file,
                        KeySettings.FEATURE,
                        KeySettings.class,
                        KeySettings.DEFAULT,
                        background);
        kept.valueProperty().subscribe((_, now) -> commands.choose(now));
    }

    public Commands commands() {
        return commands;
    }

    /// Why the keys could not be read or kept, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return kept.problemProperty();
    }

    /// Reads what was kept. Until it is there, the usual keys count.
    public void load() {
        kept.load();
    }

    public boolean changed(Command command) {
        return chosen().containsKey(command.id());
    }

    public boolean anyChanged() {
        return !chosen().isEmpty();
    }

    private Map<String, String> chosen() {
        return commands.settingsProperty().get().chosen();
    }

    /// Gives a command another key, and takes that from whichever had it.
    ///
    /// @param key its name, or empty for none
    /// @param before which command had it, or null
    public void choose(Command command, String key, @Nullable Command before) {
        change(chosen -> {
            if (before != null) {
                chosen.put(before.id(), "");
            }
            chosen.put(command.id(), key);
        });
    }

    /// Gives a command its usual keys again.
    public void reset(Command command) {
        change(chosen -> chosen.remove(command.id()));
    }

    /// Gives all commands their usual keys again.
    ///
    /// @return takes that back
    public Runnable resetAll() {
        var before = commands.settingsProperty().get();
        keep(KeySettings.DEFAULT);
        return () -> keep(before);
    }

    private void change(Consumer<Map<String, String>> how) {
        var chosen = new HashMap<>(chosen());
        how.accept(chosen);
        keep(new KeySettings(chosen));
    }

    private void keep(KeySettings settings) {
        kept.change(_ -> settings);
    }
}
