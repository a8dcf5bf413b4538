package dev.pharos.engine.library;

import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.meaning.Vectors;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.DiskSpace;
import dev.pharos.engine.search.SearchIndex;
import dev.pharos.engine.work.Progress;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/// The search index of a library: kept in step with the database, committed now and then, built
/// again on demand. Safe for use by several threads.
final class LibraryIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryIndex.class);
    private static final String INDEX = "index";

    /// What a kill can cost is only time: vectors are indexed again from the database.
    private static final long VECTORS_COMMIT_NANOS = 60_000_000_000L;

    /// What is committed is seen by the processes that only read.
    private static final long WORDS_COMMIT_NANOS = 3_000_000_000L;

    /// An index that is being made grows every few seconds.
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private static final long LOOK_NANOS = 200_000_000L;

    /// What an index may lack because others write beside it.
    private static final int FEW = 1_000;

    private final Path folder;
    private final Library.Access access;
    private final Passages passages;
    private final Vectors vectors;
    private volatile SearchIndex index;

    /// Guards changes of the index, and all below. Fair: who completes the index makes way between
    /// two steps.
    private final ReentrantLock changing = new ReentrantLock(true);

    private long vectorsCommitted = System.nanoTime();
    private long wordsCommitted = System.nanoTime();

    /// Whether words were edited that are not committed.
    private boolean editsToCommit;

    /// @param models those whose vectors are searched or prepared
    LibraryIndex(
            Path folder,
            Library.Access access,
            Passages passages,
            Vectors vectors,
            Collection<EmbeddingModel> models) {
        this.folder = folder;
        this.access = access;
        this.passages = passages;
        this.vectors = vectors;
        index = open(folder.resolve(INDEX), models);
    }

    private SearchIndex open(Path at, Collection<EmbeddingModel> models) {
        return new SearchIndex(at, access == Library.Access.READ, models);
    }

    /// Asked anew for each search, because a rebuild replaces it.
    SearchIndex current() {
        var current = index;
        if (!current.closed()) {
            return current;
        }
        alone(() -> {});
        return index;
    }

    private void alone(Runnable change) {
        changing.lock();
        try {
            change.run();
        } finally {
            changing.unlock();
        }
    }

    /// Adds what the database has and the index has not, and removes the reverse, in steps between
    /// which others may change it. Progress counts the passages and vectors that are added; where
    /// it is cancelled, what is added stays.
    void complete(Progress progress) {
        if (access == Library.Access.READ) {
            completeForReading(progress);
            return;
        }
        var completed = current();
        var steps = new ArrayList<SearchIndex.Step>();
        change(() -> steps.addAll(completed.completion(passages, vectors)));
        try {
            SearchIndex.run(steps, step -> change(() -> step(completed, step)), progress);
        } catch (CancellationException e) {
            commit();
            throw e;
        }
    }

    private void step(SearchIndex of, Runnable step) {
        if (index == of) {
            step.run();
        }
    }

    /// Does not change what takes no more changes: takes a new one in its place, and gives that all
    /// that the database has.
    private void change(Runnable change) {
        alone(() -> {
            if (index.broken()) {
                replace();
            } else {
                change.run();
            }
        });
    }

    private void replace() {
        var broken = index;
        broken.giveUp();
        var fresh = open(folder.resolve(INDEX), broken.models());
        try {
            fresh.complete(passages, vectors, Progress.NONE);
            index = fresh;
        } finally {
            (index == fresh ? broken : fresh).close();
        }
    }

    /// The index is a cache: who finds it deleted or behind, and nobody else writing, completes it.
    /// Who finds that somebody else makes it anew waits for that, as long as it grows.
    private void completeForReading(Progress progress) {
        int seen = index.indexedPassages();
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (!completedHere(progress) && lacksMost() && System.nanoTime() < until) {
            progress.checkpoint();
            progress.report(seen, passages.count());
            LockSupport.parkNanos(LOOK_NANOS);
            reopen();
            int now = index.indexedPassages();
            until = now > seen ? System.nanoTime() + PATIENCE_NANOS : until;
            seen = now;
        }
    }

    private boolean lacksMost() {
        int all = passages.count();
        int there = index.indexedPassages();
        return there == 0 && all > 0 || all - there > Math.max(all / 10, FEW);
    }

    /// @return false where another process holds the library
    private boolean completedHere(Progress progress) {
        var models = index.models();
        try (var held = LibraryLock.take(folder);
                var writing = new SearchIndex(folder.resolve(INDEX), false, models)) {
            LOG.debug("completing the index under {}", held);
            writing.complete(passages, vectors, progress);
        } catch (ProblemException e) {
            LOG.debug("the index stays behind", e);
            return !(e.problem() instanceof Problem.LibraryInUse);
        } catch (UncheckedIOException e) {
            LOG.debug("the index stays behind", e);
            return true;
        }
        reopen();
        return true;
    }

    private void reopen() {
        var models = index.models();
        index.close();
        index = open(folder.resolve(INDEX), models);
    }

    /// Some passages took the place of others. What is removed is told by its ids: vectors of those
    /// that came may be indexed already.
    void rewritten(List<Passages.Titled> added, Collection<Long> removed) {
        change(() -> {
            index.remove(removed);
            added(added);
        });
    }

    /// The same of one source or a few that their owner works on: it is seen at once, and takes no
    /// longer in a large library.
    void edited(List<Passages.Titled> added, Collection<Long> removed) {
        change(() -> {
            index.remove(removed);
            index.addPassages(added);
            if (System.nanoTime() - wordsCommitted > WORDS_COMMIT_NANOS) {
                commitWords();
            } else {
                index.showWords();
                editsToCommit = true;
            }
        });
    }

    /// Some passages that were removed are there again, with the vectors that they have.
    void back(List<Passages.Titled> added) {
        long[] ids = added.stream().mapToLong(titled -> titled.passage().id()).sorted().toArray();
        change(() -> index.addVectors(vectors, ids));
        edited(added, List.of());
    }

    private void added(List<Passages.Titled> passages) {
        index.addPassages(passages);
        if (System.nanoTime() - wordsCommitted > WORDS_COMMIT_NANOS) {
            commitWords();
        }
    }

    void commit() {
        change(() -> index.commit());
    }

    /// @param edited they are seen at once
    void embedded(EmbeddingModel model, List<Vectors.Embedded> embedded, boolean edited) {
        change(() -> {
            index.addVectors(model, embedded);
            if (edited) {
                index.showVectors(model);
            }
            if (System.nanoTime() - vectorsCommitted > VECTORS_COMMIT_NANOS) {
                commitVectors();
            }
        });
    }

    private void commitVectors() {
        index.commitVectors();
        vectorsCommitted = System.nanoTime();
    }

    /// What was edited and embedded is then seen by the processes that only read. Quick in an index
    /// of any size.
    void commitEdited() {
        change(() -> {
            if (editsToCommit) {
                commitWords();
            }
            commitVectors();
        });
    }

    private void commitWords() {
        index.commitWords();
        wordsCommitted = System.nanoTime();
        editsToCommit = false;
    }

    /// Takes in the vectors of one more model, as far as there are any.
    void add(EmbeddingModel model) {
        change(() -> index.add(model, vectors));
    }

    /// Does without a model; what is indexed stays on the disk, for the next time.
    void release(EmbeddingModel model) {
        alone(() -> index.release(model));
    }

    /// Deletes what is indexed of models that are not in use. What another program reads stays
    /// where the system wants it so; it is only a cache.
    void deleteReleased() {
        alone(() -> {
            for (Path released : index.released()) {
                try {
                    deleteTree(released);
                } catch (IOException | UncheckedIOException e) {
                    LOG.debug("left behind", e);
                }
            }
        });
    }

    /// Builds a new index beside the old one and then takes its place.
    void rebuild(Progress progress) throws ProblemException {
        Path building = folder.resolve(INDEX + ".new");
        Path place = folder.resolve(INDEX);
        try {
            deleteTree(building);
            try (var fresh = open(building, index.models())) {
                fresh.complete(passages, vectors, progress);
            }
            changing.lock();
            try {
                var models = index.models();
                index.close();
                try {
                    deleteTree(place);
                    Files.move(building, place);
                } finally {
                    index = open(place, models);
                    index.complete(passages, vectors, Progress.NONE);
                }
            } finally {
                changing.unlock();
            }
        } catch (IOException e) {
            throw new ProblemException(DiskSpace.problem(folder, e), e);
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

    /// Commits nothing more.
    void giveUp() {
        if (access == Library.Access.WRITE) {
            index.giveUp();
        }
    }

    @Override
    public void close() {
        index.close();
    }
}
