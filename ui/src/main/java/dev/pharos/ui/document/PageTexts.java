package dev.pharos.ui.document;

import dev.pharos.engine.document.Block;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Where in a document's text that of each page begins and ends. Pages are 1-based. Immutable.
final class PageTexts {
    private record Span(int page, int start, int end) {}

    private final NavigableMap<Integer, Span> byPage = new TreeMap<>();
    private final NavigableMap<Integer, Span> byStart = new TreeMap<>();

    PageTexts(List<Block> blocks) {
        for (var block : blocks) {
            if (block.page() != null) {
                byPage.merge(
                        block.page(),
                        new Span(block.page(), block.start(), block.end()),
                        (one, other) -> new Span(one.page(), one.start(), other.end()));
            }
        }
        byPage.values().forEach(span -> byStart.put(span.start(), span));
    }

    boolean has(int page) {
        return byPage.containsKey(page);
    }

    /// Of a page without text, where that of the next one begins.
    int start(int page) {
        var span = byPage.ceilingEntry(page);
        return span == null ? end() : span.getValue().start();
    }

    /// Exclusive.
    int end(int page) {
        var span = byPage.get(page);
        return span == null ? start(page) : span.end();
    }

    private int end() {
        return byPage.isEmpty() ? 0 : byPage.lastEntry().getValue().end();
    }

    /// The page where an offset stands; between two of them the one before; 1 where there is no
    /// text.
    int page(int offset) {
        var span = byStart.floorEntry(offset);
        return span == null ? 1 : span.getValue().page();
    }
}
