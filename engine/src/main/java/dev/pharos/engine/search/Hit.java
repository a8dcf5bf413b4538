package dev.pharos.engine.search;

import dev.pharos.engine.library.Passage;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.Source;

import java.util.List;

/// A found passage.
///
/// @param rank 1 for the best
/// @param score higher is better; comparable only within one result
/// @param shares what it was found for
/// @param highlights the matched words, ordered, not overlapping
/// @param place where to go: the passage's place, in a recording with the time of that sentence of
///   it which matches best
public record Hit(
        int rank,
        double score,
        Shares shares,
        Source source,
        Passage passage,
        List<Range> highlights,
        Place place) {

    /// UTF-16 offsets into the passage's text, `end` exclusive.
    public record Range(int start, int end) {}

    /// What a score is the sum of.
    ///
    /// @param words how well its words fit those of the query
    /// @param meaning how near its vector is to the query's
    /// @param whole what it is raised by because it says all words of the query
    /// @param beside what it is raised by because what is said right before or after it fits
    public record Shares(double words, double meaning, double whole, double beside) {
        /// Of what was not searched for, as the sources that pass a filter.
        public static final Shares NONE = new Shares(0, 0, 0, 0);

        double sum() {
            return words + meaning + whole + beside;
        }

        Shares beside(double share) {
            return new Shares(words, meaning, whole, share);
        }
    }

    public Hit {
        highlights = List.copyOf(highlights);
    }

    /// One that was not searched for.
    public Hit(
            int rank,
            double score,
            Source source,
            Passage passage,
            List<Range> highlights,
            Place place) {
        this(rank, score, Shares.NONE, source, passage, highlights, place);
    }
}
