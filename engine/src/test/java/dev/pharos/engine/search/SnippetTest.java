package dev.pharos.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.library.Passage;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

final class SnippetTest {
    private static final int LENGTH = 210;

    private static Hit hit(String text, String word) {
        var id = new SourceId(new UUID(0, 1));
        var source =
                new Source(
                        id,
                        SourceKind.TEXT,
                        "t",
                        Path.of("t"),
                        1,
                        "",
                        0,
                        "text/plain",
                        "en",
                        List.of(),
                        Set.of(),
                        null,
                        null,
                        Instant.EPOCH,
                        1);
        var place = new Place(null, null, 1, null, null, 0, text.length());
        int at = text.indexOf(word);
        return new Hit(
                1,
                1,
                source,
                new Passage(1, id, 0, place, text, "en", null),
                List.of(new Hit.Range(at, at + word.length())),
                place);
    }

    private static List<String> marked(Snippet snippet) {
        return snippet.marks().stream()
                .map(range -> snippet.text().substring(range.start(), range.end()))
                .toList();
    }

    @Test
    void marksStayOnTheirWordsWhenLineBreaksAreJoined() {
        var snippet =
                Snippet.of(hit("First line.\n\n\tSecond   line with beacon.", "beacon"), LENGTH);
        assertEquals("First line. Second line with beacon.", snippet.text());
        assertEquals(List.of("beacon"), marked(snippet));
    }

    @Test
    void aWordFarDownInThePassageIsInItsSnippet() {
        var snippet =
                Snippet.of(
                        hit("word ".repeat(200) + "beacon " + "word ".repeat(200), "beacon"),
                        LENGTH);
        assertEquals(List.of("beacon"), marked(snippet));
    }

    @Test
    void thePlaceWithTheMostDifferentWordsIsShown() {
        String text = "A light, a light. " + "word ".repeat(80) + "The mirror threw its light far.";
        var found = hit(text, "mirror");
        int mirror = text.indexOf("mirror");
        int light = text.lastIndexOf("light");
        var all =
                new Hit(
                        1,
                        1,
                        found.source(),
                        found.passage(),
                        List.of(
                                new Hit.Range(2, 7),
                                new Hit.Range(11, 16),
                                new Hit.Range(mirror, mirror + 6),
                                new Hit.Range(light, light + 5)),
                        found.place());
        assertEquals(List.of("mirror", "light"), marked(Snippet.of(all, LENGTH)));
    }

    @Test
    void aVeryLongWordIsCutInItsMidst() {
        var snippet = Snippet.of(hit("x".repeat(5_000) + " beacon", "beacon"), LENGTH);
        assertEquals(List.of("beacon"), marked(snippet));
        assertEquals(LENGTH, Snippet.of(hit("x".repeat(5_000), "xx"), LENGTH).text().length() - 2);
    }
}
