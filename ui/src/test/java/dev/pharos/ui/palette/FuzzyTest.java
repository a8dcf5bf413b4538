package dev.pharos.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

final class FuzzyTest {

    private static List<String> best(String query, String... names) {
        var words = Fuzzy.fold(query).split("\\s+");
        return Stream.of(names)
                .filter(name -> Fuzzy.score(words, Fuzzy.fold(name)) != Fuzzy.NONE)
                .sorted(
                        Comparator.comparingInt(
                                        (String name) -> Fuzzy.score(words, Fuzzy.fold(name)))
                                .reversed())
                .toList();
    }

    @Test
    void theBeginningIsBetterThanAWordWithinAndThatThanAPart() {
        assertEquals(
                List.of("Lamp oil", "The lamp", "Clampdown"),
                best("lamp", "Clampdown", "The lamp", "Lamp oil"));
    }

    @Test
    void initialsFit() {
        assertEquals(
                List.of("Open in new tab", "Point of interest"),
                best("oint", "Point of interest", "Open in new tab", "Nothing").stream()
                        .sorted()
                        .toList());
    }

    @Test
    void lettersThatBeginWordsAreBetterThanLettersWithin() {
        assertEquals(
                List.of("Reopen closed tab", "Record a cat"),
                best("rct", "Record a cat", "Reopen closed tab"));
    }

    @Test
    void aFewLettersMayBeLeftOutButAreNotPickedFromAllOverTheName() {
        assertEquals(List.of("Settings"), best("setings", "Settings", "Sea tides in gales"));
        assertEquals(List.of(), best("dark", "From standard note-taking"));
    }

    @Test
    void allWordsHaveToFitInAnyOrder() {
        assertEquals(
                List.of("Notes on the Fresnel lens"),
                best("lens notes", "Notes on the Fresnel lens", "Notes on oil"));
    }

    @Test
    void accentsAndCaseDoNotCount() {
        assertEquals(List.of("Öfen"), best("OFEN", "Öfen", "Zeit"));
    }
}
