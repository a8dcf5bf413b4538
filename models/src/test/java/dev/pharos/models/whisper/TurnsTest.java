package dev.pharos.models.whisper;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.work.Cancelled;
import dev.pharos.engine.work.Progress;
import dev.pharos.models.whisper.Turns.Turn;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

final class TurnsTest {
    private final Turns turns = new Turns(2);

    /// Gives up as soon as it has to wait.
    private static final Progress IMPATIENT = new Cancelled();

    private Turn take(String wish) {
        return turns.take(wish, false, IMPATIENT);
    }

    @Test
    void whoWantTheSameComeAtOnceUpToTheMost() {
        take("model");
        take("model");
        assertThrows(CancellationException.class, () -> take("model"));
    }

    @Test
    void whoWantsSomethingElseWaits() {
        take("model");
        assertThrows(CancellationException.class, () -> take("another model"));
    }

    @Test
    void whoMustBeAloneWaitsForTheOther() {
        take("model");
        assertThrows(CancellationException.class, () -> turns.take("model", true, IMPATIENT));
    }

    @Test
    void besideWhoMustBeAloneNobodyComes() {
        turns.take("model", true, IMPATIENT);
        assertThrows(CancellationException.class, () -> take("model"));
    }

    @Test
    void whoGaveUpHoldsUpNobody() {
        try (var first = take("model")) {
            assertThrows(CancellationException.class, () -> take("another model"));
            assertNotNull(first);
        }
        assertNotNull(take("another model"));
    }

    @Test
    void whoWaitsComesWhenItIsFree() throws Exception {
        var first = take("model");
        var next =
                CompletableFuture.supplyAsync(
                        () -> turns.take("another model", false, Progress.NONE));
        first.close();
        assertNotNull(next.get(5, TimeUnit.MINUTES));
    }

    @Test
    void bothKnowThatTheyHadCompany() {
        var first = take("model");
        assertFalse(first.accompanied());
        take("model").close();
        assertTrue(first.accompanied());
        first.close();
        assertFalse(take("model").accompanied());
    }
}
