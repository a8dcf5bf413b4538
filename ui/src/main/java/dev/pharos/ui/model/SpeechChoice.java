package dev.pharos.ui.model;

import dev.pharos.engine.model.ModelKind;
import dev.pharos.engine.model.Shelved;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Which model recognises speech, as the settings tell it.
///
/// @param chosen a name or the path of a file; null where none is chosen
/// @param choose takes such a name; for the JavaFX thread
/// @param names what can be chosen by name; for a worker
public record SpeechChoice(
        ObservableValue<@Nullable String> chosen,
        Consumer<String> choose,
        Supplier<List<String>> names) {

    /// Whether it is the chosen one.
    boolean is(Shelved model) {
        var name = chosen.getValue();
        return name != null
                && model.info().kind() == ModelKind.SPEECH
                && (name.equals(shortName(model))
                        || model.state() instanceof Shelved.State.Present here
                                && name.equals(here.place().toString()));
    }

    /// What the settings shall call it: its name where that is known, else its place on the disk.
    /// For a worker.
    String nameOf(Shelved model) {
        String name = shortName(model);
        return model.state() instanceof Shelved.State.Present here && !names.get().contains(name)
                ? here.place().toString()
                : name;
    }

    /// Lets it recognise speech from now on.
    void use(Shelved model, Background background) {
        background
                .<String>job(
                        _ -> nameOf(model),
                        outcome -> {
                            if (outcome instanceof Outcome.Done(var name)) {
                                choose.accept(name);
                            }
                        })
                .start();
    }

    private static String shortName(Shelved model) {
        String id = model.info().id();
        return id.substring(id.indexOf('/') + 1);
    }
}
