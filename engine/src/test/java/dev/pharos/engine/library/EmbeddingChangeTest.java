package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.library.Library.Access;
import dev.pharos.engine.meaning.EmbeddingChoice.State;
import dev.pharos.engine.model.Device;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/// What [dev.pharos.engine.meaning.EmbeddingChoice] promises.
final class EmbeddingChangeTest extends EmbeddingChangeFixture {
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
