package dev.pharos.engine.library;

import dev.pharos.engine.work.ChangeListeners;
import dev.pharos.engine.work.JobQueue;
import dev.pharos.engine.work.Progress;

import java.util.List;

/// Keeps the index, the vectors, the jobs and those who listen in step with the database. Any
/// thread.
final class LibraryChanges
        implements Importer.Indexing, LibraryRecordings.Indexing, LibraryTrash.Index {
    private final LibraryIndex index;
    private final LibraryEmbedding embedding;
    private final JobQueue jobs;
    private final ChangeListeners listeners;

    LibraryChanges(
            LibraryIndex index,
            LibraryEmbedding embedding,
            JobQueue jobs,
            ChangeListeners listeners) {
        this.index = index;
        this.embedding = embedding;
        this.jobs = jobs;
        this.listeners = listeners;
    }

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

    @Override
    public void rewritten(List<Passages.Titled> added, List<Long> removed) {
        index.rewritten(added, removed);
        embedding.passagesChanged();
        finished();
    }

    /// Of what its owner works on: it is found when this returns.
    void edited(List<Passages.Titled> added, List<Long> removed) {
        index.edited(added, removed);
        embedding.passagesChanged();
        listeners.ring();
    }

    @Override
    public void gone(List<Long> passages) {
        edited(List.of(), passages);
        jobs.changed();
    }

    @Override
    public void back() {
        index.complete(Progress.NONE);
        embedding.passagesChanged();
        finished();
    }
}
