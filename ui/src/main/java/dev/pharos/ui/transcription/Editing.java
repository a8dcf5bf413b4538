package dev.pharos.ui.transcription;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.TranscriptEdit;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Executor;

/// A transcript as a person changes it, with the way back. Every change is saved by itself, as a
/// new version; changes in quick succession as one.
public final class Editing {

    /// Keeps a version; blocks.
    @FunctionalInterface
    public interface Save {
        void save(Transcript transcript) throws ProblemException;
    }

    /// Whether the newest words are kept.
    public sealed interface State {
        /// Nothing was changed since it was opened.
        record Unchanged() implements State {}

        record Saving() implements State {}

        record Saved() implements State {}

        record Failed(Problem problem) implements State {}
    }

    /// Words, and where they belong.
    private record Version(Transcript words, Save with) {}

    private final Background background;
    private final Executor later;
    private final ReadOnlyObjectWrapper<@Nullable Transcript> transcript =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Unchanged());
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private final Deque<Transcript> before = new ArrayDeque<>();
    private final Deque<Transcript> after = new ArrayDeque<>();
    private Save save = _ -> {};
    private @Nullable Transcript kept;
    private final Deque<Version> waiting = new ArrayDeque<>();
    private @Nullable Version running;

    /// @param later runs the newest command after a short pause
    public Editing(Background background, Executor later) {
        this.background = background;
        this.later = later;
    }

    public ReadOnlyObjectProperty<@Nullable Transcript> transcriptProperty() {
        return transcript.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    /// Begins with another transcript, after what was changed before is on its way to be kept.
    ///
    /// @param with keeps its versions
    public void open(@Nullable Transcript other, Save with) {
        if (transcript.get() != kept) {
            saveNow();
        }
        before.clear();
        after.clear();
        save = with;
        kept = other;
        show(other, new State.Unchanged());
    }

    /// Takes a version that is kept already, such as an imported one; undo leads back.
    public void take(Transcript version) {
        remember();
        kept = version;
        show(version, new State.Unchanged());
    }

    /// Gives a segment other words; without any it is gone.
    public void text(int segment, String text) {
        var now = transcript.get();
        String words = text.strip().replaceAll("\\s+", " ");
        if (now != null
                && segment < now.segments().size()
                && !words.equals(now.segments().get(segment).text())) {
            change(TranscriptEdit.text(now, segment, words));
        }
    }

    /// Says that a word was heard rightly.
    public void confirm(WordPlace place) {
        var now = transcript.get();
        if (now != null && place.word() >= 0) {
            change(TranscriptEdit.confirm(now, place.segment(), place.word()));
        }
    }

    /// Gives a voice another name everywhere; the name of another voice makes both one.
    public void rename(String from, String to) {
        var now = transcript.get();
        if (now != null && !to.isBlank() && !to.strip().equals(from)) {
            change(TranscriptEdit.speaker(now, from, to.strip()));
        }
    }

    /// Says who speaks one segment.
    public void speaker(int segment, String name) {
        var now = transcript.get();
        if (now != null
                && !name.isBlank()
                && !Objects.equals(now.segments().get(segment).speaker(), name.strip())) {
            change(TranscriptEdit.speakerOf(now, segment, name.strip()));
        }
    }

    public void undo() {
        step(before, after);
    }

    public void redo() {
        step(after, before);
    }

    private void step(Deque<Transcript> from, Deque<Transcript> to) {
        var now = transcript.get();
        if (now == null || from.isEmpty()) {
            return;
        }
        to.push(now);
        show(from.pop(), new State.Saving());
        later.execute(this::saveNow);
    }

    private void change(Transcript changed) {
        remember();
        show(changed, new State.Saving());
        later.execute(this::saveNow);
    }

    private void remember() {
        var now = transcript.get();
        if (now != null) {
            before.push(now);
            after.clear();
        }
    }

    private void show(@Nullable Transcript now, State how) {
        transcript.set(now);
        state.set(how);
        undoable.set(!before.isEmpty());
        redoable.set(!after.isEmpty());
    }

    /// Keeps the newest words without waiting for the pause.
    public void saveNow() {
        var now = transcript.get();
        if (now == null) {
            return;
        }
        if (now == kept && running == null) {
            state.set(before.isEmpty() ? new State.Unchanged() : new State.Saved());
            return;
        }
        waiting.removeIf(version -> version.with() == save);
        waiting.add(new Version(now, save));
        saveNext();
    }

    private void saveNext() {
        var version = waiting.peek();
        if (running != null || version == null) {
            return;
        }
        waiting.remove();
        running = version;
        background
                .<Version>job(
                        _ -> {
                            version.with().save(version.words());
                            return version;
                        },
                        outcome -> saved(version, outcome))
                .start();
    }

    private void saved(Version version, Outcome<Version> outcome) {
        running = null;
        if (version.with() == save) {
            switch (outcome) {
                case Outcome.Done(_) -> {
                    kept = version.words();
                    saveIfBehind();
                }
                case Outcome.Failed(var problem) -> state.set(new State.Failed(problem));
                case Outcome.Cancelled() -> {}
            }
        }
        saveNext();
    }

    private void saveIfBehind() {
        if (transcript.get() == kept) {
            state.set(new State.Saved());
        } else {
            saveNow();
        }
    }

    /// Keeps all that is not yet kept before it returns, as the window closes.
    public void saveBeforeClosing() throws ProblemException {
        if (running != null) {
            waiting.addFirst(running);
        }
        var now = transcript.get();
        if (now != null && now != kept) {
            waiting.removeIf(version -> version.with() == save);
            waiting.add(new Version(now, save));
        }
        for (var version = waiting.poll(); version != null; version = waiting.poll()) {
            version.with().save(version.words());
        }
    }
}
