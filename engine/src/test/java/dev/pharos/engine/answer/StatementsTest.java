package dev.pharos.engine.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.document.Block;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Link;
import dev.pharos.engine.document.Sentences;
import dev.pharos.engine.library.SourceKind;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class StatementsTest {
    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    private void add(Block.Kind kind, @Nullable Integer page, String words) {
        int start = text.length();
        text.append(words);
        blocks.add(new Block(kind, 0, page, start, text.length()));
        text.append("\n\n");
    }

    private void link(String label) {
        int start = text.lastIndexOf(label);
        links.add(new Link(Link.Kind.WIKI, label, start, start + label.length()));
    }

    /// The blocks that state something, each as one sentence.
    private List<String> stating() {
        var document =
                new Document(
                        "text/plain",
                        SourceKind.NOTE,
                        "Towers",
                        List.of(),
                        null,
                        null,
                        "en",
                        text.toString(),
                        blocks,
                        links,
                        Set.of(),
                        Map.of(),
                        true);
        var statements = new Statements(document);
        var stating = new ArrayList<String>();
        for (int i = 0; i < blocks.size(); i++) {
            var span = new Sentences.Span(blocks.get(i).start(), blocks.get(i).end());
            if (statements.states(i, span)) {
                stating.add(span.of(document.text()));
            }
        }
        return stating;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The tower has three floors:",
                "Wer baute den Turm?",
                "Кто построил «маяк»?",
                "Figure 12.4.",
                "The lens ............ 14",
            })
    void whatAnnouncesAsksOrNumbersStatesNothing(String line) {
        add(Block.Kind.PARAGRAPH, 1, line);
        assertEquals(List.of(), stating());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Architect: Sostratus of Knidos",
                "WiFi password: hunter2",
                "He asked \"Who goes there?\" and fell.",
                "They went on and on...",
                "The tower stands on page 14",
            })
    void whatSaysSomethingStays(String line) {
        add(Block.Kind.PARAGRAPH, 1, line);
        assertEquals(List.of(line), stating());
    }

    @Test
    void theHeadOfATableNamesAndItsRowsState() {
        add(Block.Kind.TABLE_ROW, null, "Year\tWork done");
        add(Block.Kind.TABLE_ROW, null, "1807\tPosts set");
        add(Block.Kind.TABLE_ROW, null, "1808\tFoundation cut");
        assertEquals(List.of("1807\tPosts set", "1808\tFoundation cut"), stating());
    }

    @Test
    void theTitleOfATableNamesToo() {
        add(Block.Kind.TABLE_ROW, 1, "Stanley Cups Since 67");
        add(Block.Kind.TABLE_ROW, 1, "Team\tLocation\tStanley Cups");
        add(Block.Kind.TABLE_ROW, 1, "Maple Leafs\tTOR\t0");
        add(Block.Kind.TABLE_ROW, 1, "Blues\tSTL\t1");
        assertEquals(List.of("Maple Leafs\tTOR\t0", "Blues\tSTL\t1"), stating());
    }

    @Test
    void theFirstRowOfATableOfFactsIsOneOfThem() {
        add(Block.Kind.TABLE_ROW, null, "Architect\tSostratus");
        add(Block.Kind.TABLE_ROW, null, "Height\t100 m");
        add(Block.Kind.TABLE_ROW, null, "Stone\tgranite");
        assertEquals(3, stating().size());
    }

    @Test
    void aLineThatOnlyLeadsElsewhereStatesNothing() {
        add(Block.Kind.LIST_ITEM, null, "Next chapter");
        link("Next chapter");
        add(Block.Kind.PARAGRAPH, null, "It was built by Robert Stevenson.");
        link("Robert Stevenson");
        add(Block.Kind.PARAGRAPH, null, "Back to Lighthouses.");
        link("Lighthouses");
        assertEquals(List.of("It was built by Robert Stevenson."), stating());
    }

    @Test
    void theHeadOfThePagesStatesNothingAndARepeatedFactStays() {
        for (int page = 1; page <= 3; page++) {
            add(Block.Kind.PARAGRAPH, page, "Lighthouses of the North, page " + page);
            add(Block.Kind.PARAGRAPH, page, "Paid 1,200 EUR on 3 May.");
            add(
                    Block.Kind.PARAGRAPH,
                    page,
                    "The keeper of tower " + "ABC".charAt(page - 1) + " is well.");
        }
        assertEquals(3, stating().stream().filter(line -> line.startsWith("Paid")).count());
        assertEquals(0, stating().stream().filter(line -> line.startsWith("Light")).count());
        assertEquals(6, stating().size());
    }
}
