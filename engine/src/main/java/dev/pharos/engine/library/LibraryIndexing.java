package dev.pharos.engine.library;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.ChangeListeners;
import dev.pharos.engine.work.JobQueue;
import dev.pharos.engine.work.Progress;
import dev.pharos.engine.work.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/// Keeps the index, the vectors and those who listen in step with the database of a library.
final class LibraryIndexing
        implements Importer.Indexing,
                LibraryRecordings.Indexing,
                LibraryTrash.Index,
                AutoCloseable {
    /// Sources that come back in one step; others may change the index between two.
    private static final int TOGETHER = 128;

    private final Passages passages;
    private final LibraryEmbedding embedding;
    private final LibraryIndex index;
    private final JobQueue jobs;
    private final ChangeListeners listeners = new ChangeListeners("pharos-library-changed");
    private @Nullable IndexCompletion completion;

    LibraryIndexing(Passages passages, LibraryEmbedding embedding, JobQueue jobs) {
        this.passages = passages;
        this.embedding = embedding;
        this.jobs = jobs;
        index = embedding.index();
    }

    void complete(Progress progress) {
        index.complete(progress);
    }

    void completeMeanwhile() {
        completion = new IndexCompletion(index, listeners::ring);
        completion.start();
    }

    /// As [Library#awaitIndex].
    void awaitCompletion(Progress progress) throws ProblemException {
        if (completion != null) {
            completion.await(progress);
        }
    }

    /// The next opening goes on.
    void stopCompletion() {
        if (completion != null) {
            completion.close();
        }
    }

    /// As [Library#indexComplete].
    boolean upToDate() {
        return indexedPassages() >= passages.count()
                && index.current().indexedVectors(embedding.embedder().model())
                        >= embedding.embedded();
    }

    int indexedPassages() {
        return index.current().indexedPassages();
    }

    @Override
    public void saved(List<Passages.Titled> added, List<Long> removed) {
        try {
            index.rewritten(added, removed);
        } finally {
            embedding.imported(
                    added.size(),
                    removed.size()); // they are in the database, whatever the index says
        }
        listeners.ring();
    }

    @Override
    public void rewritten(List<Passages.Titled> added, List<Long> removed) {
        edited(added, removed);
        jobs.changed();
    }

    @Override
    public void finished() {
        index.commit();
        jobs.changed();
        listeners.ring();
    }

    /// Of what its owner works on: its words are found when this returns, and its meaning soon,
    /// whatever else waits. Takes no longer in a larger library.
    void edited(List<Passages.Titled> added, List<Long> removed) {
        try {
            index.edited(added, removed);
        } finally {
            var ids = added.stream().map(titled -> titled.passage().id()).toList();
            embedding.edited(ids, removed);
        }
        listeners.ring();
    }

    @Override
    public void gone(List<Long> passages) {
        edited(List.of(), passages);
        jobs.changed();
    }

    @Override
    public void back(List<SourceId> sources, LongConsumer progress) {
        int restored = 0;
        for (int from = 0; from < sources.size(); from += TOGETHER) {
            int to = Math.min(from + TOGETHER, sources.size());
            var found = new ArrayList<Passages.Titled>();
            sources.subList(from, to).forEach(each -> found.addAll(passages.indexed(each)));
            index.back(found);
            restored += found.size();
            progress.accept(to);
        }
        embedding.restored(restored);
        jobs.changed();
        listeners.ring();
    }

    /// As [Library#onChange].
    Subscription onChange(Runnable listener) {
        return listeners.add(listener);
    }

    /// As [Library#reindex].
    void rebuild(Progress progress) throws ProblemException {
        index.rebuild(progress);
    }

    /// Writes nothing more into the index, whose library could not be opened.
    void giveUp() {
        index.giveUp();
    }

    @Override
    public void close() {
        listeners.close();
        index.close();
    }
}
