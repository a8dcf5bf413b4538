package dev.pharos.engine.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.note.Difference.Kind;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;

class DifferenceTest {

    @Test
    void changedLinesTellTheirChangedWords() {
        var lines =
                Difference.of(
                                "Head\nThe old tower stands.\nEnd",
                                "Head\nThe new tower stands.\nEnd\nMore")
                        .lines();

        assertEquals(
                List.of(Kind.SAME, Kind.REMOVED, Kind.ADDED, Kind.SAME, Kind.ADDED),
                lines.stream().map(Difference.Line::kind).toList());
        assertEquals("The new tower stands.", lines.get(2).text());
        assertEquals(
                "new",
                lines.get(2).runs().stream()
                        .filter(Difference.Run::changed)
                        .map(Difference.Run::text)
                        .collect(Collectors.joining()));
    }
}
