package dev.pharos.engine.library;

import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Extractor;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.storage.StorageException;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/// Brings files into the library: hashes them, keeps the originals, reads their text, cuts it into
/// passages and saves all that. Several files are read at once; one thread saves, many files in one
/// transaction.
public final class Importer {
    private static final Logger LOG = LoggerFactory.getLogger(Importer.class);
    private static final int QUEUE = 64;
    private static final int BATCH = 64;
    private static final Duration BATCH_WAIT = Duration.ofMillis(150);

    /// What a file has become before it is saved.
    private sealed interface Read {
        Path file();

        record Ready(Path file, Blobs.Blob blob, Document document, List<Sources.Chunk> chunks)
                implements Read {}

        record Done(ImportResult result) implements Read {
            @Override
            public Path file() {
                return result.path();
            }
        }

        /// A problem that the next file would have as well.
        record Stop(Path file, Problem problem) implements Read {}
    }

    /// Hears, on the thread that imports, what has come into the database.
    interface Indexing {
        /// @param replaced sources whose earlier passages are gone
        void saved(List<Passages.Titled> added, List<SourceId> replaced);

        void finished();
    }

    private final Sources sources;
    private final Blobs blobs;
    private final Extractor extractor;
    private final Chunker chunker;
    private final Indexing indexing;
    private final Clock clock;
    private final Path ownFolder;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    /// @param ownFolder the library's folder, never imported
    Importer(
            Sources sources,
            Blobs blobs,
            Extractor extractor,
            Chunker chunker,
            Indexing indexing,
            Clock clock,
            Path ownFolder) {
        this.sources = sources;
        this.blobs = blobs;
        this.extractor = extractor;
        this.chunker = chunker;
        this.indexing = indexing;
        this.clock = clock;
        this.ownFolder = ownFolder;
    }

    /// Imports files and, with all that lies below them, folders; what is hidden in a folder is
    /// passed over. Blocks until every file is searchable by words or has failed; vectors follow in
    /// the background (see [dev.pharos.engine.meaning.Meaning]). A bad file never stops the others.
    /// A second import waits for the first. Progress counts files.
    ///
    /// @throws ProblemException only for what stops the whole import, such as a full disk
    /// @throws CancellationException if cancelled; what was finished is kept
    public ImportSummary importAll(List<Path> paths, ImportListener listener, Progress progress)
            throws ProblemException {
        oneAtATime.lock();
        try {
            return new Run(paths, listener, progress).run();
        } finally {
            oneAtATime.unlock();
        }
    }

    /// One import.
    private final class Run {
        private final long start = System.nanoTime();
        private final ImportListener listener;
        private final Progress progress;
        private final ImportFiles files;
        private final ConcurrentLinkedQueue<Path> waiting;
        private final BlockingQueue<Read> read = new LinkedBlockingQueue<>(QUEUE);
        private final AtomicInteger reading = new AtomicInteger();
        private final Map<ImportResult.Status, Integer> counts =
                new EnumMap<>(ImportResult.Status.class);
        private final List<ImportResult> unsupported = new ArrayList<>();
        private final Attachments attachments;
        private int passages;
        private volatile boolean stopped;

        Run(List<Path> paths, ImportListener listener, Progress progress) {
            this.listener = listener;
            this.progress = progress;
            files = ImportFiles.under(paths, ownFolder);
            waiting = new ConcurrentLinkedQueue<>(files.files());
            attachments = new Attachments(files, blobs, sources);
            for (var status : ImportResult.Status.values()) {
                counts.put(status, 0);
            }
        }

        ImportSummary run() throws ProblemException {
            progress.report(0, files.files().size());
            files.missing().forEach(file -> finish(failed(new Problem.FileMissing(file))));
            files.refused().forEach(file -> finish(failed(new Problem.AccessDenied(file))));
            var threads = startReaders();
            try {
                saveUntilDone();
                attachments.keep();
                unsupported.stream()
                        .filter(result -> !attachments.kept(result.path()))
                        .forEach(this::finish);
            } finally {
                stopped = true;
                read.clear();
                threads.forEach(Importer::join);
                indexing.finished();
            }
            progress.checkpoint();
            return new ImportSummary(counts, passages, Duration.ofNanos(System.nanoTime() - start));
        }

        private List<Thread> startReaders() {
            int count =
                    Math.clamp(files.files().size(), 1, Runtime.getRuntime().availableProcessors());
            reading.set(count);
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < count; i++) {
                threads.add(
                        Thread.ofPlatform()
                                .name("pharos-import-" + i)
                                .daemon()
                                .start(this::readAll));
            }
            return threads;
        }

        private void readAll() {
            try {
                for (var file = waiting.poll(); file != null && !over(); file = waiting.poll()) {
                    synchronized (listener) {
                        listener.started(file);
                    }
                    hand(readOne(file));
                }
            } catch (CancellationException _) {
                LOG.debug("cancelled");
            } finally {
                reading.decrementAndGet();
            }
        }

        private boolean over() {
            return stopped || progress.cancelled();
        }

        private void hand(Read result) {
            try {
                while (!over()
                        && !read.offer(result, BATCH_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                    LOG.trace("waiting for the database");
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        private Read readOne(Path file) {
            try {
                return readChecked(file);
            } catch (ProblemException e) {
                return switch (e.problem()) {
                    case Problem.OfFile problem -> new Read.Done(failed(problem));
                    case Problem problem -> new Read.Stop(file, problem);
                };
            } catch (CancellationException e) {
                throw e;
            } catch (RuntimeException | Error e) {
                String report = UUID.randomUUID().toString().substring(0, 8);
                LOG.error("report {}: {}", report, file, e);
                return new Read.Done(
                        new ImportResult(
                                file,
                                ImportResult.Status.FAILED,
                                null,
                                null,
                                0,
                                new Problem.Unexpected(report)));
            }
        }

        private Read readChecked(Path file) throws ProblemException {
            String hash = blobs.hash(file, untilOver());
            var known = known(file, hash);
            if (known != null) {
                return new Read.Done(known);
            }
            if (size(file) == 0) {
                throw new ProblemException(new Problem.EmptyFile(file));
            }
            var blob = blobs.keep(file, untilOver());
            var document = extractor.extract(blob.file(), file);
            return new Read.Ready(file, blob, document, chunker.chunks(document));
        }

        private Progress untilOver() {
            return new Progress() {
                @Override
                public void report(long done, long total) {}

                @Override
                public boolean cancelled() {
                    return over();
                }
            };
        }

        private @Nullable ImportResult known(Path file, String hash) {
            var here = sources.atPath(file).filter(source -> source.contentHash().equals(hash));
            if (here.isPresent()) {
                return same(file, here.get(), ImportResult.Status.UNCHANGED);
            }
            return sources.withContent(hash).map(other -> elsewhere(file, other)).orElse(null);
        }

        private ImportResult elsewhere(Path file, Source other) {
            if (Files.exists(other.path()) || sources.atPath(file).isPresent()) {
                return same(file, other, ImportResult.Status.DUPLICATE);
            }
            sources.moved(other.id(), file);
            return same(file, other, ImportResult.Status.UNCHANGED);
        }

        private ImportResult same(Path file, Source source, ImportResult.Status status) {
            return new ImportResult(
                    file, status, source.id(), source.kind(), source.passages(), null);
        }

        private void saveUntilDone() throws ProblemException {
            var batch = new ArrayList<Read>();
            while (reading.get() > 0 || !read.isEmpty()) {
                progress.checkpoint();
                collect(batch);
                save(batch);
                batch.clear();
            }
        }

        private void collect(List<Read> batch) {
            try {
                long until = System.nanoTime() + BATCH_WAIT.toNanos();
                while (batch.size() < BATCH && (reading.get() > 0 || !read.isEmpty())) {
                    var next = read.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                    if (next == null) {
                        return;
                    }
                    batch.add(next);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }

        private void save(List<Read> batch) throws ProblemException {
            var revisions = new ArrayList<Sources.Revision>();
            var results = new ArrayList<ImportResult>();
            Map<String, ImportResult> inBatch = new HashMap<>();
            for (Read each : batch) {
                switch (each) {
                    case Read.Done(var result) -> results.add(result);
                    case Read.Ready ready -> results.add(prepare(ready, revisions, inBatch));
                    case Read.Stop(_, var problem) -> throw new ProblemException(problem);
                }
            }
            var saved = saveAll(revisions);
            var titled = new ArrayList<Passages.Titled>();
            var replaced = new ArrayList<SourceId>();
            for (int i = 0; i < revisions.size(); i++) {
                String title = revisions.get(i).source().title();
                saved.get(i).forEach(passage -> titled.add(new Passages.Titled(title, passage)));
                attachments.note(revisions.get(i));
                if (revisions.get(i).source().revision() > 1) {
                    replaced.add(revisions.get(i).source().id());
                }
            }
            passages += titled.size();
            if (!revisions.isEmpty()) {
                indexing.saved(titled, replaced);
            }
            results.forEach(this::finishOrDefer);
        }

        private List<List<Passage>> saveAll(List<Sources.Revision> revisions)
                throws ProblemException {
            try {
                return revisions.isEmpty() ? List.of() : sources.saveAll(revisions);
            } catch (StorageException e) {
                if (e.diskFull()) {
                    throw new ProblemException(new Problem.DiskFull(ownFolder), e);
                }
                throw e;
            }
        }

        private ImportResult prepare(
                Read.Ready ready,
                List<Sources.Revision> revisions,
                Map<String, ImportResult> inBatch) {
            var twin = inBatch.get(ready.blob().hash());
            if (twin != null) {
                return new ImportResult(
                        ready.file(),
                        ImportResult.Status.DUPLICATE,
                        twin.source(),
                        twin.kind(),
                        twin.passages(),
                        null);
            }
            var known = known(ready.file(), ready.blob().hash());
            if (known != null) {
                return known;
            }
            var before = sources.atPath(ready.file());
            var source = source(ready, before.orElse(null));
            revisions.add(new Sources.Revision(source, ready.document(), ready.chunks()));
            var result =
                    new ImportResult(
                            ready.file(),
                            before.isPresent()
                                    ? ImportResult.Status.UPDATED
                                    : ImportResult.Status.IMPORTED,
                            source.id(),
                            source.kind(),
                            ready.chunks().size(),
                            notice(ready));
            inBatch.put(ready.blob().hash(), result);
            return result;
        }

        private @Nullable Problem notice(Read.Ready ready) {
            if (ready.document().text().isBlank()) {
                return new Problem.NoText(ready.file());
            }
            return ready.document().complete() ? null : new Problem.PartlyRead(ready.file());
        }

        private void finishOrDefer(ImportResult result) {
            if (result.problem() instanceof Problem.UnsupportedFormat
                    && files.inFolder(result.path())) {
                unsupported.add(result);
            } else {
                finish(result);
            }
        }

        private void finish(ImportResult result) {
            counts.merge(result.status(), 1, Integer::sum);
            int done = counts.values().stream().mapToInt(Integer::intValue).sum();
            synchronized (listener) {
                listener.finished(result);
            }
            progress.report(done, Math.max(done, files.files().size()));
        }
    }

    private Source source(Read.Ready ready, @Nullable Source before) {
        var document = ready.document();
        return new Source(
                before == null ? new SourceId(UUID.randomUUID()) : before.id(),
                document.kind(),
                document.title(),
                ready.file(),
                before == null ? 1 : before.revision() + 1,
                ready.blob().hash(),
                ready.blob().size(),
                document.mediaType(),
                document.language(),
                document.authors(),
                document.tags(),
                document.created(),
                document.modified() == null ? modified(ready.file()) : document.modified(),
                clock.instant(),
                ready.chunks().size());
    }

    private static @Nullable Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException _) {
            return null;
        }
    }

    private static long size(Path file) throws ProblemException {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new ProblemException(new Problem.FileMissing(file), e);
        }
    }

    private static ImportResult failed(Problem.OfFile problem) {
        return new ImportResult(problem.file(), ImportResult.Status.FAILED, null, null, 0, problem);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
