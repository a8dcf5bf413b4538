package dev.pharos.ui.document;

import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Outline;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.search.Hit;
import dev.pharos.ui.control.Spot;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What is to be opened.
///
/// @param place where to, or null for the beginning
/// @param marks the words to show marked, as offsets into the text of the whole source
/// @param left where it was left, which then counts more than the place; or null
public record Target(
        SourceId source, @Nullable Place place, List<Hit.Range> marks, @Nullable Spot left) {

    public Target {
        marks = List.copyOf(marks);
    }

    /// Something that is opened for the first time.
    public Target(SourceId source, @Nullable Place place, List<Hit.Range> marks) {
        this(source, place, marks, null);
    }

    /// The same, where it was left.
    public Target leftAt(@Nullable Spot spot) {
        return new Target(source, place, marks, spot);
    }

    /// The same, with all that a document tells of its place: a link may name a page alone, or
    /// letters that are not there any more.
    Target within(Document document) {
        if (place == null || place.paragraph() != null || place.heading() != null) {
            return this;
        }
        boolean letters = place.startOffset() < place.endOffset();
        if (letters && place.endOffset() <= document.text().length()) {
            return at(document, place.startOffset(), place.endOffset(), marks);
        }
        return document.blocks().stream()
                .filter(block -> place.page() != null && place.page().equals(block.page()))
                .findFirst()
                .filter(_ -> letters || place.startOffset() == 0)
                .map(block -> at(document, block.start(), block.start(), List.of()))
                .orElse(letters ? new Target(source, null, List.of()) : this);
    }

    private Target at(Document document, int start, int end, List<Hit.Range> marked) {
        return new Target(source, Outline.of(document).place(start, end), marked, left);
    }

    /// The beginning of a source.
    public static Target of(Source source) {
        return new Target(source.id(), null, List.of());
    }

    /// A found passage, in a recording the sentence that was found, with the found words marked.
    public static Target of(Hit hit) {
        int from = hit.passage().place().startOffset();
        return new Target(
                hit.source().id(),
                hit.place(),
                hit.highlights().stream()
                        .map(range -> new Hit.Range(from + range.start(), from + range.end()))
                        .toList());
    }

    /// The quoted words of a citation.
    public static Target of(Citation citation) {
        var place = citation.place();
        return new Target(
                citation.source(),
                place,
                List.of(new Hit.Range(place.startOffset(), place.endOffset())));
    }
}
