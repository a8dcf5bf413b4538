package dev.pharos.ui.settings;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.welcome.StartSettings;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.function.Consumer;

/// The language of the window. A choice is kept, and then spoken. For the JavaFX thread.
public final class LanguageViewModel {
    private final SettingsFile file;
    private final Background background;
    private final Consumer<Locale> speak;
    private final ReadOnlyStringWrapper chosen = new ReadOnlyStringWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

    /// @param spoken the language of the window as it is
    /// @param speak opens the window in another one
    public LanguageViewModel(
            SettingsFile file, Background background, Locale spoken, Consumer<Locale> speak) {
        this.file = file;
        this.background = background;
        this.speak = speak;
        chosen.set(spoken.getLanguage());
    }

    /// ISO 639-1 code of the one that is spoken, now or when the window is opened again.
    public ReadOnlyStringProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Why it could not be kept, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// @param code one that the window has words in
    public void choose(String code) {
        if (code.equals(chosen.get())) {
            return;
        }
        chosen.set(code);
        background
                .<Boolean>job(
                        _ -> keep(code),
                        outcome -> {
                            problem.set(outcome instanceof Outcome.Failed(var why) ? why : null);
                            if (outcome instanceof Outcome.Done<Boolean>) {
                                speak.accept(Locale.of(code));
                            }
                        })
                .start();
    }

    private boolean keep(String code) throws ProblemException {
        var start = file.read(StartSettings.FEATURE, StartSettings.class, StartSettings.DEFAULT);
        file.write(StartSettings.FEATURE, new StartSettings(code, start.done()));
        return true;
    }
}
