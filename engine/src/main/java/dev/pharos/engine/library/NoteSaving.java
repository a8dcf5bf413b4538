package dev.pharos.engine.library;

import dev.pharos.engine.note.Merge;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.note.Notes.Saved;
import dev.pharos.engine.problem.ProblemException;

import java.util.List;
import java.util.Optional;

/// Brings texts into notes that others may have changed meanwhile. Its caller lets one write at a
/// time, so that hardly any save has to be done again.
final class NoteSaving {
    private final NoteStore store;

    NoteSaving(NoteStore store) {
        this.store = store;
    }

    /// @param base revision that a text was made from, or none, where `from` is that text
    /// @param apart whether the version before stays, however young it is
    Saved merged(
            SourceId id, Optional<Integer> base, String from, NoteStore.Text mine, boolean apart)
            throws ProblemException {
        while (true) {
            var now = store.note(id);
            String text =
                    base.isEmpty()
                            ? from
                            : base.get() == now.revision()
                                    ? now.markdown()
                                    : store.text(id, base.get()).orElse("");
            var saved = merged(now, text, mine, apart);
            if (saved.isPresent()) {
                return saved.get();
            }
        }
    }

    /// @param apart whether the version before stays, however young it is
    /// @return nothing where the note was changed meanwhile
    private Optional<Saved> merged(Note now, String base, NoteStore.Text text, boolean apart)
            throws ProblemException {
        String theirs = now.markdown();
        String mine = text.markdown();
        if (mine.equals(theirs) && text.isOf(now)) {
            return Optional.of(new Saved.Kept(now.revision()));
        }
        if (base.equals(theirs) || mine.equals(theirs)) {
            return save(now, text, apart).map(Saved.Kept::new);
        }
        if (mine.equals(base)) {
            return Optional.of(new Saved.Merged(now.revision(), theirs));
        }
        var merge = Merge.of(base, mine, theirs);
        if (merge.clean()) {
            return save(now, NoteStore.Text.of(merge.text()), true)
                    .map(n -> new Saved.Merged(n, merge.text()));
        }
        return store.aside(now, text)
                .map(saved ->
                        new Saved.Conflict(
                                saved.getLast().revision(),
                                theirs,
                                saved.getFirst().revision(),
                                merge));
    }

    private Optional<Integer> save(Note now, NoteStore.Text markdown, boolean apart)
            throws ProblemException {
        return store.save(List.of(NoteStore.Change.of(now, markdown, apart)))
                .map(saved -> saved.getFirst().revision());
    }

    /// Makes an earlier version the newest.
    ///
    /// @throws IllegalArgumentException where there is no such version
    Saved restored(SourceId id, int revision) throws ProblemException {
        while (true) {
            var now = store.note(id);
            String text =
                    store.text(id, revision)
                            .orElseThrow(
                                    () -> new IllegalArgumentException("no version " + revision));
            var saved =
                    text.equals(now.markdown())
                            ? Optional.of(now.revision())
                            : save(now, NoteStore.Text.of(text), true);
            if (saved.isPresent()) {
                return new Saved.Kept(saved.get());
            }
        }
    }
}
