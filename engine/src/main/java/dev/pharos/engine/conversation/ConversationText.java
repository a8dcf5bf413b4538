package dev.pharos.engine.conversation;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.answer.AnswerSentence;
import dev.pharos.engine.answer.AnswerSentence.Doubt;
import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.note.NoteLinks;
import dev.pharos.engine.note.PlaceAnchor;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Turns as Markdown, to be copied or kept as a note: the question, the answer with its markers,
/// and below it the words that prove it, each with a link to where they stand, as notes write
/// links. Safe for use by several threads.
public final class ConversationText {

    /// The words of the program around it, in the language of its user.
    public interface Words {

        /// Above the list of what was cited.
        String sources();

        /// Where a quote stands, as short as its reader needs; may be empty.
        String place(Source source, Citation citation);

        /// Why a sentence is not proved.
        String doubt(Doubt doubt);

        /// In the place of an answer that there is not.
        String unsupported();

        /// Behind an answer that was stopped.
        String stopped();
    }

    private final Sources sources;
    private final NoteLinks links;

    public ConversationText(Sources sources, NoteLinks links) {
        this.sources = sources;
        this.links = links;
    }

    /// All turns with their newest answers.
    public String of(List<Turn> turns, Words words) {
        return turns.stream()
                .map(turn -> question(turn) + of(turn.answer(), words))
                .collect(Collectors.joining("\n"));
    }

    private static String question(Turn turn) {
        String asked = "**" + plain(turn.question()) + "**\n";
        return (turn.rewrite() == null
                        ? asked
                        : asked + "\n*" + plain(turn.rewrite().question()) + "*\n")
                + "\n";
    }

    /// One answer.
    public String of(Answer answer, Words words) {
        var text = new StringBuilder(body(answer, words)).append('\n');
        if (answer.stopped()) {
            text.append("\n*").append(words.stopped()).append("*\n");
        }
        for (AnswerSentence each : answer.sentences()) {
            if (each.doubt() != null) {
                text.append("\n[?] ")
                        .append(plain(each.text()))
                        .append(" — *")
                        .append(words.doubt(each.doubt()))
                        .append("*\n");
            }
        }
        if (!answer.citations().isEmpty()) {
            text.append("\n### ").append(words.sources()).append("\n\n");
            answer.citations().forEach(each -> text.append(line(each, words)).append('\n'));
        }
        return text.toString();
    }

    private static String body(Answer answer, Words words) {
        if (answer.sentences().isEmpty()) {
            return answer.stopped() ? "" : words.unsupported();
        }
        if (answer.table() != null) {
            return table(answer, answer.table())
                    + answer.beside().stream()
                            .map(each -> "\n\n" + each.marked())
                            .collect(Collectors.joining());
        }
        return answer.sentences().stream()
                .map(each -> answer.mode().listed() ? "- " + each.marked() : each.marked())
                .collect(Collectors.joining(answer.mode().listed() ? "\n" : " "));
    }

    private static String table(Answer answer, Answer.Table table) {
        var lines = new StringBuilder("| |");
        table.columns().forEach(column -> lines.append(' ').append(cell(column)).append(" |"));
        lines.append("\n|---|").append("---|".repeat(table.columns().size()));
        for (int row = 0; row < table.rows().size(); row++) {
            int at = row;
            lines.append("\n| ").append(cell(table.rows().get(row))).append(" | ");
            lines.append(
                    IntStream.range(0, table.columns().size())
                            .mapToObj(column -> cell(answer.cell(at, column)))
                            .collect(Collectors.joining(" | ")));
            lines.append(" |");
        }
        return lines.toString();
    }

    private static String cell(String text) {
        return plain(text).replace("|", "\\|");
    }

    /// In one line.
    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private String line(Citation citation, Words words) {
        var source = sources.find(citation.source());
        String where = source.map(each -> words.place(each, citation)).orElse("");
        String label = label(where.isBlank() ? citation.title() : citation.title() + ", " + where);
        return citation.marker()
                + ". "
                + source.map(each ->
                                "[["
                                        + links.target(each)
                                        + PlaceAnchor.of(citation.place())
                                        + "|"
                                        + label
                                        + "]]")
                        .orElse(label)
                + ": “"
                + plain(citation.quote())
                + "”";
    }

    private static String label(String words) {
        return words.replaceAll("[\\[\\]|\\s]+", " ").strip();
    }
}
