package dev.pharos.engine.meaning;

import dev.pharos.engine.model.Device;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// An embedder of this machine for the passages of one library. It is opened when it is first
/// needed, so that a library whose model is gone opens all the same, opened anew when its owner has
/// chosen another device, and can be put to rest. Safe for use by several threads.
public final class PassageEmbedder implements Embedder {
    private static final Duration GRACE = Duration.ofSeconds(3);

    /// @param setting of the embedders when it was opened
    private record Opened(Embedder embedder, Object setting) {}

    private final Embedders embedders;
    private final EmbeddingModel model;
    private final ReadWriteLock life = new ReentrantReadWriteLock();
    private volatile @Nullable Opened opened;

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
    /// @throws ProblemException `EmbedderMissing`, also where other weights have its id;
    ///   `ModelUnavailable` where its vectors have another length
    public void open() throws ProblemException {
        life.writeLock().lock();
        try {
            if (opened == null) {
                var setting = embedders.setting();
                opened = new Opened(found(), setting);
            }
        } finally {
            life.writeLock().unlock();
        }
    }

    private Embedder found() throws ProblemException {
        if (!embedders.has(model)) {
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
                var now = opened;
                if (now != null) {
                    return work.run(now.embedder());
                }
            } finally {
                life.readLock().unlock();
            }
            open();
        }
    }

    /// On what its owner wants now.
    private <T> T computed(Work<T> work) throws ProblemException {
        var now = opened;
        if (now != null && !now.setting().equals(embedders.setting())) {
            rest(now);
        }
        return with(work);
    }

    private void rest(Opened outdated) {
        life.writeLock().lock();
        try {
            if (outdated.equals(opened)) {
                outdated.embedder().close();
                opened = null;
            }
        } finally {
            life.writeLock().unlock();
        }
    }

    /// One vector for each text, of all of it: a text that is longer than the model's window is
    /// read in several, and its vector is their mean, each weighing as much as it is long. The
    /// bundled model reads a passage at once: passages are cut by its tokens, and what little of a
    /// title is beyond its window is not seen.
    List<float[]> embedWhole(List<String> texts) throws ProblemException {
        boolean cutForIt = embedders.bundled().id().equals(model.id());
        return computed(
                embedder -> cutForIt ? embedder.embed(texts) : Windows.embed(embedder, texts));
    }

    @Override
    public Device device() {
        var running = running();
        return running == null ? Device.CPU : running;
    }

    /// On what it runs; null while it is at rest. Waits for nobody.
    public @Nullable Device running() {
        var now = opened;
        return now == null ? null : now.embedder().device();
    }

    @Override
    public Problem.@Nullable DeviceFailed notice() {
        var now = opened;
        return now == null ? null : now.embedder().notice();
    }

    @Override
    public List<float[]> embed(List<String> texts) throws ProblemException {
        return computed(embedder -> embedder.embed(texts));
    }

    @Override
    public float[] embedQuery(String query) throws ProblemException {
        return computed(embedder -> embedder.embedQuery(query));
    }

    @Override
    public int[] countTokens(List<String> texts) throws ProblemException {
        return with(embedder -> embedder.countTokens(texts));
    }

    @Override
    public void hangUp() {
        var now = opened;
        if (now != null) {
            now.embedder().hangUp();
        }
    }

    /// Gives its memory free after the calls that are under way, or soon where these hang. A later
    /// call opens it again.
    @Override
    public void close() {
        lockForWriting();
        try {
            var now = opened;
            if (now != null) {
                rest(now);
            }
        } finally {
            life.writeLock().unlock();
        }
    }

    private void lockForWriting() {
        try {
            if (life.writeLock().tryLock(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        hangUp();
        life.writeLock().lock();
    }
}
