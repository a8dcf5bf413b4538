package dev.pharos.engine.library;

import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Extractor;
import dev.pharos.engine.document.Markdown;
import dev.pharos.engine.document.MediaTypes;
import dev.pharos.engine.document.TextDecoder;
import dev.pharos.engine.note.LinkNames;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.storage.SqliteNotes;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The way of notes between their Markdown and the library: read from their originals, saved as
/// revisions with all that makes them findable. Any thread.
final class NoteStore {
    private static final String CRLF = "\r\n";
    private static final int HEAD = 1 << 16;

    /// What it works with.
    record Parts(
            Sources sources,
            SqliteNotes notes,
            FileBlobs blobs,
            Extractor extractor,
            Chunker chunker,
            LibraryRecordings.Indexing indexing,
            Clock clock) {}

    /// A text for a note.
    ///
    /// @param blob the bytes that say it, kept already, where it comes from a file; a note that has
    ///   this text keeps them as they are, line ends and encoding included
    record Text(String markdown, Blobs.@Nullable Blob blob) {
        static Text of(String markdown) {
            return new Text(markdown, null);
        }

        /// Whether a note that has this text has the bytes as well.
        boolean isOf(Note note) {
            return blob == null || blob.hash().equals(note.source().contentHash());
        }
    }

    /// What a note shall be from now on.
    ///
    /// @param before what it was, or null for a new one
    /// @param path where it stands
    /// @param title what it is called, whatever its text says
    /// @param apart whether the version before stays, however young it is
    record Change(@Nullable Note before, Path path, String title, Text text, boolean apart) {

        Change(@Nullable Note before, Path path, String title, String markdown, boolean apart) {
            this(before, path, title, Text.of(markdown), apart);
        }

        String markdown() {
            return text.markdown();
        }

        /// Another text for a note.
        static Change of(Note before, String markdown, boolean apart) {
            return of(before, Text.of(markdown), apart);
        }

        /// The same.
        static Change of(Note before, Text text, boolean apart) {
            return new Change(before, before.source().path(), before.title(), text, apart);
        }
    }

    private final Parts parts;

    NoteStore(Parts parts) {
        this.parts = parts;
    }

    SqliteNotes versions() {
        return parts.notes();
    }

    Sources sources() {
        return parts.sources();
    }

    FileBlobs blobs() {
        return parts.blobs();
    }

    Optional<Source> source(SourceId id) {
        return parts.sources().find(id).filter(source -> source.kind() == SourceKind.NOTE);
    }

    Note note(SourceId id) throws ProblemException {
        return find(id).orElseThrow(
                        () -> new ProblemException(new Problem.NoSuchSource(id.toString())));
    }

    Optional<Note> find(SourceId id) {
        return source(id)
                .flatMap(source ->
                        text(source.contentHash()).map(markdown -> new Note(source, markdown)));
    }

    Optional<String> text(SourceId id, int revision) {
        return parts.notes().contentHash(id, revision).flatMap(this::text);
    }

    /// What an original says, with plain line ends.
    Optional<String> text(String contentHash) {
        return bytes(contentHash).map(TextDecoder::decode);
    }

    Optional<byte[]> bytes(String contentHash) {
        return parts.blobs()
                .find(contentHash)
                .flatMap(blob -> {
                    try {
                        return Optional.of(Files.readAllBytes(blob.file()));
                    } catch (IOException _) {
                        return Optional.empty();
                    }
                });
    }

    /// Saves all changes or none.
    ///
    /// @return the notes as they are now; nothing where one of them was changed meanwhile
    Optional<List<Source>> save(List<Change> changes) throws ProblemException {
        return save(changes, _ -> {});
    }

    /// The same.
    ///
    /// @param within is called in the transaction that saves them, once they are
    Optional<List<Source>> save(List<Change> changes, Consumer<List<Sources.Revision>> within)
            throws ProblemException {
        try (var _ = parts.blobs().hold()) {
            Instant now = now();
            var revisions = new ArrayList<Sources.Revision>();
            for (Change change : changes) {
                revisions.add(revision(change, now));
            }
            return saved(
                    () -> changes.stream().map(Change::before).allMatch(this::current),
                    changes,
                    revisions,
                    now,
                    within);
        }
    }

    /// Keeps a text as a version of a note whose own text stays, both or neither.
    ///
    /// @return that version and the note as it is now; nothing where the note was changed meanwhile
    Optional<List<Source>> aside(Note note, Text text) throws ProblemException {
        try (var _ = parts.blobs().hold()) {
            Instant now = now();
            var change = Change.of(note, text, true);
            var version = revision(change, now);
            var own =
                    new Text(
                            note.markdown(),
                            parts.blobs().find(note.source().contentHash()).orElse(null));
            var back = Change.of(new Note(version.source(), text.markdown()), own, true);
            return saved(
                    () -> current(note),
                    List.of(change, back),
                    List.of(version, revision(back, now)),
                    now,
                    _ -> {});
        }
    }

    private Instant now() {
        return parts.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Optional<List<Source>> saved(
            BooleanSupplier current,
            List<Change> changes,
            List<Sources.Revision> revisions,
            Instant now,
            Consumer<List<Sources.Revision>> within) {
        var saved =
                parts.notes()
                        .together(() ->
                                current.getAsBoolean()
                                        ? saveAll(changes, revisions, now, within)
                                        : null);
        if (saved == null) {
            return Optional.empty();
        }
        var added = new ArrayList<Passages.Titled>();
        var removed = new ArrayList<Long>();
        for (int i = 0; i < revisions.size(); i++) {
            String title = revisions.get(i).source().title();
            var gone = saved.get(i).removed();
            added.removeIf(each -> gone.contains(each.passage().id()));
            saved.get(i).added().forEach(each -> added.add(new Passages.Titled(title, each)));
            removed.addAll(gone);
        }
        parts.indexing().rewritten(added, removed);
        return Optional.of(revisions.stream().map(Sources.Revision::source).toList());
    }

    /// Something else of sources has changed than their words.
    void changed() {
        parts.indexing().rewritten(List.of(), List.of());
    }

    private boolean current(@Nullable Note before) {
        return before == null
                || source(before.id())
                        .filter(now -> now.revision() == before.revision())
                        .isPresent();
    }

    private List<Sources.Rewritten> saveAll(
            List<Change> changes,
            List<Sources.Revision> revisions,
            Instant now,
            Consumer<List<Sources.Revision>> within) {
        var saved = new ArrayList<Sources.Rewritten>();
        for (int i = 0; i < changes.size(); i++) {
            saved.add(parts.notes().save(revisions.get(i), now, changes.get(i).apart()));
        }
        within.accept(revisions);
        return saved;
    }

    private Sources.Revision revision(Change change, Instant now) throws ProblemException {
        var before = change.before();
        var said = change.text().blob();
        var blob = said == null ? parts.blobs().keep(bytes(change)) : said;
        var document = document(change, blob);
        var chunks = parts.chunker().chunks(document, Progress.NONE);
        var source =
                new Source(
                        before == null ? new SourceId(UUID.randomUUID()) : before.id(),
                        SourceKind.NOTE,
                        document.title(),
                        change.path(),
                        before == null ? 1 : before.revision() + 1,
                        blob.hash(),
                        blob.size(),
                        document.mediaType(),
                        document.language(),
                        document.authors(),
                        document.tags(),
                        document.created() != null
                                ? document.created()
                                : before == null ? now : before.source().created(),
                        now,
                        before == null ? now : before.source().imported(),
                        chunks.size());
        var attachments =
                before == null
                        ? Map.<String, String>of()
                        : parts.sources().attachments(before.id());
        return new Sources.Revision(source, document, chunks, attachments);
    }

    /// Line ends stay those that the original has.
    private byte[] bytes(Change change) {
        var before = change.before();
        boolean crlf =
                before != null
                        && bytes(before.source().contentHash())
                                .filter(NoteStore::hasCrlf)
                                .isPresent();
        String text = change.markdown();
        return (crlf ? text.replace("\n", CRLF) : text).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean hasCrlf(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(CRLF);
    }

    private Document document(Change change, Blobs.Blob blob) throws ProblemException {
        var read =
                change.markdown().length() <= Markdown.SHORT
                        ? Markdown.read(change.markdown(), change.path())
                        : parts.extractor().extract(blob.file(), change.path());
        return titled(read, change.title());
    }

    private static Document titled(Document document, String title) {
        return new Document(
                document.mediaType(),
                document.kind(),
                title,
                document.authors(),
                document.created(),
                document.modified(),
                document.language(),
                document.text(),
                document.blocks(),
                document.links(),
                document.tags(),
                document.properties(),
                document.complete());
    }

    /// Records that a link of a note shows what is kept.
    void attach(SourceId note, String target, Blobs.Blob kept) {
        parts.notes().attach(note, target, kept.hash());
    }

    /// The same for a file.
    void attach(SourceId note, String target, Path file) throws ProblemException {
        try (var _ = parts.blobs().hold()) {
            String hash = parts.blobs().keep(file, Progress.NONE).hash();
            parts.notes().attach(note, target, hash);
        }
    }

    /// The Markdown that shows what is kept.
    static String shown(Blobs.Blob kept, String target) throws ProblemException {
        try (var in = Files.newInputStream(kept.file())) {
            String type = MediaTypes.of(in.readNBytes(HEAD), Path.of(target));
            return type.startsWith("image/")
                    ? "![](" + target + ")"
                    : "[" + LinkNames.decoded(target) + "](" + target + ")";
        } catch (IOException e) {
            throw new ProblemException(new Problem.AccessDenied(kept.file()), e);
        }
    }

    Map<String, String> attachments(SourceId note) {
        return parts.sources().attachments(note);
    }
}
