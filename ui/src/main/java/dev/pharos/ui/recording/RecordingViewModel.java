package dev.pharos.ui.recording;

import dev.pharos.engine.library.RecordNote;
import dev.pharos.engine.library.Recordings;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.Microphone;
import dev.pharos.engine.recording.Recorder;
import dev.pharos.ui.control.Clock;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// The recording under way, and what becomes of it: it is imported and queued for transcription as
/// soon as it ends, whoever ended it. Knows no clock: somebody calls [#look] while it runs.
public final class RecordingViewModel {
    private static final long SILENT_MS = 3_000;

    /// What became of the last recording.
    public sealed interface Result {
        record None() implements Result {}

        /// It is in the library.
        ///
        /// @param why it ended without being asked, or null
        record Kept(SourceId source, String title, long durationMs, @Nullable Problem why)
                implements Result {}

        /// It could not be begun, or not be imported; what was recorded lies safe.
        record Failed(Problem problem) implements Result {}
    }

    /// What it works with.
    ///
    /// @param titles names a recording by when it began
    public record Parts(
            Recorder recorder, Recordings recordings, Function<Instant, String> titles) {}

    private record Added(SourceId source, String title, long durationMs) {}

    private final Parts parts;
    private final Background background;
    private final ReadOnlyObjectWrapper<Recorder.@Nullable State> state =
            new ReadOnlyObjectWrapper<>();
    private final ObservableValue<String> elapsed =
            Bindings.createStringBinding(() -> elapsed(state.get()), state);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Result> result =
            new ReadOnlyObjectWrapper<>(new Result.None());
    private final ObservableList<Microphone.Input> inputs = FXCollections.observableArrayList();
    private final ObjectProperty<Microphone.@Nullable Input> input = new SimpleObjectProperty<>();
    private final ObservableList<Recorder.Unfinished> unfinished =
            FXCollections.observableArrayList();

    public RecordingViewModel(Parts parts, Background background) {
        this.parts = parts;
        this.background = background;
    }

    /// What the recording under way is like, or null.
    public ReadOnlyObjectProperty<Recorder.@Nullable State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// How long the recording under way is by now, in words; empty where there is none.
    public ObservableValue<String> elapsed() {
        return elapsed;
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// It is being begun or ended.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// It runs, or is being begun or ended.
    public boolean underWay() {
        return running.get() || busy.get();
    }

    /// For how many seconds no signal has arrived, if that is worth a warning, else 0.
    public long silentSeconds() {
        var now = state.get();
        return now == null || now.paused() || now.silentMs() < SILENT_MS
                ? 0
                : now.silentMs() / 1000;
    }

    public ReadOnlyObjectProperty<Result> resultProperty() {
        return result.getReadOnlyProperty();
    }

    private static String elapsed(Recorder.@Nullable State now) {
        return now == null ? "" : Clock.of(now.elapsedMs());
    }

    public ObservableList<Microphone.Input> inputs() {
        return inputs;
    }

    /// The input to record from; null takes the default.
    public ObjectProperty<Microphone.@Nullable Input> inputProperty() {
        return input;
    }

    /// What a program that was killed left, and nobody has decided on yet.
    public ObservableList<Recorder.Unfinished> unfinished() {
        return unfinished;
    }

    /// Asks the system anew which inputs there are.
    public void loadInputs() {
        background
                .<List<Microphone.Input>>job(
                        _ -> parts.recorder().microphone().inputs(),
                        outcome -> {
                            if (outcome instanceof Outcome.Done(var now)) {
                                show(now);
                            }
                        })
                .start();
    }

    private void show(List<Microphone.Input> now) {
        var chosen = input.get();
        inputs.setAll(now);
        input.set(
                chosen != null && now.contains(chosen)
                        ? chosen
                        : now.isEmpty() ? null : now.getFirst());
    }

    /// Has the system's sound loaded before it is needed; which input is chosen stays as it is.
    public void prepare() {
        background
                .<List<Microphone.Input>>job(_ -> parts.recorder().microphone().inputs(), _ -> {})
                .start();
    }

    /// Looks for what was left unfinished.
    public void loadUnfinished() {
        background
                .<List<Recorder.Unfinished>>job(
                        _ -> parts.recorder().unfinished(),
                        outcome -> {
                            if (outcome instanceof Outcome.Done(var left)) {
                                unfinished.setAll(left);
                            }
                        })
                .start();
    }

    public void startOrStop() {
        if (running.get()) {
            stop();
        } else {
            start();
        }
    }

    private void start() {
        if (busy.get()) {
            return;
        }
        var from = input.get();
        result.set(new Result.None());
        busy.set(true);
        command(
                () -> parts.recorder().start(from == null ? null : from.id()),
                started -> {
                    busy.set(false);
                    running.set(started);
                });
    }

    public void pauseOrResume() {
        var now = state.get();
        if (now != null && now.paused()) {
            command(parts.recorder()::resume, _ -> {});
        } else if (now != null) {
            command(parts.recorder()::pause, _ -> {});
        }
    }

    /// Remembers this moment.
    public void mark() {
        if (running.get()) {
            command(parts.recorder()::mark, _ -> {});
        }
    }

    @FunctionalInterface
    private interface Command {
        void run() throws ProblemException;
    }

    private void command(Command does, Consumer<Boolean> then) {
        background
                .<Boolean>job(
                        _ -> {
                            does.run();
                            return true;
                        },
                        outcome -> {
                            then.accept(outcome instanceof Outcome.Done<Boolean>);
                            if (outcome instanceof Outcome.Failed(var problem)) {
                                result.set(new Result.Failed(problem));
                            }
                            look();
                        })
                .start();
    }

    /// Ends the recording, imports it and has it transcribed.
    public void stop() {
        end(null);
    }

    private void end(@Nullable Problem why) {
        if (!running.get() || busy.get()) {
            return;
        }
        busy.set(true);
        background
                .<Added>job(
                        _ -> add(parts.recorder().stop()),
                        outcome -> {
                            running.set(false);
                            state.set(null);
                            added(outcome, why);
                            if (outcome instanceof Outcome.Failed<Added>) {
                                loadUnfinished();
                            }
                        })
                .start();
    }

    private Added add(Recorder.Recorded recorded) throws ProblemException {
        String given = RecordNote.of(recorded).title();
        String title = given == null ? parts.titles().apply(recorded.started()) : given;
        var source = parts.recordings().add(recorded, parts.recorder(), title);
        return new Added(source, title, recorded.durationMs());
    }

    private void added(Outcome<Added> outcome, @Nullable Problem why) {
        switch (outcome) {
            case Outcome.Done(var added) ->
                    result.set(
                            new Result.Kept(
                                    added.source(), added.title(), added.durationMs(), why));
            case Outcome.Failed(var problem) -> result.set(new Result.Failed(problem));
            case Outcome.Cancelled() -> {}
        }
        busy.set(false);
    }

    /// Takes over how the recording is; one that ended by itself is kept like any other.
    public void look() {
        if (!running.get() || busy.get()) {
            return;
        }
        var now = parts.recorder().state();
        state.set(now);
        if (now != null && now.ended() != null) {
            end(now.ended());
        }
    }

    /// Brings what was left unfinished into the library.
    public void recover(Recorder.Unfinished left) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        background
                .<Added>job(
                        _ -> add(parts.recorder().recover(left)),
                        outcome -> {
                            if (outcome instanceof Outcome.Done<Added>) {
                                unfinished.remove(left);
                            }
                            added(outcome, null);
                        })
                .start();
    }

    /// Asks again at the next start.
    public void later(Recorder.Unfinished left) {
        unfinished.remove(left);
    }

    /// Puts away what was told of the last recording.
    public void dismiss() {
        result.set(new Result.None());
    }
}
