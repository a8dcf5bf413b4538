package dev.pharos.engine.library;

import dev.pharos.engine.document.Extractor;
import dev.pharos.engine.note.LinkMoves;
import dev.pharos.engine.note.LinkNames;
import dev.pharos.engine.note.LinkTargets;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.note.NoteLinks;
import dev.pharos.engine.note.Notes;
import dev.pharos.engine.note.Template;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Searcher;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.SqliteLinks;
import dev.pharos.engine.storage.SqliteNotes;
import dev.pharos.engine.work.Progress;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The [Notes] of a [Library].
final class LibraryNotes implements Notes {
    private final NoteStore store;
    private final SqliteLinks names;
    private final LibraryNoteLinks links;
    private final NoteRenames renames;
    private final NoteSaving saving;
    private final Clock clock;

    /// One writes at a time, so that hardly any save has to be done again.
    private final ReentrantLock writing = new ReentrantLock();

    private LibraryNotes(NoteStore store, SqliteLinks names, LibraryNoteLinks links, Clock clock) {
        this.store = store;
        this.names = names;
        this.links = links;
        this.clock = clock;
        renames = new NoteRenames(store, names);
        saving = new NoteSaving(store);
    }

    /// @param indexing hears of the passages of saved notes
    static LibraryNotes of(
            Database database,
            Sources sources,
            FileBlobs blobs,
            Extractor extractor,
            Chunker chunker,
            Searcher searcher,
            LibraryRecordings.Indexing indexing) {
        var clock = Clock.systemUTC();
        var versions = new SqliteNotes(database);
        var store =
                new NoteStore(
                        new NoteStore.Parts(
                                sources, versions, blobs, extractor, chunker, indexing, clock));
        var names = new SqliteLinks(database);
        var links = new LibraryNoteLinks(names, sources, store::find, searcher);
        return new LibraryNotes(store, names, links, clock);
    }

    NoteStore store() {
        return store;
    }

    SqliteNotes origins() {
        return store.versions();
    }

    /// Removes what later saves have replaced, when a library is opened and nobody needs it as the
    /// base of a save any more.
    void forgetReplaced() {
        var versions = store.versions();
        versions.forgotten(store.blobs().remove(versions::forgetReplaced));
    }

    @Override
    public Note create(String title, String markdown, String folder, Consumer<SourceId> within)
            throws ProblemException {
        writing.lock();
        try {
            Path path = free(folder(folder), LinkNames.fit(title));
            String called = LinkNames.title(title, Note.name(path));
            return create(path, called, NoteStore.Text.of(markdown), within);
        } finally {
            writing.unlock();
        }
    }

    private static Path folder(String folder) {
        return Stream.of(folder.split("[/\\\\]"))
                .filter(part -> !part.isBlank())
                .map(LinkNames::fit)
                .reduce(Path.of(""), Path::resolve, Path::resolve);
    }

    /// A path that no note has, with a number if need be. Files that differ in case only are one on
    /// many systems.
    Path free(Path folder, String name) {
        String free = name;
        for (int number = 2; holder(folder.resolve(free + ".md")).isPresent(); number++) {
            free = name + " " + number;
        }
        return folder.resolve(free + ".md");
    }

    private Optional<SourceId> holder(Path path) {
        return names.called(List.of(LinkNames.key(Note.name(path))), List.of()).stream()
                .filter(named -> named.path().toString().equalsIgnoreCase(path.toString()))
                .map(LinkTargets.Named::id)
                .findFirst();
    }

    @Override
    public Optional<Note> find(SourceId id) {
        return store.find(id);
    }

    @Override
    public Saved save(SourceId id, int base, String markdown) throws ProblemException {
        writing.lock();
        try {
            return saving.merged(id, Optional.of(base), "", NoteStore.Text.of(markdown), false);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public Saved merge(SourceId id, String base, String markdown) throws ProblemException {
        writing.lock();
        try {
            return saving.merged(id, Optional.empty(), base, NoteStore.Text.of(markdown), true);
        } finally {
            writing.unlock();
        }
    }

    /// The source that a file is the next revision of. A note that has only got its name here makes
    /// way for it.
    Optional<Source> before(Path file) {
        var here = store.sources().atPath(file);
        if (here.isEmpty() || store.versions().origin(here.get().id()).isEmpty()) {
            return here;
        }
        store.sources().moved(here.get().id(), free(file.resolveSibling(""), Note.name(file)));
        return Optional.empty();
    }

    /// The note that came from this file and was edited here since.
    Optional<SqliteNotes.Origin> edited(Path file) {
        return store.versions().originAt(file);
    }

    /// Takes in what the file of a note says now that was edited here.
    Saved fileChanged(SqliteNotes.Origin origin, Blobs.Blob file) throws ProblemException {
        writing.lock();
        try {
            var saved =
                    saving.merged(
                            origin.note(),
                            Optional.empty(),
                            store.text(origin.contentHash()).orElse(""),
                            new NoteStore.Text(store.text(file.hash()).orElseThrow(), file),
                            false);
            store.versions()
                    .saveOrigin(new SqliteNotes.Origin(origin.note(), origin.path(), file.hash()));
            return saved;
        } finally {
            writing.unlock();
        }
    }

    /// Brings another text of a note in.
    ///
    /// @param base content hash of what it was made from, or empty
    Saved merge(SourceId id, String base, NoteStore.Text text) throws ProblemException {
        writing.lock();
        try {
            String from = base.isEmpty() ? "" : store.text(base).orElse("");
            return saving.merged(id, Optional.empty(), from, text, false);
        } finally {
            writing.unlock();
        }
    }

    /// A new note at a path, or beside the note that is there.
    Note createAt(Path path, NoteStore.Text text) throws ProblemException {
        writing.lock();
        try {
            Path folder = path.resolveSibling("");
            return create(free(folder, Note.name(path)), Note.name(path), text, _ -> {});
        } finally {
            writing.unlock();
        }
    }

    private Note create(Path path, String title, NoteStore.Text text, Consumer<SourceId> within)
            throws ProblemException {
        var change = new NoteStore.Change(null, path, title, text, true);
        var saved = store.save(List.of(change), all -> within.accept(all.getFirst().source().id()));
        return store.note(saved.orElseThrow().getFirst().id());
    }

    /// Keeps what a link of a note shows.
    void attachAs(SourceId id, String target, Path file) throws ProblemException {
        store.attach(id, target, file);
    }

    @Override
    public List<Version> versions(SourceId id) {
        return store.versions().versions(id);
    }

    @Override
    public Optional<String> text(SourceId id, int revision) {
        return store.text(id, revision);
    }

    @Override
    public Saved restore(SourceId id, int revision) throws ProblemException {
        writing.lock();
        try {
            return saving.restored(id, revision);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public Renamed rename(SourceId id, String title) throws ProblemException {
        writing.lock();
        try {
            var note = store.note(id);
            Path path = note.source().path();
            String name = LinkNames.fit(title);
            boolean same = LinkNames.key(name).equals(LinkNames.key(note.name()));
            Path folder = path.resolveSibling("");
            Path to = same ? path.resolveSibling(name + ".md") : free(folder, name);
            boolean free = Note.name(to).equals(name);
            String called = Note.name(to);
            return renames.to(id, to, free ? LinkNames.title(title, called) : called);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public Renamed move(SourceId id, String folder) throws ProblemException {
        writing.lock();
        try {
            var note = store.note(id);
            Path to = folder(folder);
            boolean there = note.folder().filter(to::equals).isPresent();
            return renames.to(
                    id, there ? note.source().path() : free(to, note.name()), note.title());
        } finally {
            writing.unlock();
        }
    }

    @Override
    public boolean undo(Renamed renamed) throws ProblemException {
        writing.lock();
        try {
            if (!store.note(renamed.note()).title().equals(renamed.to())) {
                return false;
            }
            Path path = renamed.path();
            boolean free = holder(path).filter(id -> !id.equals(renamed.note())).isEmpty();
            renames.undo(renamed, free ? path : free(path.resolveSibling(""), Note.name(path)));
            return true;
        } finally {
            writing.unlock();
        }
    }

    @Override
    public String attach(SourceId id, byte[] bytes, String name) throws ProblemException {
        try (var _ = store.blobs().hold()) {
            return attach(id, store.blobs().keep(bytes), name);
        }
    }

    @Override
    public String attach(SourceId id, Path file) throws ProblemException {
        try (var _ = store.blobs().hold()) {
            var kept = store.blobs().keep(file, Progress.NONE);
            return attach(id, kept, String.valueOf(file.getFileName()));
        }
    }

    private String attach(SourceId id, Blobs.Blob kept, String name) throws ProblemException {
        writing.lock();
        try {
            String target = target(store.note(id).id(), name, kept.hash());
            store.attach(id, target, kept);
            return NoteStore.shown(kept, target);
        } finally {
            writing.unlock();
        }
    }

    /// A target that shows nothing else, in the spelling of Markdown.
    private String target(SourceId id, String name, String hash) {
        var file = LinkNames.fit(LinkNames.withoutEnding(name));
        String ending = name.substring(LinkNames.withoutEnding(name).length());
        var taken = store.attachments(id);
        String target = LinkMoves.encoded(file + ending);
        for (int number = 2; !taken.getOrDefault(target, hash).equals(hash); number++) {
            target = LinkMoves.encoded(file + " " + number + ending);
        }
        return target;
    }

    @Override
    public Optional<Blobs.Blob> attachment(SourceId id, String target) {
        var own = store.attachments(id);
        String plain = LinkNames.decoded(target);
        return own.entrySet().stream()
                .filter(kept ->
                        kept.getKey().equals(target)
                                || LinkNames.decoded(kept.getKey()).equals(plain))
                .map(kept -> kept.getValue())
                .findFirst()
                .or(() -> store.versions().attachmentNamed(target))
                .flatMap(store.blobs()::find);
    }

    @Override
    public List<Source> templates() {
        return store.versions().templates();
    }

    @Override
    public String filled(SourceId template, String title) throws ProblemException {
        return Template.filled(
                store.note(template).markdown(),
                title,
                LocalDateTime.now(clock.withZone(ZoneId.systemDefault())),
                Locale.getDefault());
    }

    @Override
    public NoteLinks links() {
        return links;
    }
}
