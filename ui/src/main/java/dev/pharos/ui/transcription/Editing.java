package dev.pharos.ui.transcription;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.TranscriptEdit;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;

/// A transcript as a person changes it, with the way back. Every change is saved by itself, as a
/// new version; changes in quick succession as one. What cannot be saved stays, also when another
/// transcript is opened, until it is.
public final class Editing {

    /// Whether the newest words are kept.
    public sealed interface State {
        /// Nothing was changed since it was opened.
        record Unchanged() implements State {}

        record Saving() implements State {}

        record Saved() implements State {}

        record Failed(Problem problem) implements State {}
    }

    private final Background background;
    private final Executor later;
    private final ReadOnlyObjectWrapper<@Nullable Transcript> transcript =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Unchanged());
    private final History history = new History();
    private final ObservableList<Unsaved> unsaved = FXCollections.observableArrayList();
    private final Deque<PendingSave> waiting = new ArrayDeque<>();
    private @Nullable Owner owner;
    private @Nullable Transcript kept;
    private @Nullable PendingSave running;
    private Runnable handIn = () -> {};

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
        return history.undoableProperty();
    }

    public ReadOnlyBooleanProperty redoableProperty() {
        return history.redoableProperty();
    }

    /// @param asked to give what is being typed into a line, before other words take the place of
    ///   those shown and before the window closes
    void setHandIn(Runnable asked) {
        handIn = asked;
    }

    /// What could not be kept of recordings that are no longer open, and of all as the window was
    /// to close; one a recording, beside those that an import or a new transcription replaced.
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
        var changed = pending(whose);
        if (changed == null) {
            show(words, new State.Unchanged());
            return;
        }
        history.remember(words);
        show(changed.words(), new State.Saving());
        if (unsaved.removeIf(each -> each.again().within(List.of(changed)))) {
            saveNow();
        }
    }

    private @Nullable PendingSave pending(Owner whose) {
        return Stream.of(
                        unsaved.stream().map(Unsaved::again),
                        Stream.ofNullable(running),
                        waiting.stream())
                .flatMap(each -> each)
                .filter(each -> each.of(whose) && !each.aside())
                .reduce((_, newer) -> newer)
                .orElse(null);
    }

    /// Shows nothing any more; what was changed is on its way to be kept.
    public void leave() {
        handIn.run();
        saveNow();
        history.clear();
        owner = null;
        kept = null;
        show(null, new State.Unchanged());
    }

    /// Takes a version that is kept already, such as an imported one; undo leads back. Changed
    /// words that are not kept yet become a version before it.
    public void take(Transcript version) {
        handIn.run();
        var changed = unkept();
        boolean overtaken = changed != null || onTheWay() != null;
        if (changed != null) {
            putAside(changed);
        }
        history.remember(transcript.get());
        if (overtaken) {
            show(version, new State.Saving());
            saveNow();
        } else {
            kept = version;
            show(version, new State.Unchanged());
        }
    }

    private void putAside(PendingSave changed) {
        if (running != null && running.words() == changed.words()) {
            running.putAside();
        } else {
            changed.putAside();
            waiting.add(changed);
        }
    }

    /// Gives a segment other words; without any it is gone.
    public void text(int segment, String text) {
        var now = transcript.get();
        String words = oneLine(text);
        if (now != null
                && segment < now.segments().size()
                && !words.equals(now.segments().get(segment).text())) {
            changed(TranscriptEdit.text(now, segment, words));
        }
    }

    /// Takes what was typed into a line. Where another one stands in its place by now, that becomes
    /// a version of its own before those that are shown.
    ///
    /// @param shown the words in which the line stood when the typing began
    void typed(Transcript shown, Line line, String text) {
        var now = transcript.get();
        boolean there =
                now != null
                        && line.index() < now.segments().size()
                        && now.segments().get(line.index()).equals(line.segment());
        if (there) {
            text(line.index(), text);
        } else if (owner != null && !text.equals(line.segment().text())) {
            var changed = TranscriptEdit.text(shown, line.index(), oneLine(text));
            waiting.add(new PendingSave(owner, changed, true));
            state.set(new State.Saving());
            saveNow();
        }
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /// Says that a word was heard rightly.
    public void confirm(WordPlace place) {
        var now = transcript.get();
        if (now != null && place.word() >= 0) {
            changed(TranscriptEdit.confirm(now, place.segment(), place.word()));
        }
    }

    /// Gives a voice another name everywhere; the name of another voice makes both one.
    public void rename(String from, String to) {
        var now = transcript.get();
        if (now != null && !to.isBlank() && !to.strip().equals(from)) {
            changed(TranscriptEdit.speaker(now, from, to.strip()));
        }
    }

    /// Says who speaks one segment.
    public void speaker(int segment, String name) {
        var now = transcript.get();
        if (now != null
                && !name.isBlank()
                && !Objects.equals(now.segments().get(segment).speaker(), name.strip())) {
            changed(TranscriptEdit.speakerOf(now, segment, name.strip()));
        }
    }

    public void undo() {
        step(history::back);
    }

    public void redo() {
        step(history::forth);
    }

    private void step(Function<Transcript, @Nullable Transcript> way) {
        var now = transcript.get();
        var next = now == null ? null : way.apply(now);
        if (next != null) {
            change(next);
        }
    }

    private void changed(Transcript words) {
        history.remember(transcript.get());
        change(words);
    }

    private void change(Transcript words) {
        show(words, new State.Saving());
        later.execute(this::saveNow);
    }

    private void show(@Nullable Transcript now, State how) {
        transcript.set(now);
        state.set(how);
    }

    /// Keeps the newest words without waiting for the pause.
    public void saveNow() {
        var now = transcript.get();
        if (now == null || owner == null) {
            return;
        }
        var newest = onTheWay();
        if (newest == null && now == kept) {
            state.set(
                    !history.undoableProperty().get() ? new State.Unchanged() : new State.Saved());
        } else if (newest == null || newest.aside() || newest.words() != now) {
            save(new PendingSave(owner, now, false));
        }
    }

    /// The words of what is open that will be kept last of all that are on their way, or null.
    private @Nullable PendingSave onTheWay() {
        return Stream.concat(Stream.ofNullable(running), waiting.stream())
                .filter(this::isOpen)
                .reduce((_, newer) -> newer)
                .orElse(null);
    }

    /// Tries again to keep what could not be kept.
    public void saveUnsaved() {
        var again = List.copyOf(unsaved);
        unsaved.clear();
        again.forEach(each -> save(each.again()));
    }

    private void save(PendingSave version) {
        waiting.removeIf(each -> each.within(List.of(version)));
        waiting.add(version);
        saveNext();
    }

    private boolean isOpen(PendingSave version) {
        return owner != null && version.of(owner);
    }

    private void saveNext() {
        var version = waiting.peek();
        if (running != null || version == null) {
            return;
        }
        waiting.remove();
        running = version;
        background
                .<PendingSave>job(_ -> version.save(), outcome -> saved(version, outcome))
                .start();
    }

    private void saved(PendingSave version, Outcome<PendingSave> outcome) {
        if (running != version) {
            return; // it was settled as the window was to close
        }
        running = null;
        switch (outcome) {
            case Outcome.Done(_) -> {
                kept(version);
                if (isOpen(version) && transcript.get() != kept) {
                    saveNow();
                }
            }
            case Outcome.Failed(var why) -> refused(version, why);
            case Outcome.Cancelled() -> {}
        }
        saveNext();
    }

    private void kept(PendingSave version) {
        boolean open = isOpen(version);
        unsaved.removeIf(each ->
                each.words() == version.words() || open && each.again().within(List.of(version)));
        if (open) {
            kept = version.words();
            if (transcript.get() == kept) {
                state.set(new State.Saved());
            }
        }
    }

    private void refused(PendingSave version, Problem why) {
        if (isOpen(version) && !version.aside()) {
            state.set(new State.Failed(why));
        } else if (!version.within(waiting)) {
            remain(version, why);
        }
    }

    private void remain(PendingSave version, Problem why) {
        unsaved.removeIf(
                each -> each.words() == version.words() || each.again().within(List.of(version)));
        unsaved.add(new Unsaved(version.owner(), version.words(), why, version.aside()));
    }

    /// Keeps all that is not yet kept before it returns, as the window closes; what is refused
    /// stands in [#unsaved]. Waits for a save that is under way: older words must not follow newer
    /// ones.
    ///
    /// @return whether all is kept
    public boolean saveBeforeClosing() {
        handIn.run();
        var left = new ArrayList<PendingSave>();
        unsaved.forEach(each -> left.add(each.again()));
        var last = running;
        running = null;
        if (last != null && last.settle()) {
            kept(last);
        } else if (last != null) {
            left.add(last.again());
        }
        left.addAll(waiting);
        unsaved.clear();
        waiting.clear();
        for (int i = 0; i < left.size(); i++) {
            var each = left.get(i);
            boolean older = isOpen(each) && !each.aside();
            if (!older && !each.within(left.subList(i + 1, left.size()))) {
                saveHere(each);
            }
        }
        var shown = unkept();
        if (shown != null) {
            saveHere(shown);
        }
        return unsaved.isEmpty();
    }

    private void saveHere(PendingSave version) {
        switch (Background.runHere(_ -> version.save())) {
            case Outcome.Done(_) -> kept(version);
            case Outcome.Failed(var why) -> {
                refused(version, why);
                remain(version, why);
            }
            case Outcome.Cancelled() -> {}
        }
    }

    private @Nullable PendingSave unkept() {
        var now = transcript.get();
        return now == null || now == kept || owner == null
                ? null
                : new PendingSave(owner, now, false);
    }
}
