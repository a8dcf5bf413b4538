package dev.pharos.ui.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.library.Passage;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.search.Hit;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

final class SnippetTest {

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
                new Passage(1, id, 0, place, text, "en"),
                List.of(new Hit.Range(at, at + word.length())));
    }

    private static List<String> marked(Snippet snippet) {
        return snippet.marks().stream()
                .map(range -> snippet.text().substring(range.start(), range.end()))
                .toList();
    }

    @Test
    void marksStayOnTheirWordsWhenLineBreaksAreJoined() {
        var snippet = Snippet.of(hit("First line.\n\n\tSecond   line with beacon.", "beacon"));
        assertEquals("First line. Second line with beacon.", snippet.text());
        assertEquals(List.of("beacon"), marked(snippet));
    }

    @Test
    void aWordFarDownInThePassageIsInItsSnippet() {
        var snippet =
                Snippet.of(hit("word ".repeat(200) + "beacon " + "word ".repeat(200), "beacon"));
        assertEquals(List.of("beacon"), marked(snippet));
    }
}
