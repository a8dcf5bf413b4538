package dev.pharos.app.cli;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.Trash;
import dev.pharos.engine.making.Made.Change.Conflict;
import dev.pharos.engine.note.Mirrored;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.note.NoteLinks;
import dev.pharos.engine.note.Notes;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The shapes that `--json` prints of notes and of the trash.
final class NoteOutput {
    private NoteOutput() {}

    /// A note.
    ///
    /// @param folder of a note that was written here, null for an imported one
    record Listed(
            String id,
            String title,
            String name,
            @Nullable String folder,
            int revision,
            @Nullable String modified,
            Set<String> tags) {
        static Listed of(Source source) {
            return new Listed(
                    source.id().toString(),
                    source.title(),
                    Note.name(source.path()),
                    new Note(source, "")
                            .folder()
                            .map(folder -> folder.toString().replace('\\', '/'))
                            .orElse(null),
                    source.revision(),
                    source.modified() == null ? null : source.modified().toString(),
                    source.tags());
        }
    }

    /// A note with its text.
    record Shown(Listed note, String markdown) {}

    /// A link that leads to a note.
    ///
    /// @param start UTF-16 offset of the link in the Markdown of the note it stands in
    record Backlink(String from, String title, String sentence, int start, int end) {
        static Backlink of(NoteLinks.Backlink link) {
            return new Backlink(
                    link.from().id().toString(),
                    link.from().title(),
                    link.sentence(),
                    link.link().from(),
                    link.link().to());
        }
    }

    /// A version of a note.
    record Versioned(int revision, String saved, boolean imported, long size) {
        static Versioned of(Notes.Version version) {
            return new Versioned(
                    version.revision(),
                    version.saved().toString(),
                    version.imported(),
                    version.size());
        }
    }

    /// A note that was made of a source.
    ///
    /// @param source its id; as it was typed where it failed
    /// @param note null where it failed
    /// @param status `created`, `unchanged`, `rewritten`, `conflict` or `failed`
    /// @param kept the version that has what was made, after a conflict
    /// @param problem null where it did not fail
    record Made(
            String source,
            @Nullable Listed note,
            String status,
            @Nullable Integer kept,
            @Nullable String form,
            BatchOutput.@Nullable Metadata metadata,
            @Nullable String problem) {
        static Made of(dev.pharos.engine.making.Made made) {
            var change = made.change();
            return new Made(
                    made.made().source().toString(),
                    Listed.of(made.note()),
                    change.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                    change instanceof Conflict(var version) ? version : null,
                    made.made().settings().form(),
                    BatchOutput.Metadata.of(made.made().summary()),
                    null);
        }

        static Made failed(String id, String problem) {
            return new Made(id, null, "failed", null, null, null, problem);
        }
    }

    /// A rename that was done.
    record Renamed(String id, String from, String to, int notesChanged) {}

    /// A source in the trash.
    record Trashed(String id, String kind, String title, String trashed) {
        static Trashed of(Trash.Trashed each) {
            return new Trashed(
                    each.source().id().toString(),
                    each.source().kind().id(),
                    each.source().title(),
                    each.when().toString());
        }
    }

    /// What a mirroring has done: paths below the folder.
    record Mirror(
            List<String> read,
            List<String> written,
            List<String> merged,
            List<String> keptTwice,
            List<String> trashed,
            List<String> deleted,
            List<String> passedOver) {
        static Mirror of(Mirrored done) {
            return new Mirror(
                    paths(done.read()),
                    paths(done.written()),
                    paths(done.merged()),
                    paths(done.keptTwice()),
                    paths(done.trashed()),
                    paths(done.deleted()),
                    paths(done.passedOver()));
        }

        private static List<String> paths(List<Path> paths) {
            return paths.stream().map(path -> path.toString().replace('\\', '/')).toList();
        }
    }

    /// How many sources something was done to.
    record Count(int sources) {}
}
