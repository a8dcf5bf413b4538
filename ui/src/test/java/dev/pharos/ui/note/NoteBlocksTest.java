package dev.pharos.ui.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.ui.note.NoteBlock.Item;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

final class NoteBlocksTest {

    /// Each as `Kind: words`.
    private static List<String> read(String markdown) {
        return NoteBlocks.of(markdown).stream()
                .map(block -> block.getClass().getSimpleName() + ": " + block.text())
                .toList();
    }

    @Test
    void aNoteIsReadPieceByPiece() {
        assertEquals(
                List.of(
                        "Properties: tags: sea, log",
                        "Heading: The log",
                        "Paragraph: See the tide and #sea.",
                        "Item: with wind",
                        "Item: and ships",
                        "Paragraph: said he",
                        "Table: a\tb\nc\td",
                        "Code: x = 1",
                        "Embed: lamp.png",
                        "Footnote: Or not."),
                read(
                        """
                        ---
                        tags: [sea, log]
                        ---
                        # The log

                        See [[Tides|the tide]] and #sea.

                        - with wind
                            - and ships

                        > said he

                        | a | b |
                        |---|---|
                        | c | d |

                        ```
                        x = 1
                        ```

                        ![[lamp.png]]

                        [^1]: Or not.
                        """));
    }

    @Test
    void theBoxOfATaskStandsWhereItsSignIs() {
        String markdown = "---\na: 1\n---\nSome.\n\n- [ ] one\n\t- [x] two\n";
        var signs =
                NoteBlocks.of(markdown).stream()
                        .filter(Item.class::isInstance)
                        .map(Item.class::cast)
                        .map(Item::box)
                        .map(box -> box == null ? '-' : markdown.charAt(box.at()))
                        .toList();
        assertEquals(List.of(' ', 'x'), signs);
    }

    @Test
    void aLinkKnowsWhereItStands() {
        String markdown = "---\na: 1\n---\nSee [[Tides#Ebb|the tide]].\n";
        var run = ((NoteBlock.Paragraph) NoteBlocks.of(markdown).getLast()).runs().get(1);
        assertEquals(
                new Run(
                        "the tide",
                        Set.of(),
                        new Run.Lead.Inside("Tides", "#Ebb", markdown.indexOf("[["), true)),
                run);
    }

    @Test
    void commentsAreNotRead() {
        assertEquals(List.of("Paragraph: seen"), read("seen\n\n%% unseen %%\n"));
    }
}
