package dev.pharos.engine.library;

import dev.pharos.engine.answer.Answerer;
import dev.pharos.engine.meaning.Meaning;
import dev.pharos.engine.meaning.Vectors;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.Recorder;
import dev.pharos.engine.search.SearchIndex;
import dev.pharos.engine.search.Searcher;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.Migrations;
import dev.pharos.engine.storage.SqlitePassages;
import dev.pharos.engine.storage.SqliteSources;
import dev.pharos.engine.storage.SqliteVectors;
import dev.pharos.engine.storage.StorageException;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.work.JobQueue;
import dev.pharos.engine.work.Progress;
import dev.pharos.engine.work.Subscription;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// One library, a folder: `pharos.db` (SQLite, the truth), `blobs/` (originals), `index/` (Lucene,
/// a cache). All parts that it hands out are safe for use by several threads and end with
/// [#close()].
public final class Library implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Library.class);
    private static final String DATABASE = "pharos.db";
    private static final String INDEX = "index";

    /// What a kill can cost is only time: vectors are indexed again from the database.
    private static final long COMMIT_NANOS = 60_000_000_000L;

    /// What is committed is seen by the processes that only read.
    private static final long WORDS_COMMIT_NANOS = 3_000_000_000L;

    /// What the caller wants to do. One process at a time may write; any number may read beside it.
    public enum Access {
        READ,
        WRITE
    }

    private final Path folder;
    private final Access access;
    private final Abilities abilities;
    private final @Nullable LibraryLock lock;
    private final Database database;
    private final Sources sources;
    private final Passages passages;
    private final Vectors vectors;
    private final FileBlobs blobs;
    private final Meaning meaning;
    private final Searcher searcher;
    private final Answerer answerer;
    private final Importer importer;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile SearchIndex index;
    private long committed = System.nanoTime();

    /// Guards changes of the index.
    private final Object indexing = new Object();

    private Library(
            Path folder,
            Access access,
            Abilities abilities,
            @Nullable LibraryLock lock,
            Database database) {
        this.folder = folder;
        this.access = access;
        this.abilities = abilities;
        this.lock = lock;
        this.database = database;
        sources = new SqliteSources(database);
        passages = new SqlitePassages(database);
        vectors = new SqliteVectors(database);
        blobs = new FileBlobs(folder.resolve("blobs"));
        index = openIndex(folder.resolve(INDEX));
        meaning =
                new Meaning(
                        passages,
                        vectors,
                        abilities.embedder(),
                        this::embedded,
                        this::commitVectors);
        searcher =
                new Searcher(
                        sources,
                        passages,
                        this::index,
                        abilities.embedder(),
                        () -> meaning.state().complete());
        answerer = new Answerer(searcher, sources, abilities.embedder(), abilities.chat());
        var chunker = new Chunker(abilities.embedder(), Chunker.Size.DEFAULT);
        var intake =
                new FileIntake(sources, blobs, abilities.extractor(), chunker, Clock.systemUTC());
        importer = new Importer(new Importer.Parts(sources, blobs, intake, new Indexing(), folder));
    }

    /// Opens a library; with `WRITE` a missing one is made, an older one is migrated, an index that
    /// lacks something is completed, and missing vectors begin to be made in the background.
    ///
    /// @throws ProblemException `LibraryInUse`, `LibraryMissing`, `FolderNotWritable`,
    ///   `LibraryTooNew`, `LibraryDamaged`
    public static Library open(Path folder, Access access, Abilities abilities)
            throws ProblemException {
        var absolute = folder.toAbsolutePath().normalize();
        var lock = access == Access.WRITE ? prepare(absolute) : null;
        if (!Files.isRegularFile(absolute.resolve(DATABASE)) && access == Access.READ) {
            throw new ProblemException(new Problem.LibraryMissing(absolute));
        }
        Database database = null;
        boolean opened = false;
        try {
            database = Database.open(absolute.resolve(DATABASE), access == Access.READ);
            migrate(absolute, access, database);
            var library = new Library(absolute, access, abilities, lock, database);
            library.begin();
            opened = true;
            return library;
        } catch (StorageException e) {
            throw new ProblemException(problem(absolute, e), e);
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemException(new Problem.FolderNotWritable(absolute), e);
        } finally {
            if (!opened) {
                closeAll(database, lock);
            }
        }
    }

    private static LibraryLock prepare(Path folder) throws ProblemException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ProblemException(new Problem.FolderNotWritable(folder), e);
        }
        return LibraryLock.take(folder);
    }

    private static void migrate(Path folder, Access access, Database database)
            throws ProblemException {
        var migrations = Migrations.known();
        int version = migrations.version(database);
        if (version > migrations.newest()) {
            throw new ProblemException(
                    new Problem.LibraryTooNew(folder, version, migrations.newest()));
        }
        if (access == Access.WRITE) {
            migrations.migrate(database, folder.resolve("backups"));
        } else if (version == 0) {
            throw new ProblemException(new Problem.LibraryMissing(folder));
        }
    }

    private static Problem problem(Path folder, StorageException e) {
        if (e.diskFull()) {
            return new Problem.DiskFull(folder);
        }
        return e.notWritable()
                ? new Problem.FolderNotWritable(folder)
                : new Problem.LibraryDamaged(folder, String.valueOf(e.getMessage()));
    }

    private void begin() throws IOException {
        if (access == Access.WRITE) {
            blobs.sweep();
            index.complete(passages, vectors, Progress.NONE);
            meaning.start(Runtime.getRuntime().availableProcessors());
        } else if (!indexComplete()) {
            completeForReading();
        }
    }

    /// Whether a search sees all that it could. Beside a process that writes it may lag by seconds.
    public boolean indexComplete() {
        return index().indexedPassages() >= passages.count()
                && index().indexedVectors() >= vectors.count(abilities.embedder().model());
    }

    /// The index is a cache: who finds it deleted or behind, and nobody else writing, completes it.
    private void completeForReading() {
        try (var held = LibraryLock.take(folder);
                var writing =
                        new SearchIndex(
                                folder.resolve(INDEX), false, abilities.embedder().model())) {
            LOG.debug("completing the index under {}", held);
            writing.complete(passages, vectors, Progress.NONE);
        } catch (ProblemException | UncheckedIOException e) {
            LOG.debug("the index stays behind", e);
            return;
        }
        index.close();
        index = openIndex(folder.resolve(INDEX));
    }

    private SearchIndex openIndex(Path at) {
        return new SearchIndex(at, access == Access.READ, abilities.embedder().model());
    }

    private SearchIndex index() {
        var current = index;
        if (!current.closed()) {
            return current;
        }
        synchronized (indexing) {
            return index;
        }
    }

    /// Keeps the index in step with the database.
    private final class Indexing implements Importer.Indexing {
        private long wordsCommitted = System.nanoTime();

        @Override
        public void saved(List<Passages.Titled> added, List<SourceId> replaced) {
            synchronized (indexing) {
                index.removeAllOf(replaced);
                index.addPassages(added);
                if (System.nanoTime() - wordsCommitted > WORDS_COMMIT_NANOS) {
                    index.commit();
                    wordsCommitted = System.nanoTime();
                }
            }
            meaning.passagesChanged();
            listeners.forEach(Runnable::run);
        }

        @Override
        public void finished() {
            synchronized (indexing) {
                index.commit();
            }
            listeners.forEach(Runnable::run);
        }
    }

    private void embedded(List<Vectors.Embedded> embedded) {
        synchronized (indexing) {
            index.addVectors(embedded);
            if (System.nanoTime() - committed > COMMIT_NANOS) {
                commitVectors();
            }
        }
    }

    private void commitVectors() {
        synchronized (indexing) {
            index.commitVectors();
            committed = System.nanoTime();
        }
    }

    public Path folder() {
        return folder;
    }

    public Access access() {
        return access;
    }

    public Sources sources() {
        return sources;
    }

    public Passages passages() {
        return passages;
    }

    public Blobs blobs() {
        return blobs;
    }

    /// Only with `WRITE`.
    public Importer importer() {
        if (access == Access.READ) {
            throw new IllegalStateException("opened for reading");
        }
        return importer;
    }

    public Searcher searcher() {
        return searcher;
    }

    public Answerer answerer() {
        return answerer;
    }

    public Meaning meaning() {
        return meaning;
    }

    /// The long work of this library; it runs only with `WRITE`.
    public JobQueue jobs() {
        throw new UnsupportedOperationException();
    }

    public Transcripts transcripts() {
        throw new UnsupportedOperationException();
    }

    public Recordings recordings() {
        throw new UnsupportedOperationException();
    }

    /// Records into this library's own folder. Only with `WRITE` and speech among the abilities.
    public Recorder recorder() {
        throw new UnsupportedOperationException();
    }

    /// `listener` is called, on a worker thread and at most a few times a second, after sources
    /// were added or changed.
    public Subscription onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Builds the index again from the database and then throws the old one away; searches use the
    /// old one meanwhile. Vectors are kept, none is computed. Progress counts passages and vectors.
    /// Cancelling keeps the old index. Only with `WRITE`.
    public void reindex(Progress progress) throws ProblemException {
        Path building = folder.resolve(INDEX + ".new");
        Path current = folder.resolve(INDEX);
        try {
            deleteTree(building);
            try (var fresh = openIndex(building)) {
                fresh.complete(passages, vectors, progress);
            }
            synchronized (indexing) {
                index.close();
                try {
                    deleteTree(current);
                    Files.move(building, current);
                } finally {
                    index = openIndex(current);
                    index.complete(passages, vectors, Progress.NONE);
                }
            }
        } catch (IOException e) {
            throw new ProblemException(new Problem.FolderNotWritable(folder), e);
        }
    }

    private static void deleteTree(Path cache) throws IOException {
        if (!Files.exists(cache)) {
            return;
        }
        try (var files = Files.walk(cache)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// Looks at everything a library promises: SQLite's integrity check, every blob's presence, the
    /// index's completeness. Changes nothing.
    public LibraryCheck check(Progress progress) {
        var findings = database.integrityFindings();
        progress.report(1, 2);
        progress.checkpoint();
        var missing =
                sources.contentHashes().stream()
                        .filter(hash -> blobs.find(hash).isEmpty())
                        .toList();
        progress.report(2, 2);
        return new LibraryCheck(
                findings,
                missing,
                sources.count(),
                passages.count(),
                index().indexedPassages(),
                vectors.count(abilities.embedder().model()),
                size());
    }

    private long size() {
        try (var files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException | UncheckedIOException _) {
            return 0;
        }
    }

    /// Stops background work after the batches in hand, commits, and gives the library free.
    @Override
    public void close() {
        meaning.close();
        try {
            index.close();
        } finally {
            closeAll(database, lock);
        }
    }

    private static void closeAll(@Nullable Database database, @Nullable LibraryLock lock) {
        try {
            if (database != null) {
                database.close();
            }
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }
}
