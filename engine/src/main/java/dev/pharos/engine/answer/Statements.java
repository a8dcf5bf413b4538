package dev.pharos.engine.answer;

import dev.pharos.engine.document.Block;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Link;
import dev.pharos.engine.document.Sentences;
import dev.pharos.engine.meaning.Fluency;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// Tells the sentences of a document that state something from the lines that only announce, ask,
/// name or lead elsewhere. By what the document is built of and by signs, so that it holds in every
/// language.
final class Statements {
    /// A line that stands so often on the pages of a document is their head or foot.
    private static final int OFTEN = 3;

    private static final int RUNNING_TITLE = 80;

    /// A link of more words may be a sentence of its own.
    private static final int LABEL = 6;

    /// The cells of a table's head are names.
    private static final int NAME = 4;

    private static final String CLOSING = "[\"'”’“»)\\]]*";
    private static final Pattern ANNOUNCES = Pattern.compile("(?s).*[:：]" + CLOSING);
    private static final Pattern ASKS = Pattern.compile("(?s).*[?？؟]!?" + CLOSING);
    private static final Pattern ENDS = Pattern.compile("(?s).*[.!…。！]" + CLOSING);

    /// As in a table of contents.
    private static final Pattern LEADER =
            Pattern.compile("(?s).*(?:(?:\\. ?){5,}|(?:… ?){2,})\\s*\\p{Nd}*");

    /// As `Figure 12.4.`
    private static final Pattern NUMBERED =
            Pattern.compile(
                    "\\p{Lu}\\p{L}*\\.?\\s+\\p{Nd}{1,3}(?:[.–-]\\p{Nd}{1,3})*\\p{L}?[.:)]?");

    private static final Pattern CELLS = Pattern.compile("\\s*[\t|;,]\\s*");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

    private final Document document;
    private final List<Block> blocks;
    private final Map<String, Integer> edges = new HashMap<>();
    private boolean counted;

    Statements(Document document) {
        this.document = document;
        this.blocks = document.blocks();
    }

    /// @param index of the sentence's block in the document
    boolean states(int index, Sentences.Span span) {
        var block = blocks.get(index);
        String text = span.of(document.text());
        return block.kind() != Block.Kind.HEADING
                && !text.equalsIgnoreCase(document.title())
                && !ANNOUNCES.matcher(text).matches()
                && !ASKS.matcher(text).matches()
                && !LEADER.matcher(text).matches()
                && !NUMBERED.matcher(text).matches()
                && !runs(index)
                && !(row(index) && (headsTable(index) || titlesRows(index)))
                && !leadsElsewhere(block, span);
    }

    /// Whether it is the head or foot of several pages.
    private boolean runs(int index) {
        if (!edge(index)) {
            return false;
        }
        if (!counted) {
            for (int i = 0; i < blocks.size(); i++) {
                if (edge(i)) {
                    edges.merge(line(blocks.get(i)), 1, Integer::sum);
                }
            }
            counted = true;
        }
        return edges.getOrDefault(line(blocks.get(index)), 0) >= OFTEN;
    }

    /// Whether it is a short block, the first or last of its page.
    private boolean edge(int index) {
        var block = blocks.get(index);
        return block.page() != null
                && block.kind() == Block.Kind.PARAGRAPH
                && block.end() - block.start() <= RUNNING_TITLE
                && (!onPage(index - 1, block.page()) || !onPage(index + 1, block.page()));
    }

    private boolean onPage(int index, @Nullable Integer page) {
        return index >= 0
                && index < blocks.size()
                && Objects.equals(blocks.get(index).page(), page);
    }

    /// Without the number of the page.
    private String line(Block block) {
        return text(block).replaceAll("[\\p{Nd}\\s]+", " ").strip();
    }

    private String text(Block block) {
        return document.text().substring(block.start(), block.end());
    }

    /// Whether it is the first of several rows and names what stands in them: it has no number, and
    /// either all below have one in the same cell or there are many cells, all short.
    private boolean headsTable(int index) {
        if (row(index - 1) && !titlesRows(index - 1) || !row(index + 1)) {
            return false;
        }
        var head = List.of(CELLS.split(text(blocks.get(index)).strip()));
        if (head.stream().anyMatch(cell -> DIGIT.matcher(cell).find())) {
            return false;
        }
        if (head.size() > 2 && head.stream().allMatch(cell -> Fluency.words(cell) <= NAME)) {
            return true;
        }
        for (int column = 0; column < head.size(); column++) {
            int at = column;
            int last = index + 1;
            while (row(last) && numbered(last, at)) {
                last++;
            }
            if (!row(last)) {
                return true;
            }
        }
        return false;
    }

    /// Whether it is one cell above rows of several, and no sentence.
    private boolean titlesRows(int index) {
        String text = text(blocks.get(index)).strip();
        return row(index + 1)
                && CELLS.split(text).length == 1
                && CELLS.split(text(blocks.get(index + 1)).strip()).length > 1
                && !ENDS.matcher(text).matches();
    }

    private boolean row(int index) {
        return index >= 0
                && index < blocks.size()
                && blocks.get(index).kind() == Block.Kind.TABLE_ROW;
    }

    private boolean numbered(int index, int column) {
        String[] cells = CELLS.split(text(blocks.get(index)).strip());
        return column < cells.length && DIGIT.matcher(cells[column]).find();
    }

    /// A line that is a link and no more; at the end of a document also one that is mostly a link.
    private boolean leadsElsewhere(Block block, Sentences.Span span) {
        int linked = 0;
        for (Link link : document.links()) {
            int from = Math.max(link.start(), span.start());
            int to = Math.min(link.end(), span.end());
            linked += from < to ? letters(from, to) : 0;
        }
        int all = letters(span.start(), span.end());
        String text = span.of(document.text());
        if (linked == 0 || 2 * linked < all) {
            return false;
        }
        return linked == all
                ? Fluency.words(text) <= LABEL || !ENDS.matcher(text).matches()
                : block == blocks.getLast() && span.end() >= block.end() - 1;
    }

    private int letters(int from, int to) {
        return (int)
                document.text()
                        .substring(from, to)
                        .codePoints()
                        .filter(Character::isLetterOrDigit)
                        .count();
    }
}
