package dev.pharos.engine.vault;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Evernote's export (`.enex`): all notes of a notebook in one XML file, often of many gigabytes,
/// with the files of notes in between. Read as a stream, note by note, so that a damaged one fails
/// alone.
final class EvernoteExport implements VaultFormat {

    @Override
    public boolean recognises(Parts parts) {
        return Names.ending(parts.vault().toString()).equals(".enex");
    }

    @Override
    public void unpack(Parts parts, Staging staging) throws IOException, ProblemException {
        var titles = new HashSet<String>();
        var later = new ArrayList<Shared>();
        try (var export = new NoteStream(parts.open(parts.names().getFirst()))) {
            boolean none = true;
            while (export.next()) {
                none = false;
                unpack(new EvernoteNote(staging).read(export), staging, titles, later);
            }
            if (none) {
                throw new ProblemException(new Problem.DamagedFile(parts.vault()));
            }
        }
        for (var note : later) {
            staging.attempt(note.name(), () -> stage(note.name(), note.note(), titles, staging));
        }
    }

    /// A note with links that lead to a note only if there is one of that title.
    private record Shared(String name, EvernoteNote note) {}

    private static void unpack(
            EvernoteNote note, Staging staging, Set<String> titles, List<Shared> later)
            throws IOException, ProblemException {
        titles.add(note.title());
        var name = staging.name("", note.title(), ".md");
        if (note.empty()) {
            staging.failed(name, new Problem.DamagedFile(staging.place(name)));
        } else if (note.shares()) {
            later.add(new Shared(name, note));
        } else {
            staging.attempt(name, () -> stage(name, note, titles, staging));
        }
    }

    private static void stage(String name, EvernoteNote note, Set<String> titles, Staging staging)
            throws IOException, ProblemException {
        var enml = new Enml(note, titles);
        var text = note.facts().before(enml.markdown());
        staging.note(
                name,
                text,
                null,
                enml.encrypted()
                        ? Problem.EncryptedParts.class
                        : note.complete() ? null : Problem.PartlyRead.class);
    }
}
