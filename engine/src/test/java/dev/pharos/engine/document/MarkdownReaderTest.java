package dev.pharos.engine.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.problem.ProblemException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

class MarkdownReaderTest {

    @TempDir Path folder;

    @Test
    void frontMatterBecomesFacts() throws IOException, ProblemException {
        var note =
                read(
                        """
                        ---
                        title: On lamps
                        author: [Ada North, Bo South]
                        tags:
                          - light/oil
                          - "#history"
                        created: 2021-03-04
                        rating: 5
                        ---
                        # Lamps
                        """);
        assertEquals("On lamps", note.title());
        assertEquals(List.of("Ada North", "Bo South"), note.authors());
        assertEquals(Set.of("light/oil", "history"), note.tags());
        assertEquals(Instant.parse("2021-03-04T00:00:00Z"), note.created());
        assertEquals(Map.of("rating", "5"), note.properties());
        assertEquals(List.of("HEADING1 Lamps"), Shown.blocks(note));
        assertEquals(SourceKind.NOTE, note.kind());
    }

    @ParameterizedTest
    @CsvSource({
        "# {{title}}, note",
        "# {{title}} ({{date:YYYY}}), note",
        "# {{date}}, note",
        "# The {{title}} of a page, note"
    })
    void whatATemplateLeavesOpenIsNoTitle(String heading, String title)
            throws IOException, ProblemException {
        assertEquals(title, read(heading + "\n\nLamps.").title());
    }

    @Test
    void theTextIsWhatAReaderSees() throws IOException, ProblemException {
        var note =
                read(
                        """
                        # The *first* lamp

                        It burned **whale** oil &amp; gave
                        `light`.

                        1. fill
                           - slowly
                        2. light

                        > Keep it lit.

                        | lamp | oil |
                        |------|-----|
                        | A    | 3 l |

                        ```java
                        int x = 1;
                        ```
                        """);
        assertEquals(
                List.of(
                        "HEADING1 The first lamp",
                        "PARAGRAPH It burned whale oil & gave light.",
                        "LIST_ITEM1 fill",
                        "LIST_ITEM2 slowly",
                        "LIST_ITEM1 light",
                        "QUOTE Keep it lit.",
                        "TABLE_ROW lamp\toil",
                        "TABLE_ROW A\t3 l",
                        "CODE int x = 1;"),
                Shown.blocks(note));
        SharedDocumentsTest.assertFits(note);
    }

    @Test
    void linksPointAtTheirVisibleWords() throws IOException, ProblemException {
        var note =
                read(
                        """
                        See [[Oil lamps#Wick|the wick]], [[Glass]] and ![[plan.png]].
                        Also ![a chart](img/chart.svg), [home](https://example.org/a_b) and [list](other.md).
                        """);
        assertEquals("See the wick, Glass and plan.png. Also a chart, home and list.", note.text());
        assertEquals(
                List.of(
                        "ATTACHMENT img/chart.svg ← a chart",
                        "WEB https://example.org/a_b ← home",
                        "FILE other.md ← list",
                        "WIKI Oil lamps#Wick ← the wick",
                        "WIKI Glass ← Glass",
                        "ATTACHMENT plan.png ← plan.png"),
                Shown.links(note));
    }

    @Test
    void whatLooksLikeALinkInCodeIsCode() throws IOException, ProblemException {
        var note = read("Write `[[Name]]` for [[Glass]].\n");
        assertEquals("Write [[Name]] for Glass.", note.text());
        assertEquals(1, note.links().size());
    }

    @Test
    void tagsAreFoundInWordsButNotInCodeOrHeadings() throws IOException, ProblemException {
        var note =
                read("# Title\n\nAbout #light/oil_lamp and #2024 but `#include` and a#b, #Öl.\n");
        assertEquals(Set.of("light/oil_lamp", "Öl"), note.tags());
    }

    @Test
    void htmlInANoteIsReadWithoutItsTagsAndScripts() throws IOException, ProblemException {
        var note =
                read(
                        "Before\n\n<div onclick=\"x()\">In <b>side</b><script>evil()</script></div>\n");
        assertEquals(List.of("PARAGRAPH Before", "PARAGRAPH In side"), Shown.blocks(note));
    }

    @Test
    void brokenFrontMatterIsKeptAsText() throws IOException, ProblemException {
        assertEquals(
                "a: [b",
                read("---\na: [b\n---\n")
                        .text()
                        .lines()
                        .filter(l -> l.startsWith("a"))
                        .findFirst()
                        .orElse(""));
    }

    @Test
    void nestingWithoutEndIsReadAsPlainText() throws IOException, ProblemException {
        var note = read("- ".repeat(20_000) + "bottom");
        assertEquals(true, note.text().endsWith("bottom"));
    }

    @Test
    void picturesWithoutWordsAreKeptInMind() throws IOException, ProblemException {
        var note = read("![](first.png) lamp\n\n![](alone.png)\n\nlast ![](last.png)\n");
        assertEquals("lamp\n\nlast", note.text());
        assertEquals(
                List.of("first.png", "alone.png", "last.png"),
                note.links().stream().map(Link::target).toList());
    }

    @Test
    void theSignOfACalloutAndTheNameOfABlockAreNoWords() throws IOException, ProblemException {
        var note =
                read("> [!tip]- See [[Oil]]\n> and wicks. ^keep\n\nHigh water. ^six\n\n^alone\n");
        assertEquals("See Oil and wicks.\n\nHigh water.", note.text());
        assertEquals("Oil", note.text().substring(note.links().getFirst().start(), 7));
    }

    private Document read(String text) throws IOException, ProblemException {
        var file = Files.writeString(folder.resolve("note.md"), text);
        return new DirectExtractor().extract(file, file);
    }
}
