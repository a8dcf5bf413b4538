package dev.pharos.ui.settings;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.settings.ChatSettings;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.theme.ThemeSettings;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

/// The settings as they are edited. A theme counts and is kept at once, all else when it is saved.
public final class SettingsViewModel {

    /// What became of the last reading or writing.
    public sealed interface State {
        record Quiet() implements State {}

        record Saved() implements State {}

        record Failed(Problem problem) implements State {}
    }

    /// All that is kept.
    private record Kept(ThemeSettings theme, ChatSettings chat) {}

    private final SettingsFile file;
    private final Background background;
    private final ObjectProperty<ThemeSettings.Choice> theme =
            new SimpleObjectProperty<>(ThemeSettings.DEFAULT.choice());
    private final StringProperty baseUrl = new SimpleStringProperty("");
    private final StringProperty model = new SimpleStringProperty("");
    private final StringProperty apiKey = new SimpleStringProperty("");
    private final BooleanProperty remoteAllowed = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Quiet());

    public SettingsViewModel(SettingsFile file, Background background) {
        this.file = file;
        this.background = background;
    }

    public ObjectProperty<ThemeSettings.Choice> themeProperty() {
        return theme;
    }

    public StringProperty baseUrlProperty() {
        return baseUrl;
    }

    public StringProperty modelProperty() {
        return model;
    }

    public StringProperty apiKeyProperty() {
        return apiKey;
    }

    public BooleanProperty remoteAllowedProperty() {
        return remoteAllowed;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Reads what was kept. Until it is there, the defaults stand.
    public void load() {
        background
                .<Kept>job(
                        _ ->
                                new Kept(
                                        file.read(
                                                ThemeSettings.FEATURE,
                                                ThemeSettings.class,
                                                ThemeSettings.DEFAULT),
                                        file.read(
                                                ChatSettings.FEATURE,
                                                ChatSettings.class,
                                                ChatSettings.NONE)),
                        this::show)
                .start();
    }

    /// Takes a theme and keeps it.
    public void choose(ThemeSettings.Choice choice) {
        theme.set(choice);
        write(ThemeSettings.FEATURE, new ThemeSettings(choice));
    }

    /// Keeps who writes the answers.
    public void save() {
        write(
                ChatSettings.FEATURE,
                new ChatSettings(
                        orNull(baseUrl), orNull(model), orNull(apiKey), remoteAllowed.get()));
    }

    private void write(String feature, Object settings) {
        background
                .<Object>job(
                        _ -> {
                            file.write(feature, settings);
                            return settings;
                        },
                        this::saved)
                .start();
    }

    private void show(Outcome<Kept> outcome) {
        switch (outcome) {
            case Outcome.Done(var kept) -> {
                theme.set(kept.theme().choice());
                baseUrl.set(orEmpty(kept.chat().baseUrl()));
                model.set(orEmpty(kept.chat().model()));
                apiKey.set(orEmpty(kept.chat().apiKey()));
                remoteAllowed.set(kept.chat().remoteAllowed());
                state.set(new State.Quiet());
            }
            case Outcome.Failed(var problem) -> state.set(new State.Failed(problem));
            case Outcome.Cancelled() -> state.set(new State.Quiet());
        }
    }

    private void saved(Outcome<Object> outcome) {
        state.set(
                switch (outcome) {
                    case Outcome.Done(_) -> new State.Saved();
                    case Outcome.Failed(var problem) -> new State.Failed(problem);
                    case Outcome.Cancelled() -> new State.Quiet();
                });
    }

    private static @Nullable String orNull(StringProperty property) {
        String text = property.get().strip();
        return text.isEmpty() ? null : text;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
