package dev.pharos.app.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import dev.pharos.engine.library.Place;
import dev.pharos.engine.summary.KeyPhrase;
import dev.pharos.engine.summary.Summary;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/// What `batch results --json` prints of the lines of a note, each with where it stands in the
/// source and what speaks against it.
final class SummaryOutput {

    /// Behind what is not proved, as in answers.
    private static final String UNPROVED = " [?]";

    private SummaryOutput() {}

    /// The words of lines, each with its mark where it is not proved.
    static List<String> marked(List<Summary.Line> lines) {
        return lines.stream().map(SummaryOutput::marked).toList();
    }

    private static String marked(Summary.Line line) {
        var written = line.written();
        return written == null || written.doubt() == null ? line.text() : line.text() + UNPROVED;
    }

    /// All lines.
    @JsonNaming(SnakeCaseStrategy.class)
    record Lines(
            List<Line> overview,
            List<Topic> topics,
            List<Line> points,
            List<Line> decisions,
            List<Line> questions,
            List<Task> actions,
            List<String> keyPhrases) {
        static Lines of(Summary summary) {
            return new Lines(
                    lines(summary.overview()),
                    summary.topics().stream().map(Topic::of).toList(),
                    lines(summary.points()),
                    lines(summary.decisions()),
                    lines(summary.questions()),
                    summary.actions().stream().map(Task::of).toList(),
                    summary.phrases().stream().map(KeyPhrase::text).toList());
        }
    }

    private static List<Line> lines(List<Summary.Line> lines) {
        return lines.stream().map(Line::of).toList();
    }

    /// A sentence of the source, or one that a language model wrote.
    ///
    /// @param places where it stands, or what it rests on; none where it names nothing
    /// @param doubt why it is not proved, as in answers; null where it is
    /// @param missing what the source does not say there
    /// @param beside what has to be read with it: how a proposal was accepted, or turned down where
    ///   it is no decision; the sentence before one that leans on it; null where it stands for
    ///   itself
    record Line(
            String text,
            @Nullable String speaker,
            List<Spot> places,
            @Nullable String doubt,
            List<String> missing,
            @Nullable Line beside) {
        static Line of(Summary.Line line) {
            var written = line.written();
            var doubt = written == null ? null : written.doubt();
            var beside = line.beside();
            var places = written == null ? List.of(line.place()) : written.places();
            return new Line(
                    line.text(),
                    line.speaker(),
                    places.stream().map(Spot::of).distinct().toList(),
                    doubt == null ? null : doubt.reason().name().toLowerCase(Locale.ROOT),
                    doubt == null ? List.of() : doubt.missing(),
                    beside == null ? null : of(beside));
        }
    }

    /// @param heading null where no words stand for it
    record Topic(@Nullable String heading, Spot place, List<Line> lines) {
        static Topic of(Summary.Section topic) {
            return new Topic(
                    topic.heading(), Spot.of(topic.place()), SummaryOutput.lines(topic.lines()));
        }
    }

    /// What somebody is to do.
    ///
    /// @param due as it is said
    /// @param day which one that is, `2026-05-01`
    record Task(
            @JsonUnwrapped Line line,
            @Nullable String person,
            @Nullable String due,
            @Nullable String day) {
        static Task of(Summary.Action action) {
            var day = action.day();
            return new Task(
                    Line.of(action.line()),
                    action.person(),
                    action.due(),
                    day == null ? null : day.toString());
        }
    }

    /// A place in the source; offsets count UTF-16 units of its text.
    @JsonNaming(SnakeCaseStrategy.class)
    record Spot(
            @Nullable Integer page,
            @Nullable Integer paragraph,
            @Nullable Long startMs,
            @Nullable Long endMs,
            int startOffset,
            int endOffset) {
        static Spot of(Place place) {
            return new Spot(
                    place.page(),
                    place.paragraph(),
                    place.startMs(),
                    place.endMs(),
                    place.startOffset(),
                    place.endOffset());
        }
    }
}
