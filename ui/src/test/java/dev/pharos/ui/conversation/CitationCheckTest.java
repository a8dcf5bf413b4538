package dev.pharos.ui.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.annotation.Anchor;
import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.SourceId;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

final class CitationCheckTest {
    private static final List<Citation> ONE = List.of(cited("one"));
    private static final List<Citation> OTHER = List.of(cited("other"));

    private final CitationCheck check = new CitationCheck(_ -> Optional.empty());

    private static Citation cited(String words) {
        return new Citation(
                1,
                SourceId.of("00000000-0000-0000-0000-000000000001"),
                "tower",
                new Place(null, null, null, null, null, 0, words.length()),
                new Anchor(words, "", ""),
                null);
    }

    @Test
    void whatWasLookedUpForAnotherAnswerDoesNotCountWhateverComesLast() {
        var earlier = check.due(ONE).orElseThrow();
        check.shown();
        var newest = check.due(OTHER).orElseThrow();

        assertTrue(check.counts(newest));
        assertFalse(check.counts(earlier));
    }

    @Test
    void theSameIsLookedUpOnceAndAgainWhereItIsShownAnew() {
        check.due(ONE);
        assertEquals(Optional.empty(), check.due(ONE));
        check.shown();
        assertTrue(check.due(ONE).isPresent());
    }

    @Test
    void aLookThatFailedIsTakenAgain() {
        var look = check.due(ONE).orElseThrow();
        check.failed(look);
        assertTrue(check.due(ONE).isPresent());
    }
}
