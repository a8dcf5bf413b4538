package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.document.PlainText;
import dev.pharos.engine.library.Library.Access;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.EmbeddingChoice.State;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// A library of many files, three models, and one of these that fails or waits when it is told to.
abstract class EmbeddingChangeFixture {
    static final int FILES = 150;
    static final String QUERY = "stone of the harbour";
    static final Duration PATIENCE = Duration.ofMinutes(5);
    static final EmbeddingModel OLD = new HashingEmbedder("old").model();

    @TempDir Path temp;
    final HashingEmbedder old = new HashingEmbedder("old");
    final Fragile fresh = new Fragile(new HashingEmbedder("fresh", 96, 256));
    final HashingEmbedder third = new HashingEmbedder("third", 64, 256);
    Library library;

    /// Embeds as often as it may and then fails, or waits until it may.
    static final class Fragile implements Embedder {
        final HashingEmbedder sound;
        final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
        volatile CountDownLatch gate = new CountDownLatch(0);

        Fragile(HashingEmbedder sound) {
            this.sound = sound;
        }

        @Override
        public EmbeddingModel model() {
            return sound.model();
        }

        @Override
        public List<float[]> embed(List<String> texts) throws ProblemException {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (left.getAndDecrement() <= 0) {
                throw new ProblemException(new Problem.ModelUnavailable("fresh", "broke"));
            }
            return sound.embed(texts);
        }

        @Override
        public int[] countTokens(List<String> texts) {
            return sound.countTokens(texts);
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void fill() throws Exception {
        library = open(old, fresh, third);
        write("", FILES);
        importAll();
    }

    @AfterEach
    void close() {
        fresh.gate.countDown();
        library.close();
    }

    Library open(Embedder... embedders) throws ProblemException {
        return open("library", Access.WRITE, embedders);
    }

    Library open(String name, Access access, Embedder... embedders) throws ProblemException {
        return Library.open(
                temp.resolve(name),
                access,
                new Abilities(new PlainText(), FixedEmbedders.of(embedders), Abilities.Chat.NONE));
    }

    void reopen(Embedder... embedders) throws ProblemException {
        library.close();
        library = open(embedders);
    }

    void write(String prefix, int count) throws IOException {
        var words = List.of("stone", "harbour", "lamp", "keeper", "bread", "island", "storm");
        var files = Files.createDirectories(temp.resolve("files"));
        for (int i = 0; i < count; i++) {
            var text = new StringBuilder(prefix + "Number " + i + " tells of");
            for (int w = 0; w < words.size(); w++) {
                if ((i >> w & 1) == 0) {
                    text.append(' ').append(words.get((i + w) % words.size()));
                }
            }
            Files.writeString(files.resolve(prefix + i + ".txt"), text.append('.'));
        }
    }

    void importAll() throws ProblemException {
        fill(library);
    }

    void fill(Library library) throws ProblemException {
        library.importer()
                .importAll(List.of(temp.resolve("files")), ImportListener.NONE, Progress.NONE);
        library.meaning().await(Progress.NONE);
    }

    static void until(BooleanSupplier such) {
        long begin = System.nanoTime();
        while (!such.getAsBoolean()) {
            assertTrue(System.nanoTime() - begin < PATIENCE.toNanos(), "not so in time");
            LockSupport.parkNanos(1_000_000);
        }
    }

    void changeTo(String model) throws ProblemException {
        library.embedding().change(model);
        until(() -> library.embedding().state().next() == null);
    }

    /// Changes to `fresh`, which breaks after its first batch.
    State brokenOff() throws ProblemException {
        fresh.left.set(1);
        library.embedding().change("fresh");
        until(() -> state().problem() != null && state().embedded() > 0);
        return state();
    }

    void mend() {
        fresh.left.set(Integer.MAX_VALUE);
    }

    static List<String> ranking(Library library) throws ProblemException {
        var ranking = new ArrayList<String>();
        for (var mode : Query.Mode.values()) {
            for (var hit : library.searcher().search(new Query(QUERY, mode, 50)).hits()) {
                ranking.add(mode + " " + hit.source().title() + " " + hit.score());
            }
        }
        return ranking;
    }

    static List<String> ofMode(List<String> ranking, Query.Mode mode) {
        return ranking.stream().filter(line -> line.startsWith(mode + " ")).toList();
    }

    State state() {
        return state(library);
    }

    /// Without the device, which depends on who has worked since the library was opened.
    static State state(Library library) {
        var state = library.embedding().state();
        return new State(
                state.current(),
                state.next(),
                state.embedded(),
                state.total(),
                state.problem(),
                state.previous(),
                null);
    }
}
