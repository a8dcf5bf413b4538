package dev.pharos.ui.transcription;

import dev.pharos.engine.library.SourceId;
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
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/// A transcript as a person changes it, with the way back. Every change is saved by itself, as a
/// new version; changes in quick succession as one. What cannot be saved stays, also when another
/// transcript is opened, until it is.
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

    /// The recording whose words they are.
    ///
    /// @param save keeps a version of them
    public record Owner(SourceId source, String title, Save save) {}

    /// Words that could not be kept.
    public record Unsaved(Owner owner, Transcript words, Problem why) {}

    private record Version(Owner owner, Transcript words) {
        Version save() throws ProblemException {
            owner.save().save(words);
            return this;
        }
    }

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
    private final ObservableList<Unsaved> unsaved = FXCollections.observableArrayList();
    private final Deque<Version> waiting = new ArrayDeque<>();
    private @Nullable Owner owner;
    private @Nullable Transcript kept;
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

    /// What could not be kept of recordings that are no longer open, and of all as the window was
    /// to close; one a recording.
    public ObservableList<Unsaved> unsaved() {
        return unsaved;
    }

    /// Begins with another transcript. Of one that was changed here and is not kept yet the changed
    /// words are shown, and kept if that is possible now.
    ///
    /// @param words as they were kept last
    public void open(Owner whose, Transcript words) {
        leave();
        owner = whose;
        kept = words;
        var changed = pending(whose.source());
        if (changed == null) {
            show(words, new State.Unchanged());
            return;
        }
        before.push(words);
        show(changed.words(), new State.Saving());
        if (unsaved.removeIf(each -> each.owner().source().equals(whose.source()))) {
            saveNow();
        }
    }

    private @Nullable Version pending(SourceId source) {
        return Stream.of(
                        unsaved.stream().map(each -> new Version(each.owner(), each.words())),
                        Stream.ofNullable(running),
                        waiting.stream())
                .flatMap(each -> each)
                .filter(each -> each.owner().source().equals(source))
                .reduce((_, newer) -> newer)
                .orElse(null);
    }

    /// Shows nothing any more; what was changed is on its way to be kept.
    public void leave() {
        if (transcript.get() != kept) {
            saveNow();
        }
        before.clear();
        after.clear();
        owner = null;
        kept = null;
        show(null, new State.Unchanged());
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
        if (now == null || owner == null) {
            return;
        }
        if (now == kept && running == null) {
            state.set(before.isEmpty() ? new State.Unchanged() : new State.Saved());
            return;
        }
        save(new Version(owner, now));
    }

    /// Tries again to keep what could not be kept.
    public void saveUnsaved() {
        var again = List.copyOf(unsaved);
        unsaved.clear();
        again.forEach(each -> save(new Version(each.owner(), each.words())));
    }

    private void save(Version version) {
        waiting.removeIf(each -> sameOwner(each, version));
        waiting.add(version);
        saveNext();
    }

    private static boolean sameOwner(Version one, Version other) {
        return one.owner().source().equals(other.owner().source());
    }

    private boolean isOpen(Version version) {
        return owner != null && owner.source().equals(version.owner().source());
    }

    private void saveNext() {
        var version = waiting.peek();
        if (running != null || version == null) {
            return;
        }
        waiting.remove();
        running = version;
        background.<Version>job(_ -> version.save(), outcome -> saved(version, outcome)).start();
    }

    private void saved(Version version, Outcome<Version> outcome) {
        running = null;
        switch (outcome) {
            case Outcome.Done(_) -> kept(version);
            case Outcome.Failed(var why) -> refused(version, why);
            case Outcome.Cancelled() -> {}
        }
        saveNext();
    }

    private void kept(Version version) {
        boolean open = isOpen(version);
        unsaved.removeIf(each ->
                each.owner().source().equals(version.owner().source())
                        && (open || each.words() == version.words()));
        if (!open) {
            return;
        }
        kept = version.words();
        if (transcript.get() == kept) {
            state.set(new State.Saved());
        } else {
            saveNow();
        }
    }

    private void refused(Version version, Problem why) {
        if (isOpen(version)) {
            state.set(new State.Failed(why));
        } else if (waiting.stream().noneMatch(newer -> sameOwner(newer, version))) {
            remain(version, why);
        }
    }

    private void remain(Version version, Problem why) {
        unsaved.removeIf(each -> each.owner().source().equals(version.owner().source()));
        unsaved.add(new Unsaved(version.owner(), version.words(), why));
    }

    /// Keeps all that is not yet kept before it returns, as the window closes; what is refused
    /// stands in [#unsaved].
    ///
    /// @return whether all is kept
    public boolean saveBeforeClosing() {
        var newest = new LinkedHashMap<SourceId, Version>();
        Stream.of(
                        unsaved.stream().map(each -> new Version(each.owner(), each.words())),
                        Stream.ofNullable(running),
                        waiting.stream(),
                        Stream.ofNullable(unkept()))
                .flatMap(each -> each)
                .forEach(each -> newest.put(each.owner().source(), each));
        unsaved.clear();
        waiting.clear();
        newest.values().forEach(this::saveHere);
        return unsaved.isEmpty();
    }

    private void saveHere(Version version) {
        switch (Background.runHere(_ -> version.save())) {
            case Outcome.Done(_) -> kept(version);
            case Outcome.Failed(var why) -> {
                refused(version, why);
                remain(version, why);
            }
            case Outcome.Cancelled() -> {}
        }
    }

    private @Nullable Version unkept() {
        var now = transcript.get();
        return now == null || now == kept || owner == null ? null : new Version(owner, now);
    }
}
