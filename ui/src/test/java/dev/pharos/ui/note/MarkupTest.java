package dev.pharos.ui.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.ui.note.Markup.Block;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

final class MarkupTest {
    /// Each run as `style:words`, without plain ones.
    private static List<String> dressed(String line) {
        return Markup.of(Block.TEXT, 1, line).stream()
                .filter(run -> !run.styles().equals(List.of("md-text")))
                .map(run -> run.styles().getLast() + ":" + line.substring(run.start(), run.end()))
                .toList();
    }

    @Test
    void whatStandsInALineIsTold() {
        assertEquals(
                List.of(
                        "md-sign:**",
                        "md-bold:lamp",
                        "md-sign:**",
                        "md-sign:[[Oil|",
                        "md-link:what burns",
                        "md-sign:]]",
                        "md-tag:#sea/coast"),
                dressed("The **lamp** and [[Oil|what burns]] #sea/coast"));
    }

    @Test
    void signsInCodeAreCode() {
        assertEquals(
                List.of("md-sign:`", "md-inline-code:**[[x]]**", "md-sign:`"),
                dressed("see `**[[x]]**`"));
    }

    @Test
    void codeLastsUntilItsFence() {
        var lines = List.of("---", "tags: a", "---", "```java", "# no heading", "```", "# one");
        var blocks = new ArrayList<Block>();
        var block = Block.TEXT;
        for (int i = 0; i < lines.size(); i++) {
            blocks.add(block);
            block = Markup.after(block, i, lines.get(i));
        }
        assertEquals(
                List.of(
                        Block.TEXT,
                        Block.PROPERTIES,
                        Block.PROPERTIES,
                        Block.TEXT,
                        Block.BACKTICKS,
                        Block.BACKTICKS,
                        Block.TEXT),
                blocks);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "**",
                "[[",
                "![[a]",
                "- [ ] ",
                "|",
                "$",
                "a * b * c",
                "`",
                "==",
                "~~x",
                "# ",
                "> > x",
                "[a](b",
                "%%"
            })
    void theRunsOfALineAreAllOfIt(String line) {
        assertEquals(
                line,
                Markup.of(Block.TEXT, 1, line).stream()
                        .map(run -> line.substring(run.start(), run.end()))
                        .collect(Collectors.joining()));
    }
}
