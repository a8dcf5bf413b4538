package dev.pharos.engine.meaning;

import dev.pharos.engine.model.Device;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// An embedder of this machine for the passages of one library. It is opened when it is first
/// needed, so that a library whose model is gone opens all the same, and can be put to rest. Safe
/// for use by several threads.
public final class PassageEmbedder implements Embedder {
    private final Embedders embedders;
    private final EmbeddingModel model;
    private final ReadWriteLock life = new ReentrantReadWriteLock();
    private volatile @Nullable Embedder opened;

    public PassageEmbedder(Embedders embedders, EmbeddingModel model) {
        this.embedders = embedders;
        this.model = model;
    }

    /// Something done with the embedder while nobody closes it.
    @FunctionalInterface
    private interface Work<T> {
        T run(Embedder embedder) throws ProblemException;
    }

    @Override
    public EmbeddingModel model() {
        return model;
    }

    /// Makes sure that its files are here.
    ///
    /// @throws ProblemException `EmbedderMissing`; `ModelUnavailable` where another model has its
    ///   id
    public void open() throws ProblemException {
        life.writeLock().lock();
        try {
            if (opened == null) {
                opened = opened();
            }
        } finally {
            life.writeLock().unlock();
        }
    }

    private Embedder opened() throws ProblemException {
        if (embedders.available().stream().noneMatch(each -> each.id().equals(model.id()))) {
            throw new ProblemException(new Problem.EmbedderMissing(model.id()));
        }
        var embedder = embedders.open(model.id());
        int dimension = embedder.model().dimension();
        if (dimension != model.dimension()) {
            embedder.close();
            throw new ProblemException(
                    new Problem.ModelUnavailable(
                            model.id(), dimension + " ≠ " + model.dimension()));
        }
        return embedder;
    }

    private <T> T with(Work<T> work) throws ProblemException {
        while (true) {
            life.readLock().lock();
            try {
                if (opened != null) {
                    return work.run(opened);
                }
            } finally {
                life.readLock().unlock();
            }
            open();
        }
    }

    /// One vector for each text, of all of it: a text that is longer than the model's window is
    /// read in several, and its vector is their mean, each weighing as much as it is long. The
    /// bundled model reads a passage at once: passages are cut by its tokens, and what little of a
    /// title is beyond its window is not seen.
    List<float[]> embedWhole(List<String> texts) throws ProblemException {
        boolean cutForIt = embedders.bundled().id().equals(model.id());
        return with(embedder -> cutForIt ? embedder.embed(texts) : Windows.embed(embedder, texts));
    }

    @Override
    public Device device() {
        var running = running();
        return running == null ? Device.CPU : running;
    }

    /// On what it runs; null while it is at rest. Waits for nobody.
    public @Nullable Device running() {
        var now = opened;
        return now == null ? null : now.device();
    }

    @Override
    public Problem.@Nullable DeviceFailed notice() {
        life.readLock().lock();
        try {
            return opened == null ? null : opened.notice();
        } finally {
            life.readLock().unlock();
        }
    }

    @Override
    public List<float[]> embed(List<String> texts) throws ProblemException {
        return with(embedder -> embedder.embed(texts));
    }

    @Override
    public float[] embedQuery(String query) throws ProblemException {
        return with(embedder -> embedder.embedQuery(query));
    }

    @Override
    public int[] countTokens(List<String> texts) throws ProblemException {
        return with(embedder -> embedder.countTokens(texts));
    }

    /// Gives its memory free after the calls that are under way. A later call opens it again.
    @Override
    public void close() {
        life.writeLock().lock();
        try {
            if (opened != null) {
                opened.close();
                opened = null;
            }
        } finally {
            life.writeLock().unlock();
        }
    }
}
