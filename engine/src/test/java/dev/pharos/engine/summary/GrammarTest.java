package dev.pharos.engine.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

final class GrammarTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | The extinguisher hangs beside the oven.         | extinguisher oven
                    en | The oven cost twelve pounds, said Anna.         | oven pounds Anna
                    en | The house prices this year are high.            | house prices year
                    en | Now knead the dough.                            | dough
                    de | Die neue Lagerhalle kostet mehr als geplant.    | Lagerhalle
                    de | Wir sperren den Ofen ab Montag.                 | Ofen Montag
                    ru | Протекает крыша, инженер приходил вчера.        | крыша инженер
                    ru | Мы закрываем читальный зал и берём три шатра.   | зал шатра
                    fr | Le bateau est vieux                             | Le bateau est vieux
                    """)
    void nounsAreToldFromOtherWords(String language, String text, String nouns) {
        assertEquals(
                nouns,
                Word.of(text, language).stream()
                        .filter(word -> word.part().noun())
                        .map(Word::text)
                        .collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    читального зала  | читальный зал
                    пожарной части   | пожарная часть
                    редкого издания  | редкое издание
                    последнем звене  | последнее звено
                    базы данных      | база данных
                    школьные оркестры | школьные оркестры
                    реку Джеймс      | река Джеймс
                    """)
    void russianPhrasesAreNamedInTheNominative(String written, String name) {
        assertEquals(name, Grammar.of("ru").name(List.of(List.of(written.split(" "))), Set.of()));
    }

    @Test
    void whatItsFormsMayBeMostOftenIsItsName() {
        var forms = List.of(List.of("фестивалю"), List.of("фестиваля"), List.of("фестивалем"));
        assertEquals("фестиваль", Grammar.of("ru").name(forms, Set.of()));
    }

    @Test
    void germanPhrasesAreNamedByTheFormThatStandsAlone() {
        var forms =
                List.of(
                        List.of("künstlichen", "Intelligenz"),
                        List.of("künstliche", "Intelligenz"));
        assertEquals("künstliche Intelligenz", Grammar.of("de").name(forms, Set.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "trockenen Mooren, das Moor, trockene Moore",
        "trockenen Moor, das Moor, trockenes Moor",
        "alten Moores, das Moor, altes Moor",
        "altes Moor, das Moor, altes Moor",
        "nassen Wiesen, , nasse Wiesen",
        "nassen Wiesen, die Wiese, nasse Wiese",
        "großen Städten, die Städte, große Städte",
        "neuen Staat, der Staat im Staat, neuer Staat",
        "alten Staaten, im Staat, alte Staaten",
        "großen Garten, , großen Garten",
        "kleinen Kindern, , kleinen Kindern",
        "grüner Tee, der Tee, grüner Tee",
        "Mooren, das Moor, Moore"
    })
    void germanPhrasesAreNotInflectedWhereTheTextTellsHowElse(
            String written, @Nullable String elsewhere, String name) {
        var words = List.of(String.valueOf(elsewhere).split(" "));
        var seen = new HashSet<>(words);
        for (int i = 1; i < words.size(); i++) {
            seen.add(words.get(i - 1) + " " + words.get(i));
        }
        assertEquals(name, Grammar.of("de").name(List.of(List.of(written.split(" "))), seen));
    }
}
