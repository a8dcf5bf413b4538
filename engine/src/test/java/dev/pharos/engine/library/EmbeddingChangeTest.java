package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.document.PlainText;
import dev.pharos.engine.library.Library.Access;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.EmbeddingChoice.State;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.model.Device;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// What [dev.pharos.engine.meaning.EmbeddingChoice] promises.
final class EmbeddingChangeTest {
    private static final int FILES = 150;
    private static final String QUERY = "stone of the harbour";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final EmbeddingModel OLD = new HashingEmbedder("old").model();

    @TempDir Path temp;
    private final HashingEmbedder old = new HashingEmbedder("old");
    private final Fragile fresh = new Fragile(new HashingEmbedder("fresh", 96, 256));
    private final HashingEmbedder third = new HashingEmbedder("third", 64, 256);
    private Library library;

    /// Embeds as often as it may and then fails, or waits until it may.
    private static final class Fragile implements Embedder {
        private final HashingEmbedder sound;
        private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
        private volatile CountDownLatch gate = new CountDownLatch(0);

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

    private Library open(Embedder... embedders) throws ProblemException {
        return open("library", Access.WRITE, embedders);
    }

    private Library open(String name, Access access, Embedder... embedders)
            throws ProblemException {
        return Library.open(
                temp.resolve(name),
                access,
                new Abilities(new PlainText(), FixedEmbedders.of(embedders), Abilities.Chat.NONE));
    }

    private void reopen(Embedder... embedders) throws ProblemException {
        library.close();
        library = open(embedders);
    }

    private void write(String prefix, int count) throws IOException {
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

    private void importAll() throws ProblemException {
        fill(library);
    }

    private void fill(Library library) throws ProblemException {
        library.importer()
                .importAll(List.of(temp.resolve("files")), ImportListener.NONE, Progress.NONE);
        library.meaning().await(Progress.NONE);
    }

    private static void until(BooleanSupplier such) {
        long begin = System.nanoTime();
        while (!such.getAsBoolean()) {
            assertTrue(System.nanoTime() - begin < PATIENCE.toNanos(), "not so in time");
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void changeTo(String model) throws ProblemException {
        library.embedding().change(model);
        until(() -> library.embedding().state().next() == null);
    }

    /// Changes to `fresh`, which breaks after its first batch.
    private State brokenOff() throws ProblemException {
        fresh.left.set(1);
        library.embedding().change("fresh");
        until(() -> state().problem() != null && state().embedded() > 0);
        return state();
    }

    private void mend() {
        fresh.left.set(Integer.MAX_VALUE);
    }

    private static List<String> ranking(Library library) throws ProblemException {
        var ranking = new ArrayList<String>();
        for (var mode : Query.Mode.values()) {
            for (var hit : library.searcher().search(new Query(QUERY, mode, 50)).hits()) {
                ranking.add(mode + " " + hit.source().title() + " " + hit.score());
            }
        }
        return ranking;
    }

    private static Set<String> asSet(List<String> ranking) {
        return new HashSet<>(ranking);
    }

    @Test
    void duringTheChangeNoSearchFailsAndEachIsOfOneModel() throws Exception {
        var before = ranking(library);
        fresh.gate = new CountDownLatch(1);
        var seen = new ArrayList<List<String>>();
        var over = new AtomicBoolean();
        try (var searching = Executors.newSingleThreadExecutor()) {
            var searches =
                    searching.submit(() -> {
                        while (!over.get()) {
                            seen.add(ranking(library));
                            fresh.gate.countDown();
                        }
                        return seen.add(ranking(library));
                    });
            changeTo("fresh");
            over.set(true);
            searches.get();
        }
        var after = ranking(library);
        assertNotEquals(before, after);
        assertEquals(before, seen.getFirst());
        assertEquals(after, seen.getLast());
        assertTrue(seen.stream().allMatch(each -> ofOneModelEach(each, before, after)));
    }

    /// A ranking is of three searches; the step may lie between two of them.
    private static boolean ofOneModelEach(
            List<String> ranking, List<String> before, List<String> after) {
        return List.of(Query.Mode.values()).stream()
                .allMatch(mode -> {
                    var part = ofMode(ranking, mode);
                    return part.equals(ofMode(before, mode)) || part.equals(ofMode(after, mode));
                });
    }

    private static List<String> ofMode(List<String> ranking, Query.Mode mode) {
        return ranking.stream().filter(line -> line.startsWith(mode + " ")).toList();
    }

    @Test
    void afterTheChangeResultsAreThoseOfALibraryBuiltWithTheNewModel() throws Exception {
        changeTo("fresh");
        try (var other = open("other", Access.WRITE, fresh)) {
            fill(other);

            assertEquals(asSet(ranking(other)), asSet(ranking(library)));
        }
    }

    @Test
    void undoingGivesExactlyTheOldResultsAndEmbedsNothing() throws Exception {
        var before = ranking(library);
        changeTo("fresh");
        int embedded = old.embedded();

        library.embedding().undo();
        until(() -> library.embedding().state().current().equals(OLD));

        assertEquals(embedded, old.embedded());
        assertEquals(before, ranking(library));
        assertEquals(fresh.model(), library.embedding().state().previous());
    }

    private static HashingEmbedder weighing(String weights) {
        return new HashingEmbedder(new EmbeddingModel("file", 64, 256, weights));
    }

    @Test
    void vectorsOfOtherWeightsUnderTheSameIdDoNotCount() throws Exception {
        reopen(old, weighing("one"));
        changeTo("file");
        changeTo("old");
        var others = weighing("two");
        reopen(old, others);

        changeTo("file");

        assertEquals(FILES, others.embedded());
        assertEquals(others.model(), state().current());
    }

    @Test
    void otherWeightsUnderTheIdThatIsSearchedWithAreToldAndCanBeTaken() throws Exception {
        reopen(old, weighing("one"));
        changeTo("file");
        var others = weighing("two");
        reopen(old, others);
        assertEquals(new Problem.EmbedderMissing("file"), state().problem());

        changeTo("file");

        assertNull(state().problem());
        assertEquals(others.model(), state().current());
    }

    @Test
    void whatIsImportedDuringTheChangeIsSearchedAtOnceAndInTheNewModelToo() throws Exception {
        fresh.gate = new CountDownLatch(1);
        library.embedding().change("fresh");
        write("More", 40);

        importAll();

        assertEquals(FILES + 40, library.check(Progress.NONE).vectors());
        assertEquals(OLD, library.embedding().state().current());
        fresh.gate.countDown();
        until(() -> library.embedding().state().next() == null);
        assertEquals(new State(fresh.model(), null, 0, FILES + 40, null, OLD, null), state());
        assertEquals(FILES + 40, library.check(Progress.NONE).vectors());
    }

    private State state() {
        return state(library);
    }

    /// Without the device, which depends on who has worked since the library was opened.
    private static State state(Library library) {
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

    @Test
    void theDeviceIsToldOnceVectorsWereMadeAndNotBefore() throws Exception {
        assertEquals(Device.CPU, library.embedding().state().device());
        try (var reader = open("library", Access.READ, old, fresh, third)) {
            assertNull(reader.embedding().state().device());
        }
    }

    @Test
    void undoingAfterAnImportEmbedsOnlyThat() throws Exception {
        changeTo("fresh");
        write("More", 40);
        importAll();
        int embedded = old.embedded();

        library.embedding().undo();
        until(() -> state().next() == null);

        assertEquals(OLD, state().current());
        assertEquals(40, old.embedded() - embedded);
    }

    @Test
    void aStoppedChangeGoesOnWhereItWas() throws Exception {
        int kept = brokenOff().embedded();

        library.embedding().stop();

        assertEquals(new State(OLD, null, 0, FILES, null, null, null), state());
        int embedded = fresh.sound.embedded();
        mend();

        changeTo("fresh");

        assertEquals(FILES - kept, fresh.sound.embedded() - embedded);
    }

    @Test
    void aRestartGoesOnWithTheChange() throws Exception {
        var before = ranking(library);
        int kept = brokenOff().embedded();
        library.close();
        int embedded = fresh.sound.embedded();
        mend();
        fresh.gate = new CountDownLatch(1);

        library = open(old, fresh, third);

        assertEquals(new State(OLD, fresh.model(), kept, FILES, null, null, null), state());
        assertEquals(before, ranking(library));
        fresh.gate.countDown();
        until(() -> state().next() == null);
        assertEquals(FILES - kept, fresh.sound.embedded() - embedded);
    }

    @Test
    void anotherWishDuringTheChangeTakesItsPlace() throws Exception {
        brokenOff();

        changeTo("third");

        assertEquals(new State(third.model(), null, 0, FILES, null, OLD, null), state());
        reopen(old, fresh, third);
        assertEquals(third.model(), state().current());
    }

    @Test
    void theCurrentModelAgainStopsTheChange() throws Exception {
        brokenOff();

        library.embedding().change("old");

        assertEquals(new State(OLD, null, 0, FILES, null, null, null), state());
    }

    @Test
    void aReaderKeepsToTheOldModelUntilItIsOpenedAgain() throws Exception {
        var before = ranking(library);
        try (var reader = open("library", Access.READ, old, fresh, third)) {
            changeTo("fresh");

            assertEquals(before, ranking(reader));
        }
        try (var reader = open("library", Access.READ, old, fresh, third)) {
            assertEquals(ranking(library), ranking(reader));
        }
    }

    @Test
    void whoOnlyReadsSeesHowFarItIsAndChangesNothing() throws Exception {
        var state = brokenOff();
        library.close();
        try (var reader = open("library", Access.READ, old, fresh, third)) {
            assertEquals(
                    new State(OLD, fresh.model(), state.embedded(), FILES, null, null, null),
                    state(reader));
            assertThrows(IllegalStateException.class, () -> reader.embedding().change("third"));
        }
    }

    @Test
    void whereTheModelIsGoneWordsAreSearchedAndTheResultSaysWhy() throws Exception {
        changeTo("fresh");
        var words = ofMode(ranking(library), Query.Mode.KEYWORD);

        reopen(old, third);

        var missing = new Problem.EmbedderMissing("fresh");
        assertEquals(new State(fresh.model(), null, 0, FILES, missing, OLD, null), state());
        var result = library.searcher().search(new Query(QUERY, Query.Mode.HYBRID, 50));
        assertEquals(missing, result.wordsOnly());
        assertEquals(words.size(), result.hits().size());
        var refused =
                assertThrows(
                        ProblemException.class,
                        () -> library.searcher().search(new Query("lamp", Query.Mode.MEANING, 5)));
        assertEquals(missing, refused.problem());
    }

    @Test
    void whereTheModelIsGoneImportsGoOnAndTheChangeCanBeUndone() throws Exception {
        changeTo("fresh");
        reopen(old, third);
        write("More", 40);
        library.importer()
                .importAll(List.of(temp.resolve("files")), ImportListener.NONE, Progress.NONE);

        library.embedding().undo();
        until(() -> state().next() == null);

        assertEquals(new State(OLD, null, 0, FILES + 40, null, fresh.model(), null), state());
        library.meaning().await(Progress.NONE);
        assertNull(library.searcher().search(new Query(QUERY, Query.Mode.HYBRID, 5)).wordsOnly());
    }

    @Test
    void aModelThatComesBackGivesTheSameResults() throws Exception {
        changeTo("fresh");
        var before = ranking(library);
        reopen(old, third);

        reopen(old, fresh, third);

        assertEquals(before, ranking(library));
    }

    @Test
    void aModelThatIsNotHereIsRefusedAndNothingChanges() throws Exception {
        var refused =
                assertThrows(ProblemException.class, () -> library.embedding().change("nowhere"));

        assertEquals(new Problem.EmbedderMissing("nowhere"), refused.problem());
        assertEquals(new State(OLD, null, 0, FILES, null, null, null), state());
    }

    @Test
    void theStepIsNotTakenToAModelWhoseFilesAreGone() throws Exception {
        brokenOff();
        library.close();
        library = open(old, third);

        until(() -> state().problem() != null);

        assertEquals(new Problem.EmbedderMissing("fresh"), state().problem());
        assertEquals(OLD, state().current());
        changeTo("third");
        assertEquals(third.model(), state().current());
    }

    @Test
    void forgettingKeepsTheVectorsOfTheCurrentModelOnly() throws Exception {
        changeTo("third");
        changeTo("fresh");
        var before = ranking(library);
        int embedded = old.embedded();

        library.embedding().forgetOthers();

        assertEquals(new State(fresh.model(), null, 0, FILES, null, null, null), state());
        assertEquals(before, ranking(library));
        changeTo("old");
        assertEquals(FILES, old.embedded() - embedded);
    }

    @Test
    void aDeletedIndexAndAReindexHoldBothModels() throws Exception {
        var before = ranking(library);
        brokenOff();

        library.reindex(Progress.NONE);

        assertEquals(before, ranking(library));
        mend();
        changeTo("fresh");
        var after = ranking(library);
        library.reindex(Progress.NONE);
        assertEquals(after, ranking(library));
    }

    @Test
    void listenersHearOfTheStep() throws Exception {
        var heard = new CountDownLatch(1);
        try (var subscription =
                library.embedding()
                        .onChange(() -> {
                            if (state().current().equals(fresh.model())) {
                                heard.countDown();
                            }
                        })) {
            assertTrue(subscription != null);
            library.embedding().change("fresh");
            heard.await();
        }
    }
}
