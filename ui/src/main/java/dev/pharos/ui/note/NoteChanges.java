package dev.pharos.ui.note;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Trash;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.note.Notes;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.ui.document.Opening;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.note.NoteViewModel.State;
import dev.pharos.ui.work.Outcome;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javax.imageio.ImageIO;

/// What is done with the open note as a whole: it is renamed, gets an earlier text again, takes a
/// picture in, is thrown away. For the JavaFX thread.
public final class NoteChanges {
    private static final Logger LOG = LoggerFactory.getLogger(NoteChanges.class);

    private final NoteViewModel writing;
    private final Notes notes;
    private final Trash trash;
    private final Opening opening;
    private Consumer<Notes.Renamed> renamed = _ -> {};
    private Consumer<Source> trashed = _ -> {};
    private Consumer<Notes.Renamed> stays = _ -> {};

    private @Nullable Draft renaming;

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

    /// @param heard of a rename that was not taken back, as the note has got yet another title
    ///   since
    public void onStays(Consumer<Notes.Renamed> heard) {
        stays = heard;
    }

    /// @param heard of what was thrown away here and can be taken back
    public void onTrashed(Consumer<Source> heard) {
        trashed = heard;
    }

    /// Gives the note another title; links to it follow.
    public void rename(String title) {
        writing.handIn();
        if (writing.draft() != null) {
            rename(writing.draft(), title);
        }
    }

    /// The same for a note that is being left.
    void rename(Draft draft, String title) {
        if (!title.isBlank() && !title.strip().equals(draft.title())) {
            renaming = draft;
            change(draft, () -> notes.rename(draft.id(), title.strip()), renamed);
        }
    }

    /// Whether the open note is getting another title at the moment.
    boolean renaming() {
        return renaming != null && renaming == writing.draft();
    }

    /// Takes a rename back.
    public void undo(Notes.Renamed last) {
        var open = writing.draft();
        if (open != null && open.id().equals(last.note())) {
            change(() -> notes.undo(last), done -> undone(last, done));
            return;
        }
        writing.parts()
                .background()
                .<Boolean>job(
                        _ -> notes.undo(last),
                        outcome -> {
                            switch (outcome) {
                                case Outcome.Done(var done) -> undone(last, done);
                                case Outcome.Failed(var why) -> writing.tell(why);
                                case Outcome.Cancelled() -> {}
                            }
                        })
                .start();
    }

    private void undone(Notes.Renamed last, boolean done) {
        if (!done) {
            stays.accept(last);
        }
    }

    /// Makes an earlier version the newest again.
    void restore(int revision, Runnable then) {
        var draft = writing.draft();
        if (draft != null) {
            change(
                    () -> notes.restore(draft.id(), revision),
                    _ -> {
                        if (draft == writing.draft()) {
                            then.run();
                        }
                    });
        }
    }

    /// Keeps a file with the note, and shows it where the caret stands.
    void attach(Path file) {
        attach(note -> notes.attach(note, file));
    }

    /// The same for a picture that was never a file.
    void attach(Image picture, String name) {
        attach(note -> notes.attach(note, png(picture), name));
    }

    private static byte[] png(Image picture) throws ProblemException {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new ProblemException(Problem.of(LOG, "picture", e), e);
        }
    }

    private interface Attaching {
        String to(SourceId note) throws ProblemException;
    }

    private void attach(Attaching attaching) {
        writing.handIn();
        var draft = writing.draft();
        if (draft != null) {
            change(draft, () -> attaching.to(draft.id()), markdown -> insert(draft, markdown));
        }
    }

    /// Who has gone elsewhere meanwhile finds it at the end of the note that it was meant for.
    private void insert(Draft draft, String markdown) {
        var sheet = writing.sheet();
        if (draft != writing.draft()) {
            draft.setText(draft.text().stripTrailing() + "\n\n" + markdown + "\n");
        } else if (sheet != null) {
            sheet.insert(markdown);
        }
    }

    /// Changes the note other than by its text; what is written meanwhile stays.
    private <T> void change(Draft.Change<T> change, Consumer<T> then) {
        writing.handIn();
        if (writing.draft() != null) {
            change(writing.draft(), change, then);
        }
    }

    private <T> void change(Draft changing, Draft.Change<T> change, Consumer<T> then) {
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
        renaming = changed == renaming ? null : renaming;
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
                }
                then.accept(done.result());
                if (open) {
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
