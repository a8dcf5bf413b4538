package dev.pharos.engine.answer;

import dev.pharos.engine.search.Hit;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the library says to a question.
///
/// @param question as it was looked for
/// @param sentences in their order, each proved or marked; empty where nothing was found or said
/// @param table the rows and columns that its sentences stand in, or null where it is no table
/// @param citations in the order of their markers
/// @param nearest the passages the answer was looked for in, best first; none in an answer that was
///   kept
/// @param origin who wrote it, and from what
/// @param stopped whether its reader stopped it before it was whole
public record Answer(
        String question,
        AnswerMode mode,
        List<AnswerSentence> sentences,
        @Nullable Table table,
        List<Citation> citations,
        List<Hit> nearest,
        Origin origin,
        boolean stopped) {

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

    /// What a comparison stands in.
    ///
    /// @param rows the things or titles of sources that are compared
    /// @param columns the aspects; an empty one has no name of its own
    public record Table(List<String> rows, List<String> columns) {
        public Table {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
        }
    }

    public Answer {
        sentences = List.copyOf(sentences);
        citations = List.copyOf(citations);
        nearest = List.copyOf(nearest);
    }

    /// False where nothing in the library answers the question: no sentence is proved.
    public boolean supported() {
        return sentences.stream().anyMatch(AnswerSentence::proved);
    }

    /// The answer in plain text with its markers `[n]`: a line for each sentence of a list or a
    /// summary, for each cell of a table, else all in one. Empty where there are no sentences.
    public String text() {
        if (table != null) {
            return Stream.concat(lines(table), beside().stream().map(AnswerSentence::marked))
                    .collect(Collectors.joining("\n"));
        }
        return sentences.stream()
                .map(AnswerSentence::marked)
                .collect(Collectors.joining(mode.listed() ? "\n" : " "));
    }

    private Stream<String> lines(Table in) {
        return IntStream.range(0, in.rows().size())
                .boxed()
                .flatMap(row ->
                        IntStream.range(0, in.columns().size())
                                .filter(column -> !in(row, column).isEmpty())
                                .mapToObj(column -> line(in, row, column)));
    }

    /// The sentences that stand in no cell.
    public List<AnswerSentence> beside() {
        return sentences.stream().filter(each -> each.cell() == null).toList();
    }

    private String line(Table in, int row, int column) {
        String aspect = in.columns().get(column);
        return in.rows().get(row)
                + (aspect.isEmpty() ? "" : " · " + aspect)
                + ": "
                + cell(row, column);
    }

    /// What stands in a cell of the table, with its markers; empty where nothing does.
    public String cell(int row, int column) {
        return in(row, column).stream()
                .map(AnswerSentence::marked)
                .collect(Collectors.joining(" "));
    }

    /// The sentences in a cell of the table.
    public List<AnswerSentence> in(int row, int column) {
        var cell = new AnswerSentence.Cell(row, column);
        return sentences.stream().filter(each -> cell.equals(each.cell())).toList();
    }

    /// As it is kept: the passages around it are not.
    public Answer kept() {
        return new Answer(question, mode, sentences, table, citations, List.of(), origin, stopped);
    }
}
