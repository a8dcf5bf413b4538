package dev.pharos.ui.settings;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.theme.ThemeSettings;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// How the window looks. A theme counts and is kept at once.
public final class SettingsViewModel {

    /// What became of the last reading or writing.
    public sealed interface State {
        record Quiet() implements State {}

        record Failed(Problem problem) implements State {}
    }

    private final SettingsFile file;
    private final Background background;
    private final ObjectProperty<ThemeSettings> theme =
            new SimpleObjectProperty<>(ThemeSettings.DEFAULT);
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Quiet());

    public SettingsViewModel(SettingsFile file, Background background) {
        this.file = file;
        this.background = background;
    }

    public ReadOnlyObjectProperty<ThemeSettings> themeProperty() {
        return theme;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Reads what was kept. Until it is there, the default stands.
    public void load() {
        background
                .<ThemeSettings>job(
                        _ ->
                                file.read(
                                        ThemeSettings.FEATURE,
                                        ThemeSettings.class,
                                        ThemeSettings.DEFAULT),
                        outcome -> {
                            if (outcome instanceof Outcome.Done(var kept)) {
                                theme.set(kept);
                            }
                            show(outcome);
                        })
                .start();
    }

    /// Takes a look and keeps it.
    public void choose(ThemeSettings settings) {
        theme.set(settings);
        background
                .<ThemeSettings>job(
                        _ -> {
                            file.write(ThemeSettings.FEATURE, settings);
                            return settings;
                        },
                        this::show)
                .start();
    }

    private void show(Outcome<ThemeSettings> outcome) {
        state.set(
                outcome instanceof Outcome.Failed(var problem)
                        ? new State.Failed(problem)
                        : new State.Quiet());
    }
}
