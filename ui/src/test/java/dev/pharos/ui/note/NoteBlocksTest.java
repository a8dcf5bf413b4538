package dev.pharos.ui.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.ui.note.NoteBlock.Item;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
    void aPictureWithoutWordsIsShownToo() {
        assertEquals(
                List.of("Embed: Pasted 1.png", "Item: See ", "Embed: b.png"),
                read("![](Pasted%201.png)\n\n- See ![](a/b.png)\n"));
    }

    @Test
    void theColumnsOfATableStandToTheirSides() {
        var table =
                (NoteBlock.Table)
                        NoteBlocks.of("| a | b | c |\n|---|:-:|--:|\n| 1 | 2 | 3 |\n").getFirst();

        assertEquals(
                List.of(
                        NoteBlock.Table.Side.START,
                        NoteBlock.Table.Side.CENTER,
                        NoteBlock.Table.Side.END),
                table.sides());
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

    private static List<NoteBlock> inPieces(String markdown) {
        var blocks = NoteBlocks.of(markdown);
        for (var block : blocks) {
            assertTrue(block.text().length() <= 3 * Pieces.LONGEST, block::text);
        }
        return blocks;
    }

    private static String letters(List<NoteBlock> blocks) {
        return blocks.stream()
                .map(NoteBlock::text)
                .collect(Collectors.joining())
                .replaceAll("\\s", "");
    }

    @Test
    void aParagraphWithoutEndIsReadInPiecesThatLoseNothing() {
        String lines = "See [[Tide 1]] and #sea on every line.\n".repeat(1_000);
        var blocks = inPieces(lines);
        assertEquals("SeeTide1and#seaoneveryline.".repeat(1_000), letters(blocks));
        for (int i = 1; i < blocks.size(); i++) {
            assertEquals(blocks.get(i - 1).where().end(), blocks.get(i).where().start());
            assertTrue(lines.startsWith("See", blocks.get(i).where().start()));
        }
    }

    @Test
    void oneLineWithoutEndIsReadInPieces() {
        assertEquals("wordand".repeat(10_000), letters(inPieces("word and ".repeat(10_000))));
        assertEquals("x".repeat(50_000), letters(inPieces("**" + "x".repeat(50_000) + "**")));
    }

    @Test
    void codeHeadingsItemsAndTablesWithoutEndAreReadInPieces() {
        String words = "some words ".repeat(1_000);
        assertEquals(
                "somewords".repeat(4_000),
                letters(
                        inPieces(
                                "# "
                                        + words
                                        + "\n\n- "
                                        + words
                                        + "\n\n> "
                                        + words
                                        + "\n\n```\n"
                                        + words.replace(" s", "\ns")
                                        + "\n```\n")));
        var tables = NoteBlocks.of("| a |\n|---|\n" + "| row |\n".repeat(1_000));
        assertEquals("row".repeat(1_000), letters(tables).replace("a", ""));
        assertTrue(tables.size() > 10);
    }

    @Test
    void aCalloutIsABoxWithATitleAndWhatStandsInIt() {
        var callout =
                (NoteBlock.Callout)
                        NoteBlocks.of(
                                        """
                                        > [!Warning]- Mind the *edge*
                                        > It is steep.
                                        > - and wet
                                        > > [!tip]
                                        > > Hold on.
                                        """)
                                .getFirst();
        assertEquals("warning", callout.kind());
        assertEquals(NoteBlock.Callout.Fold.CLOSED, callout.fold());
        assertEquals("Mind the edge", callout.titleText());
        assertEquals("Mind the edge\nIt is steep.\nand wet\nHold on.", callout.text());
    }

    @Test
    void aKindIsKnownByItsOtherNames() {
        assertEquals(
                List.of(CalloutKind.WARNING, CalloutKind.ABSTRACT, CalloutKind.NOTE),
                List.of(
                        CalloutKind.of("caution"),
                        CalloutKind.of("tldr"),
                        CalloutKind.of("made-up")));
    }

    @Test
    void theNameOfABlockIsHiddenAndLeadsToIt() {
        var blocks =
                NoteBlocks.of(
                        """
                        High water at six. ^six

                        | a |
                        |---|
                        | 1 |

                        ^table

                        - one ^first
                        - two
                        """);
        assertEquals(
                List.of("High water at six.", "a\n1", "one", "two"),
                blocks.stream().map(NoteBlock::text).toList());
        assertEquals(0, Reading.place(blocks, "#^six"));
        assertEquals(1, Reading.place(blocks, "#^table"));
        assertEquals(2, Reading.place(blocks, "#^first"));
        assertEquals(-1, Reading.place(blocks, "#^none"));
    }

    @Test
    void bracketsAroundWordsStay() {
        assertEquals(List.of("Paragraph: a ship [sic] came"), read("a ship [sic] came\n"));
    }
}
