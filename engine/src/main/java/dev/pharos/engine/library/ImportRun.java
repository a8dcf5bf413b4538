package dev.pharos.engine.library;

import dev.pharos.engine.note.Notes;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.storage.SqliteNotes;
import dev.pharos.engine.work.Courtesy;
import dev.pharos.engine.work.Progress;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// One import: several threads take files in, the calling thread saves them.
final class ImportRun {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);
    private static final int QUEUE = 64;
    private static final int BATCH = 64;

    /// Characters of text that may wait to be saved; one document may have more.
    private static final int ROOM = 8_000_000;

    private static final Duration BATCH_WAIT = Duration.ofMillis(150);
    private static final Duration CANCEL_WAIT = Duration.ofMillis(500);

    private final Importer.Parts parts;
    private final FileIntake intake;
    private final long start = System.nanoTime();
    private final ImportListener listener;
    private final Progress progress;
    private final ImportFiles files;
    private final ConcurrentLinkedQueue<Path> waiting;
    private final BlockingQueue<FileIntake.Read> read = new LinkedBlockingQueue<>(QUEUE);
    private final Semaphore room = new Semaphore(ROOM);
    private final AtomicInteger reading = new AtomicInteger();
    private final Map<ImportResult.Status, Integer> counts =
            new EnumMap<>(ImportResult.Status.class);
    private final List<ImportResult> unsupported = new ArrayList<>();
    private final Attachments attachments;
    private int passages;
    private volatile boolean stopped;

    ImportRun(Importer.Parts parts, ImportFiles files, ImportListener listener, Progress progress) {
        this.parts = parts;
        this.intake = parts.intake();
        this.listener = listener;
        this.progress = progress;
        this.files = files;
        waiting = new ConcurrentLinkedQueue<>(files.files());
        attachments = new Attachments(files, parts.blobs(), parts.sources(), untilOver());
        for (var status : ImportResult.Status.values()) {
            counts.put(status, 0);
        }
    }

    ImportSummary run() throws ProblemException {
        progress.report(0, files.files().size());
        files.missing().forEach(file -> finish(FileIntake.failed(new Problem.FileMissing(file))));
        files.refused().forEach(file -> finish(FileIntake.failed(new Problem.AccessDenied(file))));
        files.failed().forEach(problem -> finish(FileIntake.failed(problem)));
        files.special().forEach(file -> finish(FileIntake.failed(new Problem.NotAFile(file))));
        var threads = startReaders();
        try {
            saveUntilDone();
            unsupported.stream()
                    .filter(result -> !attachments.kept(result.path()))
                    .forEach(this::finish);
        } finally {
            stopped = true;
            read.clear();
            threads.forEach(this::join);
            parts.indexing().finished();
        }
        progress.checkpoint();
        return new ImportSummary(counts, passages, Duration.ofNanos(System.nanoTime() - start));
    }

    private List<Thread> startReaders() {
        int count = Math.clamp(files.files().size(), 1, Runtime.getRuntime().availableProcessors());
        reading.set(count);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < count; i++) {
            threads.add(
                    Thread.ofPlatform().name("pharos-import-" + i).daemon().start(this::readAll));
        }
        return threads;
    }

    private void readAll() {
        Courtesy.giveWay();
        try {
            for (var file = waiting.poll(); file != null && !over(); file = waiting.poll()) {
                synchronized (listener) {
                    listener.started(file);
                }
                hand(intake.read(file, files.bytes(file).orElse(file), untilOver()));
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

    private void hand(FileIntake.Read result) {
        try {
            boolean entered = false;
            while (!over() && !entered) {
                entered =
                        room.tryAcquire(size(result), BATCH_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            }
            while (!over() && !read.offer(result, BATCH_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.trace("waiting for the database");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static int size(FileIntake.Read result) {
        return result instanceof FileIntake.Read.Ready ready
                ? Math.clamp(ready.document().text().length(), 1, ROOM)
                : 1;
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

    private void saveUntilDone() throws ProblemException {
        var batch = new ArrayList<FileIntake.Read>();
        while (reading.get() > 0 || !read.isEmpty()) {
            progress.checkpoint();
            collect(batch);
            save(batch);
            room.release(batch.stream().mapToInt(ImportRun::size).sum());
            batch.clear();
        }
    }

    private void collect(List<FileIntake.Read> batch) {
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

    private void save(List<FileIntake.Read> batch) throws ProblemException {
        var revisions = new ArrayList<Sources.Revision>();
        var wanted = new ArrayList<RecordingStore.Wanted>();
        Map<SourceId, String> sameSound = new HashMap<>();
        var results = new ArrayList<ImportResult>();
        Map<String, ImportResult> inBatch = new HashMap<>();
        for (FileIntake.Read each : batch) {
            switch (each) {
                case FileIntake.Read.Done(var result) -> results.add(known(result, wanted));
                case FileIntake.Read.Ready ready ->
                        results.add(prepare(ready, revisions, sameSound, wanted, inBatch));
                case FileIntake.Read.Stop(_, var problem) -> throw new ProblemException(problem);
            }
        }
        var saved = saveAll(revisions, sameSound, wanted);
        var titled = new ArrayList<Passages.Titled>();
        var removed = new ArrayList<Long>();
        for (int i = 0; i < revisions.size(); i++) {
            String title = revisions.get(i).source().title();
            saved.get(i).added().forEach(each -> titled.add(new Passages.Titled(title, each)));
            removed.addAll(saved.get(i).removed());
            if (sameSound.containsKey(revisions.get(i).source().id())) {
                count(revisions.get(i).source().id(), saved.get(i).added().size(), results);
            }
        }
        passages += titled.size();
        if (!revisions.isEmpty()) {
            parts.indexing().saved(titled, removed);
        }
        results.forEach(this::finishOrDefer);
    }

    /// Of a file whose content is in the library, attachments may have changed; and a recording may
    /// have lost its job before that found a word.
    private ImportResult known(ImportResult result, List<RecordingStore.Wanted> wanted)
            throws ProblemException {
        var source = result.source();
        if (source == null) {
            return result;
        }
        if (result.status() == ImportResult.Status.UNCHANGED) {
            attachments.refresh(source, result.path());
        }
        if (result.kind() != SourceKind.RECORDING || !parts.store().forgotten(source)) {
            return result;
        }
        var options = intake.transcription();
        if (options == null) {
            return result;
        }
        var recording = parts.sources().find(source).orElseThrow();
        wanted.add(RecordingStore.Wanted.of(recording, options));
        return new ImportResult(
                result.path(),
                result.status(),
                source,
                result.kind(),
                result.passages(),
                new Problem.ToBeTranscribed(result.path()));
    }

    private List<Sources.Rewritten> saveAll(
            List<Sources.Revision> revisions,
            Map<SourceId, String> sameSound,
            List<RecordingStore.Wanted> wanted)
            throws ProblemException {
        return revisions.isEmpty() && wanted.isEmpty()
                ? List.of()
                : parts.store().saveAll(revisions, sameSound, wanted);
    }

    /// How many passages a recording has whose words are those of the file before.
    private static void count(SourceId source, int passages, List<ImportResult> results) {
        results.replaceAll(result ->
                source.equals(result.source())
                        ? new ImportResult(
                                result.path(),
                                result.status(),
                                source,
                                result.kind(),
                                passages,
                                result.problem())
                        : result);
    }

    private ImportResult prepare(
            FileIntake.Read.Ready ready,
            List<Sources.Revision> revisions,
            Map<SourceId, String> sameSound,
            List<RecordingStore.Wanted> wanted,
            Map<String, ImportResult> inBatch)
            throws ProblemException {
        var twin = inBatch.get(ready.blob().hash());
        if (twin != null) {
            return duplicate(ready.file(), twin);
        }
        var known = intake.known(ready.file(), ready.blob().hash());
        if (known != null) {
            return known;
        }
        var edited = parts.notes().edited(ready.file());
        if (edited.isPresent()) {
            return merged(ready, edited.get());
        }
        var before = parts.notes().before(ready.file());
        var source = intake.source(ready, before.orElse(null));
        var embedded = attachments.of(ready.document(), ready.file());
        revisions.add(new Sources.Revision(source, ready.document(), ready.chunks(), embedded));
        if (ready.transcription() != null) {
            wanted.add(RecordingStore.Wanted.of(source, ready.transcription()));
        }
        if (ready.sameSound() != null) {
            sameSound.put(source.id(), ready.sameSound());
        }
        var result =
                new ImportResult(
                        ready.file(),
                        before.isPresent()
                                ? ImportResult.Status.UPDATED
                                : ImportResult.Status.IMPORTED,
                        source.id(),
                        source.kind(),
                        ready.chunks().size(),
                        ready.notice() == null ? files.notice(ready.file()) : ready.notice());
        inBatch.put(ready.blob().hash(), result);
        return result;
    }

    /// What was edited here is never overwritten by what its file says now.
    private ImportResult merged(FileIntake.Read.Ready ready, SqliteNotes.Origin edited)
            throws ProblemException {
        var notice =
                switch (parts.notes().fileChanged(edited, ready.blob())) {
                    case Notes.Saved.Kept _ -> ready.notice();
                    case Notes.Saved.Merged _ -> new Problem.NoteMerged(ready.file());
                    case Notes.Saved.Conflict _ -> new Problem.NoteKeptTwice(ready.file());
                };
        var note = parts.sources().find(edited.note()).orElseThrow();
        return new ImportResult(
                ready.file(),
                ImportResult.Status.UPDATED,
                note.id(),
                note.kind(),
                note.passages(),
                notice);
    }

    private static ImportResult duplicate(Path file, ImportResult twin) {
        return new ImportResult(
                file,
                ImportResult.Status.DUPLICATE,
                twin.source(),
                twin.kind(),
                twin.passages(),
                null);
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

    /// Whoever cancels waits for no slow file: its reader gives up by itself and saves nothing.
    private void join(Thread thread) {
        try {
            thread.join(progress.cancelled() ? CANCEL_WAIT : Duration.ofDays(1));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
