package dev.pharos.models.embedding;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;

import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.models.natives.UnpackedResources;

import org.jspecify.annotations.Nullable;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// Sentence vectors by all-MiniLM-L6-v2 in ONNX Runtime, on this machine and offline.
///
/// Weights and native libraries are unpacked once into the cache folder, and loaded at first use
/// (about 0.3 s). Every text is a run of its own: the weights are 8-bit, and what is quantised
/// together changes each other. A single text, such as a query, runs on the calling thread and
/// waits for nobody; more are shared out to `threads` workers. A caller with much to embed gives
/// some hundred texts a call; two callers at once also hide what each does between its calls.
/// [#close()] waits for calls that are under way.
public final class OnnxEmbedder implements Embedder {

    private record Loaded(WordPieces words, SentenceModel network, ExecutorService workers) {}

    private final PackagedModel packaged;
    private final Path cache;
    private final int threads;
    private final ReadWriteLock life = new ReentrantReadWriteLock();
    private @Nullable Loaded loaded;
    private boolean closed;

    /// @param cache a folder of the program's own; made when needed, may be deleted when no Pharos
    ///   runs
    /// @param threads how many runs of the model go at once: the number of cores
    public OnnxEmbedder(Path cache, int threads) {
        this(PackagedModel.MINILM, cache, threads);
    }

    OnnxEmbedder(PackagedModel packaged, Path cache, int threads) {
        this.packaged = packaged;
        this.cache = cache;
        this.threads = threads;
    }

    /// The native code's name and version.
    public static String runtime() {
        return "ONNX Runtime " + OrtEnvironment.class.getPackage().getImplementationVersion();
    }

    @Override
    public EmbeddingModel model() {
        return packaged.model();
    }

    @Override
    public List<float[]> embed(List<String> texts) throws ProblemException {
        life.readLock().lock();
        try {
            var ready = load();
            if (texts.size() == 1) {
                return List.of(run(ready, texts.getFirst()));
            }
            var vectors =
                    texts.stream()
                            .map(text ->
                                    CompletableFuture.supplyAsync(
                                            () -> run(ready, text), ready.workers()))
                            .toList();
            // all, even if one fails: none may run on when the lock is given back
            CompletableFuture.allOf(vectors.toArray(CompletableFuture<?>[]::new)).join();
            return vectors.stream().map(CompletableFuture::join).toList();
        } finally {
            life.readLock().unlock();
        }
    }

    @Override
    public int[] countTokens(List<String> texts) throws ProblemException {
        life.readLock().lock();
        try {
            var words = load().words();
            return texts.stream().mapToInt(words::count).toArray();
        } finally {
            life.readLock().unlock();
        }
    }

    @Override
    public void close() {
        life.writeLock().lock();
        try {
            closed = true;
            if (loaded != null) {
                loaded.workers().shutdown();
                loaded.network().close();
                loaded.words().close();
                loaded = null;
            }
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        } finally {
            life.writeLock().unlock();
        }
    }

    private static float[] run(Loaded ready, String text) {
        try {
            return ready.network().run(ready.words().window(text));
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized Loaded load() throws ProblemException {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        if (loaded == null) {
            try {
                loaded = open();
            } catch (IOException | OrtException | RuntimeException | LinkageError e) {
                throw new ProblemException(
                        new Problem.ModelUnavailable(model().id(), String.valueOf(e.getMessage())),
                        e);
            }
        }
        return loaded;
    }

    private Loaded open() throws IOException, OrtException {
        OnnxNatives.settle(cache);
        var weights = new UnpackedResources(cache).file(packaged.weights());
        var words = words();
        try {
            var network = SentenceModel.load(weights, packaged.model().dimension());
            var names = Thread.ofPlatform().daemon().name("embedder-", 1).factory();
            return new Loaded(words, network, Executors.newFixedThreadPool(threads, names));
        } catch (OrtException | RuntimeException | LinkageError e) {
            words.close();
            throw e;
        }
    }

    private WordPieces words() throws IOException {
        try (var json = OnnxEmbedder.class.getResourceAsStream("/" + packaged.tokenizer())) {
            if (json == null) {
                throw new FileNotFoundException(packaged.tokenizer());
            }
            return WordPieces.load(json, packaged.model().maxTokens());
        }
    }
}
