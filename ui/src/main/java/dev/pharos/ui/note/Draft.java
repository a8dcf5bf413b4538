package dev.pharos.ui.note;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.note.Merge;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.note.Notes;
import dev.pharos.engine.note.Notes.Saved;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One note while it is written: what the library has of it, and what is newer than that. Whatever
/// reads or writes the library does so one after the other and may block; all else belongs to the
/// JavaFX thread.
final class Draft {

    /// Whether the newest words are kept.
    sealed interface State {
        /// Nothing was changed since it was opened.
        record Unchanged() implements State {}

        record Saving() implements State {}

        /// @param merged whether it has changes of somebody else as well now
        record Kept(boolean merged) implements State {}

        record Failed(Problem problem) implements State {}

        /// Somebody else has changed the same lines; the library has theirs, and mine as a version.
        ///
        /// @param given mine, as it was to be kept
        record Disputed(Saved.Conflict conflict, String given) implements State {

            /// Of the lines that both have changed mine, and all that was written since.
            String mine(String now) {
                return Merge.of(given, now, conflict.merge().text()).text();
            }
        }
    }

    /// A change of the library that is no save, such as a rename, was made.
    ///
    /// @param given the text that was kept before it
    /// @param now the note after it
    record Changed<T>(T result, String given, Note now) {}

    /// What changes the note other than by its text.
    interface Change<T> {
        T make() throws ProblemException;
    }

    private final Notes notes;
    private final SourceId id;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Unchanged());
    private String title;
    private String text;
    private boolean busy;

    // What the library has, as far as is known here; guarded by this.
    private int base;
    private String kept;

    Draft(Notes notes, Note note) {
        this.notes = notes;
        this.id = note.id();
        this.title = note.title();
        this.text = note.markdown();
        this.base = note.revision();
        this.kept = note.markdown();
    }

    SourceId id() {
        return id;
    }

    String title() {
        return title;
    }

    void setTitle(String now) {
        title = now;
    }

    /// The newest text that was handed over.
    String text() {
        return text;
    }

    void setText(String now) {
        text = now;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    void setState(State now) {
        state.set(now);
    }

    /// Whether something is being kept at the moment.
    boolean busy() {
        return busy;
    }

    void setBusy(boolean now) {
        busy = now;
    }

    synchronized int base() {
        return base;
    }

    synchronized String kept() {
        return kept;
    }

    synchronized boolean keeps(String given) {
        return kept.equals(given);
    }

    /// Takes it that the library has another revision by now.
    synchronized void rebase(int revision, String markdown) {
        base = revision;
        kept = markdown;
    }

    /// Blocks until the text is kept.
    synchronized Saved save(String given) throws ProblemException {
        if (kept.equals(given)) {
            return new Saved.Kept(base);
        }
        var saved = notes.save(id, base, given);
        base = saved.revision();
        kept =
                switch (saved) {
                    case Saved.Kept _ -> given;
                    case Saved.Merged merged -> merged.markdown();
                    case Saved.Conflict conflict -> conflict.markdown();
                };
        return saved;
    }

    /// Keeps the text and then makes a change of another kind. Of lines that somebody else has
    /// changed as well, those given count; the others are a version before.
    synchronized <T> Changed<T> change(String given, Change<T> change) throws ProblemException {
        if (save(given) instanceof Saved.Conflict conflict) {
            save(conflict.merge().text());
        }
        var result = change.make();
        var now =
                notes.find(id)
                        .orElseThrow(() ->
                                new ProblemException(new Problem.NoSuchSource(id.toString())));
        rebase(now.revision(), now.markdown());
        return new Changed<>(result, given, now);
    }
}
