package dev.pharos.ui.document;

import dev.pharos.engine.document.Block;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.search.Hit;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;

/// Which words of a text are selected, across its blocks. It knows no node, because those of most
/// blocks are not there. Offsets are UTF-16 units of the document's text.
public final class TextSelection {

    /// What is selected at a time.
    public enum Unit {
        LETTER,
        WORD,
        PARAGRAPH
    }

    private static final Hit.Range NOWHERE = new Hit.Range(0, 0);

    private final ReadOnlyObjectWrapper<Hit.@Nullable Range> range = new ReadOnlyObjectWrapper<>();
    private String text = "";
    private List<Block> blocks = List.of();
    private Hit.Range anchor = NOWHERE;
    private Unit unit = Unit.LETTER;
    private int moving;

    /// What is selected, or null where nothing is; never empty.
    public ReadOnlyObjectProperty<Hit.@Nullable Range> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    /// Begins anew in another text.
    public void in(Document document) {
        text = document.text();
        blocks = document.blocks();
        clear();
    }

    public void clear() {
        anchor = NOWHERE;
        moving = 0;
        range.set(null);
    }

    public void all() {
        unit = Unit.LETTER;
        anchor = NOWHERE;
        moveTo(text.length());
    }

    /// Begins where the mouse is pressed, or goes on to there from where it began.
    public void press(int offset, Unit of, boolean goesOn) {
        if (goesOn && range.get() != null) {
            moveTo(offset);
            return;
        }
        unit = of;
        anchor = around(offset);
        moveTo(offset);
    }

    /// Goes on to an offset.
    public void moveTo(int offset) {
        moving = Math.clamp(offset, 0, text.length());
        var there = around(moving);
        int start = Math.min(anchor.start(), there.start());
        int end = Math.max(anchor.end(), there.end());
        range.set(start < end ? new Hit.Range(start, end) : null);
    }

    /// Makes it longer, or shorter, by a letter, a word or a paragraph.
    ///
    /// @param from where it begins if nothing is selected yet
    public void step(boolean forward, Unit by, int from) {
        if (range.get() == null) {
            anchor = new Hit.Range(from, from);
            moving = from;
        }
        unit = Unit.LETTER;
        moveTo(
                switch (by) {
                    case LETTER -> Math.clamp(moving + (forward ? 1 : -1), 0, text.length());
                    case WORD -> word(forward);
                    case PARAGRAPH -> paragraph(forward);
                });
    }

    private int word(boolean forward) {
        var words = BreakIterator.getWordInstance(Locale.ROOT);
        int from = forward ? moving : Math.max(0, moving - 200);
        int to = forward ? Math.min(text.length(), moving + 200) : moving;
        String near = text.substring(from, to);
        words.setText(near);
        int at = forward ? words.first() : words.last();
        do {
            at = forward ? words.next() : words.previous();
        } while (at != BreakIterator.DONE
                && !Character.isLetterOrDigit(near.charAt(forward ? at - 1 : at)));
        return at == BreakIterator.DONE ? forward ? to : from : from + at;
    }

    private int paragraph(boolean forward) {
        if (forward) {
            return blocks.stream()
                    .mapToInt(Block::end)
                    .filter(end -> end > moving)
                    .findFirst()
                    .orElse(text.length());
        }
        return blocks.reversed().stream()
                .mapToInt(Block::start)
                .filter(start -> start < moving)
                .findFirst()
                .orElse(0);
    }

    private Hit.Range around(int offset) {
        return switch (unit) {
            case LETTER -> new Hit.Range(offset, offset);
            case WORD -> wordAt(offset);
            case PARAGRAPH -> {
                var block = block(offset);
                yield block == null
                        ? new Hit.Range(offset, offset)
                        : new Hit.Range(block.start(), block.end());
            }
        };
    }

    private Hit.Range wordAt(int offset) {
        var block = block(offset);
        if (block == null || block.start() == block.end()) {
            return new Hit.Range(offset, offset);
        }
        var words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text.substring(block.start(), block.end()));
        int at = Math.clamp(offset - block.start(), 0, block.end() - block.start() - 1);
        while (at > 0 && Character.isWhitespace(text.charAt(block.start() + at))) {
            at--;
        }
        int end = words.following(at);
        return new Hit.Range(block.start() + words.previous(), block.start() + end);
    }

    private @Nullable Block block(int offset) {
        int index = index(blocks, offset);
        return index < 0 ? null : blocks.get(index);
    }

    /// Which block an offset stands in or, between two of them, the one after it; the last one
    /// behind the end, and -1 where there is none.
    static int index(List<Block> blocks, int offset) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (blocks.get(middle).end() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return blocks.isEmpty() ? -1 : low;
    }
}
