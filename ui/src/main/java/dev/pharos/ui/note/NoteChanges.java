package dev.pharos.ui.note;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Trash;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.note.Notes;
import dev.pharos.ui.document.Opening;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.note.NoteViewModel.State;
import dev.pharos.ui.work.Outcome;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What is done with the open note as a whole: it is renamed, gets an earlier text again, takes a
/// picture in, is thrown away. For the JavaFX thread.
public final class NoteChanges {
    private final NoteViewModel writing;
    private final Notes notes;
    private final Trash trash;
    private final Opening opening;
    private Consumer<Notes.Renamed> renamed = _ -> {};
    private Consumer<Source> trashed = _ -> {};

    private boolean renaming;

    /// @param opening shows a source
    public NoteChanges(NoteViewModel writing, Trash trash, Opening opening) {
        this.writing = writing;
        this.notes = writing.parts().notes();
        this.trash = trash;
        this.opening = opening;
    }

    /// @param heard of every rename that was done here and can be taken back
    public void onRenamed(Consumer<Notes.Renamed> heard) {
        renamed = heard;
    }

    /// @param heard of what was thrown away here and can be taken back
    public void onTrashed(Consumer<Source> heard) {
        trashed = heard;
    }

    /// Gives the note another title; links to it follow.
    public void rename(String title) {
        var now = writing.sourceProperty().get();
        if (now != null && !title.isBlank() && !title.strip().equals(now.title())) {
            renaming = true;
            change(() -> notes.rename(now.id(), title.strip()), renamed);
        }
    }

    /// Whether the note is getting another title at the moment.
    boolean renaming() {
        return renaming;
    }

    /// Takes a rename back.
    public void undo(Notes.Renamed last) {
        var open = writing.draft();
        if (open != null && open.id().equals(last.note())) {
            change(
                    () -> {
                        notes.undo(last);
                        return true;
                    },
                    _ -> {});
            return;
        }
        writing.parts()
                .background()
                .<Boolean>job(
                        _ -> {
                            notes.undo(last);
                            return true;
                        },
                        outcome -> {
                            if (outcome instanceof Outcome.Failed(var why)) {
                                writing.tell(why);
                            }
                        })
                .start();
    }

    /// Makes an earlier version the newest again.
    void restore(int revision, Runnable then) {
        var now = writing.sourceProperty().get();
        if (now != null) {
            change(() -> notes.restore(now.id(), revision), _ -> then.run());
        }
    }

    /// Keeps a picture or another file with the note, and shows it where the caret stands.
    public void attach(byte[] bytes, String name) {
        var now = writing.sourceProperty().get();
        if (now != null) {
            change(() -> notes.attach(now.id(), bytes, name), this::insert);
        }
    }

    private void insert(String markdown) {
        var sheet = writing.sheet();
        if (sheet != null) {
            sheet.insert(markdown);
        }
    }

    /// Changes the note other than by its text; what is written meanwhile stays.
    private <T> void change(Draft.Change<T> change, Consumer<T> then) {
        writing.handIn();
        var changing = writing.draft();
        if (changing == null) {
            return;
        }
        String given = changing.text();
        changing.setBusy(true);
        writing.parts()
                .background()
                .<Draft.Changed<T>>job(
                        _ -> changing.change(given, change),
                        outcome -> changed(changing, outcome, then))
                .start();
    }

    private <T> void changed(Draft changed, Outcome<Draft.Changed<T>> outcome, Consumer<T> then) {
        changed.setBusy(false);
        renaming = false;
        boolean open = changed == writing.draft();
        if (open) {
            writing.handIn();
        }
        switch (outcome) {
            case Outcome.Done(var done) -> {
                changed.setTitle(done.now().title());
                writing.drafts().merge(changed, done.given(), done.now().markdown());
                if (open) {
                    writing.setSource(done.now().source());
                    then.accept(done.result());
                    writing.handIn();
                }
            }
            case Outcome.Failed(var why) -> writing.tell(why);
            case Outcome.Cancelled() -> {}
        }
        writing.drafts().save(changed);
    }

    /// Throws the note away; it can be taken back.
    public void trash() {
        writing.handIn();
        var thrown = writing.sourceProperty().get();
        var draft = writing.draft();
        if (thrown == null || draft == null) {
            return;
        }
        String given = draft.text();
        draft.setBusy(true);
        writing.parts()
                .background()
                .<Boolean>job(
                        _ -> {
                            draft.save(given);
                            trash.put(List.of(thrown.id()));
                            return true;
                        },
                        outcome -> thrown(draft, thrown, outcome))
                .start();
    }

    private void thrown(Draft draft, Source thrown, Outcome<Boolean> outcome) {
        draft.setBusy(false);
        switch (outcome) {
            case Outcome.Done(_) -> {
                if (draft == writing.draft()) {
                    writing.trashed(thrown);
                }
                trashed.accept(thrown);
            }
            case Outcome.Failed(var why) -> writing.tell(why);
            case Outcome.Cancelled() -> {}
        }
    }

    /// The library has changed: shows the note again that was open, where it was taken back
    /// elsewhere in the window.
    ///
    /// @param all sources as they are now
    public void changed(List<Source> all) {
        if (!(writing.stateProperty().get() instanceof State.Trashed(var thrown, _))
                || all.stream().noneMatch(each -> each.id().equals(thrown))) {
            return;
        }
        writing.parts()
                .background()
                .<Optional<Note>>job(
                        _ -> notes.find(thrown),
                        outcome -> {
                            if (outcome instanceof Outcome.Done(var note)
                                    && writing.stateProperty().get()
                                            instanceof State.Trashed(var still, _)
                                    && still.equals(thrown)) {
                                note.ifPresent(
                                        back -> writing.open(back, Target.of(back.source()), null));
                            }
                        })
                .start();
    }

    /// Takes a note back that was thrown away, and shows it.
    public void takeBack(SourceId note) {
        writing.parts()
                .background()
                .<Note>job(
                        _ -> {
                            trash.restore(List.of(note));
                            return notes.find(note).orElseThrow();
                        },
                        outcome -> {
                            switch (outcome) {
                                case Outcome.Done(var back) ->
                                        opening.open(Target.of(back.source()));
                                case Outcome.Failed(var why) -> writing.tell(why);
                                case Outcome.Cancelled() -> {}
                            }
                        })
                .start();
    }
}
