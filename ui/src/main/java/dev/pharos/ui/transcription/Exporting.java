package dev.pharos.ui.transcription;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.DiskSpace;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.TranscriptFormat;
import dev.pharos.engine.work.WholeFile;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/// Writes a transcript to a file of the user's choice: the whole file or none.
public final class Exporting {

    /// What became of the last one.
    public sealed interface State {
        record Quiet() implements State {}

        record Written(Path file) implements State {}

        record Failed(Problem problem) implements State {}
    }

    private final Background background;
    private final BooleanProperty times = new SimpleBooleanProperty(true);
    private final BooleanProperty speakers = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Quiet());

    public Exporting(Background background) {
        this.background = background;
    }

    /// Whether to write when it was said.
    public BooleanProperty timesProperty() {
        return times;
    }

    /// Whether to write who said it.
    public BooleanProperty speakersProperty() {
        return speakers;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// @param title of the recording
    /// @param chosen gets the ending of its format, where it has another
    public void write(Transcript transcript, String title, TranscriptFormat format, Path chosen) {
        var shown = new TranscriptFormat.Shown(times.get(), speakers.get());
        state.set(new State.Quiet());
        background
                .<Path>job(
                        _ -> {
                            var file = ended(chosen, format);
                            write(transcript, title, format, shown, file);
                            return file;
                        },
                        outcome ->
                                state.set(
                                        switch (outcome) {
                                            case Outcome.Done(var written) ->
                                                    new State.Written(written);
                                            case Outcome.Failed(var problem) ->
                                                    new State.Failed(problem);
                                            case Outcome.Cancelled() -> new State.Quiet();
                                        }))
                .start();
    }

    /// A name that nobody has chosen replaces no file.
    static Path ended(Path chosen, TranscriptFormat format) {
        var name = chosen.getFileName().toString();
        var ending = "." + format.id();
        if (name.toLowerCase(Locale.ROOT).endsWith(ending)) {
            return chosen;
        }
        var file = chosen.resolveSibling(name + ending);
        for (int number = 2; Files.exists(file); number++) {
            file = chosen.resolveSibling(name + " " + number + ending);
        }
        return file;
    }

    private static void write(
            Transcript transcript,
            String title,
            TranscriptFormat format,
            TranscriptFormat.Shown shown,
            Path file)
            throws ProblemException {
        try {
            WholeFile.replace(file, out -> format.write(transcript, title, shown, out));
        } catch (IOException e) {
            var folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
            throw new ProblemException(DiskSpace.problem(folder, e), e);
        }
    }
}
