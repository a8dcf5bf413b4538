package dev.pharos.ui.note;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.note.Merge;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.note.Notes;
import dev.pharos.engine.note.Notes.Saved;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.ui.note.Draft.State;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// All notes that have words which are not yet kept, the open one among them. What cannot be kept
/// stays here, also when another note is opened, until it is. For the JavaFX thread.
final class Drafts {

    private final Notes notes;
    private final Background background;
    private final Map<SourceId, Draft> drafts = new LinkedHashMap<>();
    private final Set<SourceId> left = new HashSet<>();
    private final ObservableList<Unsaved> unsaved = FXCollections.observableArrayList();
    private final List<Consumer<Draft>> leaving = new ArrayList<>();
    private BiConsumer<Draft, String> merged = (_, _) -> {};

    Drafts(Notes notes, Background background) {
        this.notes = notes;
        this.background = background;
    }

    ObservableList<Unsaved> unsaved() {
        return unsaved;
    }

    /// @param taken hears of a draft whose text has become another one than was handed over, and of
    ///   the text that was
    void onMerged(BiConsumer<Draft, String> taken) {
        merged = taken;
    }

    /// @param heard of a note that is to be left, while its text can still be changed
    void onLeaving(Consumer<Draft> heard) {
        leaving.add(heard);
    }

    /// The draft of a note; one that is not kept yet has its newer words.
    Draft open(Note note) {
        unsaved.removeIf(each -> each.note().equals(note.id()));
        left.remove(note.id());
        var draft = drafts.computeIfAbsent(note.id(), _ -> new Draft(notes, note));
        draft.setTitle(note.title());
        return draft;
    }

    /// Keeps the newest text, unless there is a dispute about it, which only its user can end.
    void save(Draft draft) {
        if (draft.busy() || draft.stateProperty().get() instanceof State.Disputed) {
            return;
        }
        String given = draft.text();
        if (draft.keeps(given)) {
            settle(draft);
            forgetIfLeft(draft);
            return;
        }
        draft.setBusy(true);
        draft.setState(new State.Saving());
        background
                .<Saved>job(_ -> draft.save(given), outcome -> saved(draft, given, outcome))
                .start();
    }

    private static void settle(Draft draft) {
        if (draft.stateProperty().get() instanceof State.Saving
                || draft.stateProperty().get() instanceof State.Failed) {
            draft.setState(new State.Kept(false));
        }
    }

    private void saved(Draft draft, String given, Outcome<Saved> outcome) {
        draft.setBusy(false);
        switch (outcome) {
            case Outcome.Done(var saved) -> done(draft, given, saved);
            case Outcome.Failed(var why) -> {
                draft.setState(new State.Failed(why));
                remember(draft);
            }
            case Outcome.Cancelled() -> {}
        }
    }

    private void done(Draft draft, String given, Saved saved) {
        switch (saved) {
            case Saved.Kept _ -> {
                draft.setState(
                        draft.text().equals(given) ? new State.Kept(false) : new State.Saving());
                save(draft);
            }
            case Saved.Merged now -> {
                merge(draft, given, now.markdown());
                draft.setState(new State.Kept(true));
                save(draft);
            }
            case Saved.Conflict conflict -> {
                draft.setState(new State.Disputed(conflict, given));
                if (left.contains(draft.id())) {
                    keepMine(draft);
                }
            }
        }
        forgetIfLeft(draft);
    }

    /// Brings what was written since `given` and what the library has now together.
    void merge(Draft draft, String given, String now) {
        String mine = draft.text();
        draft.setText(mine.equals(given) ? now : Merge.of(given, mine, now).text());
        merged.accept(draft, mine);
    }

    /// Ends a dispute: of the lines that both have changed, mine stand.
    void keepMine(Draft draft) {
        if (draft.stateProperty().get() instanceof State.Disputed dispute) {
            draft.setState(new State.Saving());
            String mine = draft.text();
            draft.setText(dispute.mine(mine));
            merged.accept(draft, mine);
            save(draft);
        }
    }

    /// Ends a dispute: the text that the library has stands.
    void takeTheirs(Draft draft) {
        if (draft.stateProperty().get() instanceof State.Disputed(var conflict, _)) {
            String mine = draft.text();
            draft.setText(conflict.markdown());
            draft.setState(new State.Kept(false));
            merged.accept(draft, mine);
        }
    }

    /// The note is no longer open; it is forgotten as soon as it is kept.
    void leave(Draft draft) {
        leaving.forEach(each -> each.accept(draft));
        left.add(draft.id());
        keepMine(draft);
        save(draft);
        forgetIfLeft(draft);
    }

    private void forgetIfLeft(Draft draft) {
        if (left.contains(draft.id()) && !draft.busy() && draft.keeps(draft.text())) {
            drafts.remove(draft.id());
            left.remove(draft.id());
            unsaved.removeIf(each -> each.note().equals(draft.id()));
        }
    }

    private void remember(Draft draft) {
        if (left.contains(draft.id())
                && draft.stateProperty().get() instanceof State.Failed(var why)) {
            unsaved.removeIf(each -> each.note().equals(draft.id()));
            unsaved.add(new Unsaved(draft.id(), draft.title(), why));
        }
    }

    /// Tries again to keep what could not be kept.
    void saveAgain() {
        List.copyOf(drafts.values()).forEach(this::save);
    }

    /// Keeps all that is not yet kept before it returns, as the window closes; waits for a save
    /// that is under way.
    ///
    /// @return what could not be kept
    List<Unsaved> saveBeforeClosing() {
        for (var draft : List.copyOf(drafts.values())) {
            switch (Background.<Saved>runHere(_ -> here(draft))) {
                case Outcome.Done(_) -> unsaved.removeIf(each -> each.note().equals(draft.id()));
                case Outcome.Failed(var why) -> {
                    unsaved.removeIf(each -> each.note().equals(draft.id()));
                    unsaved.add(new Unsaved(draft.id(), draft.title(), why));
                }
                case Outcome.Cancelled() -> {}
            }
        }
        return List.copyOf(unsaved);
    }

    /// Who decided nothing until the window closed has meant the own words.
    private static Saved here(Draft draft) throws ProblemException {
        String text =
                draft.stateProperty().get() instanceof State.Disputed dispute
                        ? dispute.mine(draft.text())
                        : draft.text();
        var saved = draft.save(text);
        return saved instanceof Saved.Conflict conflict
                ? draft.save(conflict.merge().text())
                : saved;
    }
}
