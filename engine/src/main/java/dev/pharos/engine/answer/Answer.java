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
/// @param model which model wrote it: `built-in` or the endpoint's model name
/// @param local true where no text left this machine
/// @param passagesUsed how many of the best passages its writer has read
/// @param passagesMeant how many it was to read; what is beyond its context is left out whole
public record Answer(
        String question,
        String text,
        boolean supported,
        List<Citation> citations,
        List<Hit> nearest,
        String model,
        boolean local,
        Duration took,
        int passagesUsed,
        int passagesMeant) {

    public static final String BUILT_IN = "built-in";

    public Answer {
        citations = List.copyOf(citations);
        nearest = List.copyOf(nearest);
    }

    /// By a writer that has read all of the nearest passages.
    public Answer(
            String question,
            String text,
            boolean supported,
            List<Citation> citations,
            List<Hit> nearest,
            String model,
            boolean local,
            Duration took) {
        this(
                question,
                text,
                supported,
                citations,
                nearest,
                model,
                local,
                took,
                nearest.size(),
                nearest.size());
    }
}
