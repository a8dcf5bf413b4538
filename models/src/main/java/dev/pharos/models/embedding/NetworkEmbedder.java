package dev.pharos.models.embedding;

import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Courtesy;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// What all embedders of a tokenizer and a network have in common: both are loaded at first use, a
/// single piece of work runs on the calling thread and waits for nobody, and more are shared out to
/// `threads` workers. Callers that give way have workers of their own, which do so too. [#close()]
/// waits for calls that are under way.
abstract sealed class NetworkEmbedder implements Embedder permits OnnxEmbedder, ChildEmbedder {

    private record Loaded(Network network, ExecutorService prompt, ExecutorService courteous) {
        ExecutorService workers() {
            return Courtesy.givesWay() ? courteous : prompt;
        }

        void close() {
            prompt.shutdown();
            courteous.shutdown();
            network.close();
        }
    }

    private final ModelSource source;
    private final Path cache;
    private final int threads;
    private final ReadWriteLock life = new ReentrantReadWriteLock();
    private @Nullable WordPieces words;
    private @Nullable Loaded loaded;
    private boolean closed;

    NetworkEmbedder(ModelSource source, Path cache, int threads) {
        this.source = source;
        this.cache = cache;
        this.threads = threads;
    }

    /// Called once, when the first vector is wanted.
    abstract Network open(ModelSource source, Path cache) throws IOException;

    /// How many texts the network is given at once.
    abstract int textsPerRun();

    @Override
    public final EmbeddingModel model() {
        return source.model();
    }

    @Override
    public final List<float[]> embed(List<String> texts) throws ProblemException {
        return embed(source.reading().passagePrefix(), texts);
    }

    @Override
    public final float[] embedQuery(String query) throws ProblemException {
        return embed(source.reading().queryPrefix(), List.of(query)).getFirst();
    }

    private List<float[]> embed(String prefix, List<String> texts) throws ProblemException {
        life.readLock().lock();
        try {
            var pieces = new ArrayList<List<String>>();
            for (int from = 0; from < texts.size(); from += textsPerRun()) {
                pieces.add(texts.subList(from, Math.min(texts.size(), from + textsPerRun())));
            }
            return pieces.isEmpty() ? List.of() : run(prefix, pieces);
        } catch (UncheckedIOException e) {
            throw unavailable(e);
        } finally {
            life.readLock().unlock();
        }
    }

    private List<float[]> run(String prefix, List<List<String>> pieces) throws ProblemException {
        var tokenizer = words();
        var ready = network();
        var workers = ready.workers();
        if (pieces.size() == 1) {
            return run(tokenizer, ready.network(), prefix, pieces.getFirst());
        }
        var vectors =
                pieces.stream()
                        .map(piece ->
                                CompletableFuture.supplyAsync(
                                        () -> run(tokenizer, ready.network(), prefix, piece),
                                        workers))
                        .toList();
        try {
            // all, even if one fails: none may run on when the lock is given back
            CompletableFuture.allOf(vectors.toArray(CompletableFuture<?>[]::new)).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException failure) {
                throw failure;
            }
            throw e;
        }
        return vectors.stream().flatMap(piece -> piece.join().stream()).toList();
    }

    private static List<float[]> run(
            WordPieces words, Network network, String prefix, List<String> piece) {
        try {
            return network.run(piece.stream().map(text -> words.window(prefix + text)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    @Override
    public final int[] countTokens(List<String> texts) throws ProblemException {
        life.readLock().lock();
        try {
            var tokenizer = words();
            return texts.stream().mapToInt(tokenizer::count).toArray();
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
                loaded.close();
                loaded = null;
            }
            if (words != null) {
                words.close();
                words = null;
            }
        } finally {
            life.writeLock().unlock();
        }
    }

    private synchronized WordPieces words() throws ProblemException {
        refuseIfClosed();
        if (words == null) {
            try {
                OnnxNatives.settle(cache);
                try (var json = source.tokenizer()) {
                    words = WordPieces.load(json, model().maxTokens());
                }
            } catch (IOException | RuntimeException | LinkageError e) {
                throw unavailable(e);
            }
        }
        return words;
    }

    private synchronized Loaded network() throws ProblemException {
        refuseIfClosed();
        if (loaded == null) {
            try {
                var names = Thread.ofPlatform().daemon().name("embedder-", 1).factory();
                loaded =
                        new Loaded(
                                open(source, cache),
                                Executors.newFixedThreadPool(threads, names),
                                Executors.newFixedThreadPool(
                                        threads, work -> names.newThread(() -> courteously(work))));
            } catch (IOException | RuntimeException | LinkageError e) {
                throw unavailable(e);
            }
        }
        return loaded;
    }

    private static void courteously(Runnable work) {
        Courtesy.giveWay();
        work.run();
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
    }

    private ProblemException unavailable(Throwable cause) {
        var problem = new Problem.ModelUnavailable(model().id(), Detail.of(cause));
        return new ProblemException(problem, cause);
    }
}
