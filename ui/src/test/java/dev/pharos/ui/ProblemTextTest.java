package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;

final class ProblemTextTest {

    @ParameterizedTest
    @CsvSource({"en, German", "de, Deutsch", "ru, немецкий"})
    void aLanguageIsToldByItsName(String language, String name) {
        var why = Detail.of(Detail.Kind.OTHER_LANGUAGE, "de");
        String words =
                new ProblemText(new Texts(Locale.of(language)))
                        .of(new Problem.UnusableReply("qwen", why));
        assertTrue(words.contains(": " + name + ")"), words);
    }
}
