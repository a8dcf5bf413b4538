package dev.pharos.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.problem.ProblemException;

import org.junit.jupiter.api.Test;

import java.time.ZoneOffset;
import java.util.List;

/// What is marked in a text of some language.
final class HighlightingTest {

    private static List<String> marked(String query, String language, String text)
            throws ProblemException {
        var parsed = ParsedQuery.parse(query, ZoneOffset.UTC);
        return Highlighting.of(parsed, text, language).stream()
                .map(range -> text.substring(range.start(), range.end()))
                .toList();
    }

    @Test
    void commonWordsAreMarkedWhereNothingElseIsAskedFor() throws Exception {
        var hamlet = "To be, or not to be, that is the question.";
        assertEquals(
                List.of("To", "be", "or", "not", "to", "be"),
                marked("to be or not to be", "en", hamlet));
        assertEquals(List.of("question"), marked("the question is", "en", hamlet));
        assertEquals(
                List.of("oder", "nicht"),
                marked("oder nicht", "de", "Sein oder nicht sein, das ist hier die Frage."));
        assertEquals(List.of("или", "не"), marked("или не", "ru", "Быть или не быть, вот вопрос."));
    }

    @Test
    void ofAWordThatStandsThereInNoFormTheWordsThatBeginAlikeAreMarked() throws Exception {
        assertEquals(
                List.of("крепости", "защитники"),
                marked(
                        "о защите крепости от врага",
                        "ru",
                        "Стража крепости и защитники её стояли."));
        assertEquals(
                List.of("Verteidigung", "Festung"),
                marked(
                        "wie die Festung verteidigt wurde von Soldaten",
                        "de",
                        "Die Verteidigung der Festung und das feste Land."));
        assertEquals(
                List.of("defensive", "fortress"),
                marked(
                        "defenses of the fortress against soldiers",
                        "en",
                        "The defensive walls of the fortress and its forts."));
    }

    /// Who asks for a lighthouse does not ask for every light.
    @Test
    void inAShortQueryABeginningIsNotMarked() throws Exception {
        assertEquals(List.of(), marked("lighthouse", "en", "It was lightning over the sea."));
        assertEquals(
                List.of("lighthouses"),
                marked("old lighthouse keeper", "en", "Lightning over the lighthouses."));
    }
}
