package dev.pharos.ui.document;

import dev.pharos.engine.annotation.Highlight;
import dev.pharos.engine.search.Hit;

import java.util.List;

/// What is laid over a source's words. Ranges are UTF-16 offsets into the text of the whole source.
///
/// @param found what the search in the source has found, in order
/// @param current index in `found` of the one that is shown, or -1
record Overlay(List<Highlight> highlights, List<Hit.Range> found, int current) {
    static final Overlay NONE = new Overlay(List.of(), List.of(), -1);

    Overlay {
        highlights = List.copyOf(highlights);
        found = List.copyOf(found);
    }

    /// The first of some ranges, which are in order, that ends behind an offset.
    static int firstBehind(List<Hit.Range> ranges, int offset) {
        int low = 0;
        int high = ranges.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ranges.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
