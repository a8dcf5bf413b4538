package dev.pharos.ui.transcription;

import dev.pharos.engine.search.Hit;
import dev.pharos.engine.transcription.Segment;

import java.util.ArrayList;
import java.util.List;

/// Where each word of a segment stands in the segment's text.
final class WordRanges {
    private final List<Hit.Range> ranges;

    private WordRanges(List<Hit.Range> ranges) {
        this.ranges = ranges;
    }

    /// A word that the text does not show where it should stands at an empty range.
    static WordRanges of(Segment segment) {
        var ranges = new ArrayList<Hit.Range>();
        int from = 0;
        for (var word : segment.words()) {
            int at = word.text().isEmpty() ? -1 : segment.text().indexOf(word.text(), from);
            int start = at < 0 ? from : at;
            int end = at < 0 ? from : at + word.text().length();
            ranges.add(new Hit.Range(start, end));
            from = end;
        }
        return new WordRanges(ranges);
    }

    Hit.Range of(int word) {
        return ranges.get(word);
    }

    /// The word at an offset or the last one before it; -1 where there is none.
    int at(int offset) {
        int last = -1;
        for (int i = 0; i < ranges.size() && ranges.get(i).start() <= offset; i++) {
            last = i;
        }
        return last;
    }
}
