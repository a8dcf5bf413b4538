package dev.pharos.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.search.TextFinder.Wanted;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;

import java.util.List;

final class TextFinderTest {
    private static final String TEXT =
            "The café of Rene\u0301 opens at six.\nRené’s  café closes; Ёлка, ёлки, йод. CAFÉS rest.";

    private static List<String> found(String words, boolean matchCase, boolean wholeWords) {
        var wanted = new Wanted(words, matchCase, wholeWords);
        return TextFinder.find(TEXT, wanted, 100, Progress.NONE).stream()
                .map(range -> TEXT.substring(range.start(), range.end()))
                .toList();
    }

    @Test
    void neitherAccentsNorCaseCount() {
        assertEquals(List.of("café", "café", "CAFÉ"), found("cafe", false, false));
        assertEquals(List.of("Ёлк", "ёлк"), found("елк", false, false));
    }

    @Test
    void aLetterThatIsNoAccentedOneStaysItself() {
        assertEquals(List.of("йод"), found("йод", false, false));
        assertEquals(List.of(), found("иод", false, false));
    }

    @Test
    void whatALineBreakDividesIsFound() {
        assertEquals(List.of("six.\nRené"), found("six. rene", false, false));
    }

    @Test
    void caseAndWholeWordsCountWhereThatIsAskedFor() {
        assertEquals(List.of("CAFÉ"), found("CAFE", true, false));
        assertEquals(List.of("café", "café"), found("cafe", false, true));
    }

    @Test
    void noMoreThanAskedForAreGiven() {
        var wanted = new Wanted("e", false, false);
        assertEquals(2, TextFinder.find(TEXT, wanted, 2, Progress.NONE).size());
    }
}
