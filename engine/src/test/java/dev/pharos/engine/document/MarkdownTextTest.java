package dev.pharos.engine.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;

final class MarkdownTextTest {

    /// As a program that shows Markdown reads it.
    private static String shown(String markdown) {
        return Markdown.read(markdown, Path.of("a.md")).text().strip();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20. September",
                "2) what comes next",
                "1.",
                "2.5 metres",
                "20.09.2026",
                "- 5 degrees",
                "-5 degrees",
                "+ 3",
                "= 8",
                "# 4 of *all* [[doors]] _and_ 20. September",
                "C:\\\\20. x"
            })
    void wordsAreShownAsTheyAreWhereverTheyStand(String words) {
        assertEquals(
                List.of(words, words + " (" + words + ")", words),
                List.of(
                        shown(MarkdownText.line(words)),
                        shown(MarkdownText.line(words) + " (" + MarkdownText.inside(words) + ")"),
                        shown("- " + MarkdownText.line(words))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20. September", "- 5 degrees", "2) x", "= 8"})
    void insideALineNothingBeginsAList(String words) {
        assertEquals(words, MarkdownText.inside(words));
        assertEquals("\\", MarkdownText.line(words).replaceAll("[^\\\\]", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.5 metres", "20.09.2026", "3.14"})
    void aNumberWithAPointBeginsNoList(String words) {
        assertEquals(words, MarkdownText.line(words));
    }
}
