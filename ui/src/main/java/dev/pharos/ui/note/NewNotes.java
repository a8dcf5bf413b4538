package dev.pharos.ui.note;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.note.Notes;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Begins notes: an empty one, that of today, one from a template, one that a link names. For the
/// JavaFX thread.
public final class NewNotes {
    private final Notes notes;
    private final NoteViewModel writing;
    private final Supplier<List<Source>> sources;
    private final Background background;
    private final Consumer<Target> open;
    private final String untitled;

    /// @param sources all that are known
    /// @param untitled what a new note is called until it has a name
    public NewNotes(
            NoteViewModel writing,
            Supplier<List<Source>> sources,
            Consumer<Target> open,
            String untitled) {
        this.notes = writing.notes();
        this.writing = writing;
        this.sources = sources;
        this.background = writing.background();
        this.open = open;
        this.untitled = untitled;
    }

    /// An empty note, to be named and written.
    public void empty() {
        create(() -> notes.create(untitled, "", ""), true);
    }

    /// The note of today, begun from the template `Daily` where there is one.
    public void today() {
        String day = LocalDate.now().toString();
        sources.get().stream()
                .filter(each -> each.kind() == SourceKind.NOTE)
                .filter(each -> Note.name(each.path()).equals(day))
                .findFirst()
                .ifPresentOrElse(
                        there -> open.accept(Target.of(there)),
                        () -> create(() -> notes.create(day, daily(day), "Daily"), false));
    }

    private String daily(String day) throws ProblemException {
        for (var template : notes.templates()) {
            if (template.title().equalsIgnoreCase("Daily")) {
                return notes.filled(template.id(), day);
            }
        }
        return "";
    }

    /// A note that begins as a template says.
    public void from(SourceId template) {
        create(() -> notes.create(untitled, notes.filled(template, untitled), ""), true);
    }

    /// The note that a link leads to as soon as it is there.
    ///
    /// @param target as written in the link, with folders where it has some
    void named(String target) {
        int slash = target.lastIndexOf('/');
        String folder = slash < 0 ? "" : target.substring(0, slash);
        create(() -> notes.create(target.substring(slash + 1), "", folder), false);
    }

    private interface Creation {
        Note make() throws ProblemException;
    }

    private void create(Creation creation, boolean nameless) {
        background
                .<Note>job(
                        _ -> creation.make(),
                        outcome -> {
                            switch (outcome) {
                                case Outcome.Done(var note) -> {
                                    writing.expect(note.id(), nameless);
                                    open.accept(Target.of(note.source()));
                                }
                                case Outcome.Failed(var why) -> writing.tell(why);
                                case Outcome.Cancelled() -> {}
                            }
                        })
                .start();
    }
}
