package dev.pharos.engine.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class FrontMatterTest {
    private static final String NOTE =
            """
            ---
            title:   "A: b"   # mine
            tags:
              - one
              - two

            # a remark
            done: false
            ---
            Body 🗼
            """;

    @Test
    void propertiesAreReadInTheirOrder() {
        var read = FrontMatter.of(NOTE);

        assertEquals(List.of("title", "tags", "done"), List.copyOf(read.properties().keySet()));
        assertEquals(
                Map.of("title", "A: b", "tags", List.of("one", "two"), "done", false),
                read.properties());
        assertEquals("Body 🗼\n", NOTE.substring(read.body()));
    }

    @Test
    void onePropertyIsSetAndNothingElseMoves() {
        assertEquals(
                NOTE.replace("  - one\n  - two\n", "  - three\n"),
                FrontMatter.with(NOTE, "tags", List.of("three")));
        assertEquals(
                NOTE.replace("done: false", "done: true"), FrontMatter.with(NOTE, "done", true));
        assertEquals(
                NOTE.replace("done: false\n", "done: false\nпорт: 🗼\n"),
                FrontMatter.with(NOTE, "порт", "🗼"));
        assertEquals(NOTE.replace("done: false\n", ""), FrontMatter.without(NOTE, "done"));
    }

    @Test
    void theFirstPropertyMakesTheFrontMatter() {
        assertEquals("---\na: 1\n---\nText", FrontMatter.with("Text", "a", 1));
        assertEquals(
                "---\nnot: [closed\n---\nText",
                FrontMatter.without("---\nnot: [closed\n---\nText", "not"));
    }
}
