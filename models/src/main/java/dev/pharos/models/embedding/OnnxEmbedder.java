package dev.pharos.models.embedding;

import ai.onnxruntime.OrtException;

import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;

/// Sentence vectors by all-MiniLM-L6-v2 in ONNX Runtime, on this machine and offline.
///
/// Weights and native libraries are unpacked once into the cache folder and loaded at first use
/// (about 0.3 s). A short list (one run's worth, such as a query) is computed on the calling thread
/// and waits for nobody; a longer one is shared out to `threads` workers. A caller with much to
/// embed gives some hundred texts a call; two callers at once also hide what each does between its
/// calls. [#close()] waits for calls that are under way.
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
        this(PackagedModel.MINILM_FP32, cache, threads);
    }

    OnnxEmbedder(PackagedModel packaged, Path cache, int threads) {
        this.packaged = packaged;
        this.cache = cache;
        this.threads = threads;
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
            var windows = ready.words().windows(texts);
            var vectors = new float[texts.size()][];
            var runs = runs(windows);
            if (runs.size() == 1) {
                run(ready.network(), windows, runs.getFirst(), vectors);
            } else {
                CompletableFuture.allOf(
                                runs.stream()
                                        .map(run ->
                                                CompletableFuture.runAsync(
                                                        () ->
                                                                run(
                                                                        ready.network(),
                                                                        windows,
                                                                        run,
                                                                        vectors),
                                                        ready.workers()))
                                        .toArray(CompletableFuture<?>[]::new))
                        .join();
            }
            return Arrays.asList(vectors);
        } finally {
            life.readLock().unlock();
        }
    }

    @Override
    public int[] countTokens(List<String> texts) throws ProblemException {
        life.readLock().lock();
        try {
            return load().words().count(texts);
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

    /// Positions in `windows` that run together, the longest first so that the workers end at the
    /// same time.
    private List<List<Integer>> runs(List<long[]> windows) {
        var runs = new ArrayList<List<Integer>>();
        int space = 0;
        for (int i : longestFirst(windows)) {
            int length = windows.get(i).length;
            if (space < length) {
                runs.add(new ArrayList<>());
                space = packaged.tokensPerRun();
            }
            var run = runs.getLast();
            run.add(i);
            space -= windows.get(run.getFirst()).length;
        }
        return runs;
    }

    private static List<Integer> longestFirst(List<long[]> windows) {
        return IntStream.range(0, windows.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> -windows.get(i).length))
                .toList();
    }

    private static void run(
            SentenceModel network, List<long[]> windows, List<Integer> run, float[][] vectors) {
        try {
            var results = network.run(run.stream().map(windows::get).toList());
            for (int k = 0; k < run.size(); k++) {
                vectors[run.get(k)] = results.get(k);
            }
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
