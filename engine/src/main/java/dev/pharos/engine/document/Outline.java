package dev.pharos.engine.document;

import dev.pharos.engine.library.Place;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Tells for any words of a document on which page, under which headings and in which paragraph
/// they stand.
public final class Outline {

    /// A block and what is known of its surroundings.
    ///
    /// @param heading the headings above, outermost first; null where there is none
    /// @param paragraph 1-based number of the block, headings not counted; null for a heading
    public record Entry(Block block, @Nullable String heading, @Nullable Integer paragraph) {}

    private final List<Entry> entries;

    private Outline(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    public static Outline of(Document document) {
        var entries = new ArrayList<Entry>();
        var path = new ArrayList<Block>();
        int paragraph = 0;
        for (Block block : document.blocks()) {
            if (block.kind() == Block.Kind.HEADING) {
                path.removeIf(above -> above.level() >= block.level());
                entries.add(new Entry(block, path(document, path), null));
                path.add(block);
            } else {
                entries.add(new Entry(block, path(document, path), ++paragraph));
            }
        }
        return new Outline(entries);
    }

    private static @Nullable String path(Document document, List<Block> headings) {
        if (headings.isEmpty()) {
            return null;
        }
        return String.join(
                Place.HEADING_SEPARATOR,
                headings.stream()
                        .map(block -> document.text().substring(block.start(), block.end()).strip())
                        .toList());
    }

    public List<Entry> entries() {
        return entries;
    }

    /// The place of the words from `start` to `end`; page, heading and paragraph are those of its
    /// start.
    public Place place(int start, int end) {
        Entry at = at(start);
        return at == null
                ? new Place(null, null, null, null, null, start, end)
                : new Place(at.block.page(), at.heading, at.paragraph, null, null, start, end);
    }

    /// The same of words that may begin with a heading: these stand under it, as passages do.
    public Place under(int start, int end) {
        int words =
                entries.stream()
                        .filter(entry -> entry.block.kind() != Block.Kind.HEADING)
                        .filter(entry -> entry.block.end() > start && entry.block.start() < end)
                        .mapToInt(entry -> Math.max(start, entry.block.start()))
                        .findFirst()
                        .orElse(start);
        var place = place(words, end);
        return new Place(place.page(), place.heading(), place.paragraph(), null, null, start, end);
    }

    private @Nullable Entry at(int offset) {
        int low = 0;
        int high = entries.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (entries.get(middle).block.start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return entries.isEmpty() ? null : entries.get(low);
    }
}
