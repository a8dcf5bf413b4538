package dev.pharos.engine.making;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /// All that it says, without its tags.
    String text() {
        var lines = Stream.of(overview, points, decisions, questions).flatMap(List::stream);
        var topical = topics.stream().flatMap(topic -> topic.lines().stream());
        var tasks = actions.stream().map(Task::line);
        return Stream.of(lines, topical, tasks)
                .flatMap(each -> each)
                .map(Line::text)
                .collect(Collectors.joining("\n"));
    }

    /// @param sentences that it rests on; may be none
    record Line(String text, List<Integer> sentences) {}

    record Topic(String heading, List<Line> lines) {}

    /// What somebody is to do.
    ///
    /// @param due by when, as it is said
    record Task(Line line, @Nullable String person, @Nullable String due) {}
}
