package dev.pharos.engine.answer;

import dev.pharos.engine.search.Hit;

import java.time.Duration;
import java.util.List;

/// What the library says to a question.
///
/// @param text the answer with its markers `[n]`; empty where the library does not support one
/// @param supported false where nothing in the library answers the question
/// @param citations in the order of their markers; empty where not supported
/// @param nearest the passages the answer was looked for in, best first
/// @param origin who wrote it, and from what
public record Answer(
        String question,
        String text,
        boolean supported,
        List<Citation> citations,
        List<Hit> nearest,
        Origin origin) {

    public static final String BUILT_IN = "built-in";

    /// Who wrote an answer, and from what.
    ///
    /// @param model `built-in` or the endpoint's model name
    /// @param local true where no text left this machine
    /// @param took from the question to the answer
    /// @param passagesUsed how many of the best passages its writer has read
    /// @param passagesMeant how many it was to read; what is beyond its context is left out whole
    public record Origin(
            String model, boolean local, Duration took, int passagesUsed, int passagesMeant) {}

    public Answer {
        citations = List.copyOf(citations);
        nearest = List.copyOf(nearest);
    }
}
