package dev.pharos.ui.settings;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.engine.transcription.SpeechModels;
import dev.pharos.engine.transcription.SpeechToText;
import dev.pharos.engine.transcription.TranscriptionOptions;
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
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;

/// What is chosen for transcriptions. Every choice is kept at once.
public final class SpeechSettingsViewModel {

    private record Loaded(TranscriptionOptions options, List<String> models) {}

    private final SettingsFile file;
    private final SpeechModels known;
    private final Background background;
    private final Executor later;
    private final ObservableList<String> models = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable String> model = new SimpleObjectProperty<>();
    private final StringProperty language = new SimpleStringProperty(SpeechToText.AUTO);
    private final BooleanProperty translate = new SimpleBooleanProperty();
    private final StringProperty prompt = new SimpleStringProperty("");
    private final BooleanProperty speakers = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<TranscriptionOptions> kept =
            new ReadOnlyObjectWrapper<>(TranscriptionOptions.DEFAULT);
    private int threads;
    private boolean showing;

    /// Something was chosen that the file does not hold yet.
    private boolean changed;

    /// @param later keeps what is typed after a short pause
    public SpeechSettingsViewModel(
            SettingsFile file, SpeechModels known, Background background, Executor later) {
        this.file = file;
        this.known = known;
        this.background = background;
        this.later = later;
        model.subscribe((_, _) -> keep());
        language.subscribe((_, _) -> keep());
        translate.subscribe((_, _) -> keep());
        speakers.subscribe((_, _) -> keep());
        prompt.subscribe((_, _) -> keep());
    }

    /// Names on this machine, and the file that was chosen, if any.
    public ObservableList<String> models() {
        return models;
    }

    /// A name or the path of a file; null where none is chosen.
    public ObjectProperty<@Nullable String> modelProperty() {
        return model;
    }

    public ObservableValue<Boolean> modelChosen() {
        return model.isNotNull();
    }

    /// What the file holds by now.
    public ReadOnlyObjectProperty<TranscriptionOptions> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /// ISO 639-1 code, or [SpeechToText#AUTO].
    public StringProperty languageProperty() {
        return language;
    }

    public BooleanProperty translateProperty() {
        return translate;
    }

    public StringProperty promptProperty() {
        return prompt;
    }

    public BooleanProperty speakersProperty() {
        return speakers;
    }

    /// Why the choices could not be read or kept, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Where model files are looked for.
    public Path folder() {
        return known.folder();
    }

    /// Reads what was chosen, and which models there are now.
    public void load() {
        background.<Loaded>job(_ -> new Loaded(read(), known.names()), this::show).start();
    }

    /// What is chosen now, as the file tells it; for every thread.
    public TranscriptionOptions read() throws ProblemException {
        return file.read(
                TranscriptionOptions.FEATURE,
                TranscriptionOptions.class,
                TranscriptionOptions.DEFAULT);
    }

    /// Takes a model file.
    public void choose(Path modelFile) {
        choose(modelFile.toString());
    }

    /// Takes a model by its name or the path of its file.
    public void choose(String name) {
        offer(name);
        model.set(name);
    }

    private void offer(@Nullable String name) {
        if (name != null && !models.contains(name)) {
            models.addFirst(name);
        }
    }

    private void show(Outcome<Loaded> outcome) {
        if (outcome instanceof Outcome.Failed(var why)) {
            problem.set(why);
        }
        if (!(outcome instanceof Outcome.Done(var loaded))) {
            return;
        }
        threads = loaded.options().threads();
        var options = changed ? chosen() : loaded.options();
        showing = true;
        models.setAll(loaded.models());
        offer(options.model());
        model.set(options.model());
        language.set(options.language());
        translate.set(options.translate());
        prompt.set(options.prompt() == null ? "" : options.prompt());
        speakers.set(options.speakers());
        showing = false;
        kept.set(loaded.options());
    }

    private void keep() {
        if (!showing) {
            changed = true;
            later.execute(this::write);
        }
    }

    private TranscriptionOptions chosen() {
        String words = prompt.get().strip();
        return new TranscriptionOptions(
                model.get(),
                language.get(),
                translate.get(),
                words.isEmpty() ? null : words,
                speakers.get(),
                threads);
    }

    private void write() {
        var options = chosen();
        background.<Boolean>job(_ -> write(options), outcome -> written(options, outcome)).start();
    }

    private boolean write(TranscriptionOptions options) throws ProblemException {
        file.write(TranscriptionOptions.FEATURE, options);
        return true;
    }

    /// Keeps what was chosen just now before it returns, as the window closes.
    ///
    /// @return whether it is kept
    public boolean saveBeforeClosing() {
        var options = chosen();
        if (changed) {
            written(options, Background.runHere(_ -> write(options)));
        }
        return !changed;
    }

    private void written(TranscriptionOptions options, Outcome<Boolean> outcome) {
        problem.set(outcome instanceof Outcome.Failed(var why) ? why : null);
        if (outcome instanceof Outcome.Done<Boolean>) {
            changed = !options.equals(chosen());
            kept.set(options);
        }
    }
}
