package dev.pharos.engine.library;

import dev.pharos.engine.library.NoteStore.Change;
import dev.pharos.engine.note.FrontMatter;
import dev.pharos.engine.note.LinkMoves;
import dev.pharos.engine.note.LinkNames;
import dev.pharos.engine.note.LinkTargets;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.note.Notes;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.storage.SqliteLinks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Gives notes other names and places, together with all links to them. One thread at a time.
final class NoteRenames {
    private static final String TITLE = "title";
    private static final Pattern HEADING =
            Pattern.compile("(?m)\\A\\s*^(#[ \\t]+)(.+?)(?:[ \\t]+#+)?[ \\t]*$");

    private final NoteStore store;
    private final SqliteLinks names;

    NoteRenames(NoteStore store, SqliteLinks names) {
        this.store = store;
        this.names = names;
    }

    Notes.Renamed to(SourceId id, Path path, String title) throws ProblemException {
        while (true) {
            var note = store.note(id);
            var changes = changes(note, path, title);
            var saved = store.save(changes);
            if (saved.isPresent()) {
                return new Notes.Renamed(
                        id, note.title(), title, note.source().path(), told(changes, saved.get()));
            }
        }
    }

    private static List<Notes.Renamed.Change> told(List<Change> changes, List<Source> saved) {
        var told = new ArrayList<Notes.Renamed.Change>();
        for (int i = 0; i < changes.size(); i++) {
            int now = saved.get(i).revision();
            told.add(new Notes.Renamed.Change(saved.get(i).id(), now - 1, now));
        }
        return told;
    }

    /// The note itself first.
    private List<Change> changes(Note note, Path path, String title) throws ProblemException {
        var all = names.all();
        var aliases =
                all.stream()
                        .filter(named -> named.id().equals(note.id()))
                        .flatMap(named -> named.aliases().stream())
                        .filter(alias -> !alias.equals(note.title()) && !alias.equals(note.name()))
                        .toList();
        var moves = new LinkMoves(all, new LinkTargets.Named(note.id(), path, title, aliases));
        var changes = new ArrayList<Change>();
        String own = titled(moves.rewritten(note.markdown(), note.id()), note.title(), title);
        boolean apart = !title.equals(note.title()) && !note.markdown().isBlank();
        changes.add(new Change(note, path, title, own, apart));
        for (SourceId id : concerned(note, path, title)) {
            var other = store.find(id);
            if (other.isPresent() && !id.equals(note.id())) {
                String text = moves.rewritten(other.get().markdown(), id);
                if (!text.equals(other.get().markdown())) {
                    changes.add(Change.of(other.get(), text, false));
                }
            }
        }
        return changes;
    }

    /// Who links to the note, or to something else that has the name that it gets.
    private List<SourceId> concerned(Note note, Path path, String title) {
        var keys = new LinkedHashSet<>(names.keys(note.id()));
        keys.add(LinkNames.key(Note.name(path)));
        keys.add(LinkNames.key(title));
        return names.linking(keys);
    }

    /// Says the new title where the text says the old one.
    private static String titled(String markdown, String before, String title) {
        var said = FrontMatter.of(markdown).properties().get(TITLE);
        String named = before.equals(said) ? FrontMatter.with(markdown, TITLE, title) : markdown;
        int body = FrontMatter.of(named).body();
        var heading = HEADING.matcher(named.substring(body));
        return heading.find() && heading.group(2).equals(before)
                ? named.substring(0, body + heading.start(2))
                        + title
                        + named.substring(body + heading.end(2))
                : named;
    }

    /// @param path where the note goes back to
    void undo(Notes.Renamed renamed, Path path) throws ProblemException {
        var changes = exactly(renamed, path);
        if (changes.isEmpty() || store.save(changes.get()).isEmpty()) {
            to(renamed.note(), path, renamed.from());
        }
    }

    /// The texts before, where none of the notes was changed since.
    private Optional<List<Change>> exactly(Notes.Renamed renamed, Path path) {
        var changes = new ArrayList<Change>();
        for (var change : renamed.changed()) {
            var now = store.find(change.note());
            var text = store.text(change.note(), change.before());
            if (now.isEmpty() || now.get().revision() != change.after() || text.isEmpty()) {
                return Optional.empty();
            }
            boolean self = change.note().equals(renamed.note());
            changes.add(
                    self
                            ? new Change(now.get(), path, renamed.from(), text.get(), false)
                            : Change.of(now.get(), text.get(), false));
        }
        return Optional.of(changes);
    }
}
