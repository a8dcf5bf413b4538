package dev.pharos.engine.making;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What a language model writes of a source: the JSON that `written.schema.json` describes. Numbers
/// of sentences are indexes, from 0. Immutable.
record WrittenReply(
        String title,
        List<Line> overview,
        List<Topic> topics,
        List<Line> points,
        List<Line> decisions,
        List<Line> questions,
        List<Task> actions,
        List<String> tags) {

    /// @param sentences that it rests on; may be none
    record Line(String text, List<Integer> sentences) {}

    record Topic(String heading, List<Line> lines) {}

    /// What somebody is to do.
    ///
    /// @param due by when, as it is said
    record Task(Line line, @Nullable String person, @Nullable String due) {}
}
