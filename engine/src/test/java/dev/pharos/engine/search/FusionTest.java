package dev.pharos.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.search.Fusion.Ranked;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

final class FusionTest {
    private static final double KNOWN = 1;
    private static final double UNKNOWN = 0;

    /// By words the second passage is the best, by meaning the first.
    private static List<Long> ranking(Set<Long> whole, double fluency) {
        var words = List.of(new Found(2, 9), new Found(1, 2));
        var meaning = List.of(new Found(1, 0.8), new Found(3, 0.7), new Found(2, 0.1));
        return Fusion.of(words, whole, meaning, fluency, 3).stream().map(Ranked::passage).toList();
    }

    @Test
    void whatSaysTheWholeQueryComesBeforeWhatIsNearerInMeaning() {
        assertEquals(List.of(1L, 2L, 3L), ranking(Set.of(), KNOWN));
        assertEquals(List.of(2L, 1L, 3L), ranking(Set.of(2L), KNOWN));
    }

    @Test
    void inALanguageThatTheModelDoesNotKnowTheWordsLead() {
        assertEquals(List.of(2L, 1L, 3L), ranking(Set.of(), UNKNOWN));
    }
}
