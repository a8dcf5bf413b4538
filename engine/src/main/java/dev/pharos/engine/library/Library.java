package dev.pharos.engine.library;

import dev.pharos.engine.answer.Answerer;
import dev.pharos.engine.meaning.EmbeddingChoice;
import dev.pharos.engine.meaning.Meaning;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.DiskSpace;
import dev.pharos.engine.recording.Recorder;
import dev.pharos.engine.search.Searcher;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.SqliteJobs;
import dev.pharos.engine.storage.SqlitePassages;
import dev.pharos.engine.storage.SqliteSources;
import dev.pharos.engine.storage.SqliteTranscripts;
import dev.pharos.engine.storage.StorageException;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.work.ChangeListeners;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.JobQueue;
import dev.pharos.engine.work.Progress;
import dev.pharos.engine.work.Subscription;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// One library, a folder: `pharos.db` (SQLite, the truth), `blobs/` (originals), `index/` (Lucene,
/// a cache). All parts that it hands out are safe for use by several threads and end with
/// [#close()].
public final class Library implements AutoCloseable {
    private static final String DATABASE = "pharos.db";
    private static final String RECORDINGS = "recordings";

    /// What the caller wants to do. One process at a time may write; any number may read beside it.
    public enum Access {
        READ,
        WRITE
    }

    private final Path folder;
    private final Access access;
    private final @Nullable LibraryLock lock;
    private final Database database;
    private final Sources sources;
    private final Passages passages;
    private final FileBlobs blobs;
    private final LibraryEmbedding embedding;
    private final Searcher searcher;
    private final Answerer answerer;
    private final Importer importer;
    private final ChangeListeners listeners = new ChangeListeners("pharos-library-changed");
    private final LibraryIndex index;
    private final JobQueue jobs;
    private final SqliteTranscripts transcripts;
    private final LibraryRecordings recordings;
    private final @Nullable Recorder recorder;
    private @Nullable IndexCompletion completion;

    private Library(
            Path folder,
            Access access,
            Abilities abilities,
            @Nullable LibraryLock lock,
            Database database) {
        this.folder = folder;
        this.access = access;
        this.lock = lock;
        this.database = database;
        sources = new SqliteSources(database);
        passages = new SqlitePassages(database);
        blobs = new FileBlobs(folder.resolve("blobs"));
        embedding = LibraryEmbedding.of(folder, access, abilities.embedders(), passages, database);
        index = embedding.index();
        transcripts = new SqliteTranscripts(database, Clock.systemUTC());
        searcher = new Searcher(sources, passages, transcripts, embedding::means);
        answerer =
                new Answerer(searcher, sources, transcripts, embedding::embedder, abilities.chat());
        var chunker = new Chunker(embedding.ruler(), Chunker.Size.DEFAULT);
        var speech = abilities.speech();
        var kept = new SqliteJobs(database, Clock.systemUTC());
        jobs = new JobQueue(kept, speech == null ? Map.of() : workers());
        var store = new RecordingStore(database, sources, transcripts, kept, chunker);
        recordings =
                new LibraryRecordings(
                        new LibraryRecordings.Parts(
                                store,
                                blobs,
                                chunker,
                                this::rewritten,
                                jobs,
                                abilities,
                                access == Access.WRITE));
        recorder = access == Access.READ ? null : recorderWith(speech);
        var intake =
                new FileIntake(
                        store, blobs, abilities.extractor(), chunker, speech, Clock.systemUTC());
        importer =
                new Importer(
                        new Importer.Parts(sources, store, blobs, intake, new Indexing(), folder));
    }

    private Map<String, JobQueue.Worker> workers() {
        return Map.of(
                Recordings.TRANSCRIBE,
                new JobQueue.Worker() {
                    @Override
                    public void run(Job job, JobQueue.Report report) throws ProblemException {
                        recordings.work(job, report);
                    }

                    @Override
                    public @Nullable Problem lacks(Job job) {
                        return recordings.lacks(job);
                    }
                });
    }

    private @Nullable Recorder recorderWith(Abilities.@Nullable Speech speech) {
        return speech == null
                ? null
                : new Recorder(
                        speech.microphone(), folder.resolve(RECORDINGS), speech.recordings());
    }

    /// Opens a library; with `WRITE` a missing one is made, an older one is migrated, an index that
    /// lacks something is completed, and missing vectors begin to be made in the background.
    ///
    /// @throws ProblemException `LibraryInUse`, `LibraryMissing`, `FolderNotWritable`,
    ///   `LibraryTooNew`, `LibraryDamaged`, `DiskFull`, `DiskFailed`
    public static Library open(Path folder, Access access, Abilities abilities)
            throws ProblemException {
        return open(folder, access, abilities, Progress.NONE);
    }

    /// The same. Progress counts the passages and vectors that the index lacked: after it was
    /// deleted that may take minutes.
    ///
    /// @throws CancellationException if cancelled; the next opening goes on
    public static Library open(Path folder, Access access, Abilities abilities, Progress progress)
            throws ProblemException {
        return open(folder, access, abilities, library -> library.index.complete(progress));
    }

    /// As [#open] with `WRITE`, but waits for no index: that is completed while the library is in
    /// use, see [#awaitIndex].
    public static Library openAtOnce(Path folder, Abilities abilities) throws ProblemException {
        return open(folder, Access.WRITE, abilities, Library::completeIndexMeanwhile);
    }

    private static Library open(
            Path folder, Access access, Abilities abilities, Consumer<Library> completeIndex)
            throws ProblemException {
        var absolute = folder.toAbsolutePath().normalize();
        var lock = access == Access.WRITE ? prepare(absolute) : null;
        if (!Files.isRegularFile(absolute.resolve(DATABASE)) && access == Access.READ) {
            throw new ProblemException(
                    Files.exists(absolute) && !Files.isDirectory(absolute)
                            ? new Problem.FolderNotWritable(absolute)
                            : new Problem.LibraryMissing(absolute));
        }
        Database database = null;
        Library library = null;
        boolean opened = false;
        try {
            database = Database.open(absolute.resolve(DATABASE), access == Access.READ);
            LibraryFormat.update(absolute, access, database);
            library = new Library(absolute, access, abilities, lock, database);
            library.begin(completeIndex);
            opened = true;
            return library;
        } catch (StorageException e) {
            throw ProblemException.of(e);
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemException(DiskSpace.problem(absolute, e), e);
        } finally {
            if (!opened) {
                abandon(library, database, lock);
            }
        }
    }

    /// Gives everything free, so that the next try can succeed.
    private static void abandon(
            @Nullable Library library, @Nullable Database database, @Nullable LibraryLock lock) {
        if (library == null) {
            closeAll(database, lock);
            return;
        }
        try {
            library.index.giveUp();
        } finally {
            library.close();
        }
    }

    private static LibraryLock prepare(Path folder) throws ProblemException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ProblemException(DiskSpace.problem(folder, e), e);
        }
        return LibraryLock.take(folder);
    }

    private void begin(Consumer<Library> completeIndex) throws IOException {
        if (access == Access.WRITE) {
            blobs.sweep();
            completeIndex.accept(this);
            jobs.recover();
            embedding.start();
        } else if (!indexComplete()) {
            completeIndex.accept(this);
        }
    }

    private void completeIndexMeanwhile() {
        completion = new IndexCompletion(index, listeners::ring);
        completion.start();
    }

    /// Blocks until the index has all that the database had when the library was opened. Progress
    /// counts the passages and vectors that it lacked. Who changes the library does not wait.
    ///
    /// @throws ProblemException what a full disk or the like made of it
    /// @throws CancellationException if cancelled; the work goes on
    public void awaitIndex(Progress progress) throws ProblemException {
        if (completion != null) {
            completion.await(progress);
        }
    }

    /// Whether a search sees all that it could. Beside a process that writes it may lag by seconds.
    public boolean indexComplete() {
        return index.current().indexedPassages() >= passages.count()
                && index.current().indexedVectors(embedding.embedder().model())
                        >= embedding.embedded();
    }

    private void rewritten(List<Passages.Titled> added, List<Long> removed) {
        index.rewritten(added, removed);
        embedding.passagesChanged();
        new Indexing().finished();
    }

    /// Keeps the index, the vectors and those who listen in step with the database.
    private final class Indexing implements Importer.Indexing {
        @Override
        public void saved(List<Passages.Titled> added, List<Long> removed) {
            index.rewritten(added, removed);
            embedding.passagesChanged();
            listeners.ring();
        }

        @Override
        public void finished() {
            index.commit();
            jobs.changed();
            listeners.ring();
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

    /// How far the vectors of the model are that is searched with. Ask anew after that has changed.
    public Meaning meaning() {
        return embedding.meaning();
    }

    /// Which model is searched with, and the change to another one.
    public EmbeddingChoice embedding() {
        return embedding;
    }

    /// The long work of this library. It rests until it is started, which needs `WRITE`: who only
    /// wants to import does not begin hours of work.
    public JobQueue jobs() {
        return jobs;
    }

    public Transcripts transcripts() {
        return transcripts;
    }

    public Recordings recordings() {
        return recordings;
    }

    /// Records into this library's own folder. Only with `WRITE` and speech among the abilities.
    public Recorder recorder() {
        if (recorder == null) {
            throw new IllegalStateException("opened for reading, or without speech");
        }
        return recorder;
    }

    /// `listener` is called, on a worker thread and at most a few times a second, after sources
    /// were added or changed.
    public Subscription onChange(Runnable listener) {
        return listeners.add(listener);
    }

    /// Builds the index again from the database and then throws the old one away; searches use the
    /// old one meanwhile. Vectors are kept, none is computed; those that are being prepared are
    /// indexed too. Progress counts passages and vectors. Cancelling keeps the old index. Only with
    /// `WRITE`.
    public void reindex(Progress progress) throws ProblemException {
        index.rebuild(progress);
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
                index.current().indexedPassages(),
                embedding.embedded(),
                size());
    }

    private long size() {
        try (var files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException | UncheckedIOException _) {
            return 0;
        }
    }

    /// Stops background work where it can go on, commits, and gives the library free.
    @Override
    public void close() {
        if (completion != null) {
            completion.close();
        }
        jobs.close();
        if (recorder != null) {
            recorder.close();
        }
        embedding.close();
        listeners.close();
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
