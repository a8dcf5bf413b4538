package dev.pharos.engine.conversation;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.answer.AnswerSentence;
import dev.pharos.engine.answer.AnswerSentence.Doubt;
import dev.pharos.engine.answer.Answerer;
import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.document.MarkdownText;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.note.FrontMatter;
import dev.pharos.engine.note.NoteLinks;
import dev.pharos.engine.note.PlaceAnchor;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Turns as Markdown, to be kept as a note: the question, the answer with its markers, and below it
/// the words that prove it, each with a link to where they stand, as notes write links. An answer
/// also as plain text, to be copied elsewhere. Safe for use by several threads.
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
    public String note(List<Turn> turns, Words words) {
        return marked(
                turns.stream()
                        .map(turn -> question(turn) + text(turn.answer(), words, true))
                        .collect(Collectors.joining("\n")));
    }

    /// One answer.
    public String note(Answer answer, Words words) {
        return marked(text(answer, words, true));
    }

    /// One answer without links and other signs of Markdown.
    public String plain(Answer answer, Words words) {
        return text(answer, words, false);
    }

    /// As what it is, so that it proves no later answer.
    private static String marked(String markdown) {
        return FrontMatter.with(markdown, Answerer.ANSWERED, Answerer.ANSWERS);
    }

    private static String question(Turn turn) {
        String asked = "**" + MarkdownText.inside(turn.question()) + "**\n";
        return (turn.rewrite() == null
                        ? asked
                        : asked + "\n*" + MarkdownText.inside(turn.rewrite().question()) + "*\n")
                + "\n";
    }

    private String text(Answer answer, Words words, boolean markdown) {
        var text = new StringBuilder(body(answer, words, markdown)).append('\n');
        String slanted = markdown ? "*" : "";
        if (answer.stopped()) {
            text.append("\n" + slanted + words.stopped() + slanted + "\n");
        }
        for (AnswerSentence each : answer.sentences()) {
            if (each.doubt() != null) {
                String why = slanted + words.doubt(each.doubt()) + slanted;
                text.append("\n[?] " + line(each.text(), markdown) + " — " + why + "\n");
            }
        }
        if (!answer.citations().isEmpty()) {
            text.append("\n" + (markdown ? "### " : "") + words.sources() + "\n\n");
            answer.citations()
                    .forEach(each -> text.append(cited(each, words, markdown)).append('\n'));
        }
        return text.toString();
    }

    private static String body(Answer answer, Words words, boolean markdown) {
        if (answer.sentences().isEmpty()) {
            return answer.stopped() ? "" : words.unsupported();
        }
        if (answer.table() != null) {
            return table(answer, answer.table(), markdown)
                    + answer.beside().stream()
                            .map(each -> "\n\n" + said(each, markdown))
                            .collect(Collectors.joining());
        }
        return answer.sentences().stream()
                .map(each -> (answer.mode().listed() ? "- " : "") + said(each, markdown))
                .collect(Collectors.joining(answer.mode().listed() ? "\n" : " "));
    }

    private static String said(AnswerSentence sentence, boolean markdown) {
        return sentence.markedAs(line(sentence.text(), markdown));
    }

    private static String table(Answer answer, Answer.Table table, boolean markdown) {
        var lines = new StringBuilder("| |");
        table.columns()
                .forEach(column -> lines.append(' ').append(line(column, markdown)).append(" |"));
        lines.append("\n|---|").append("---|".repeat(table.columns().size()));
        for (int row = 0; row < table.rows().size(); row++) {
            int at = row;
            lines.append("\n| ").append(line(table.rows().get(row), markdown)).append(" | ");
            lines.append(
                    IntStream.range(0, table.columns().size())
                            .mapToObj(column ->
                                    answer.in(at, column).stream()
                                            .map(each -> said(each, markdown))
                                            .collect(Collectors.joining(" ")))
                            .collect(Collectors.joining(" | ")));
            lines.append(" |");
        }
        return lines.toString();
    }

    private static String line(String text, boolean markdown) {
        return markdown ? MarkdownText.line(text) : text.replaceAll("\\s+", " ").strip();
    }

    private String cited(Citation citation, Words words, boolean markdown) {
        var source = sources.find(citation.source());
        String where = source.map(each -> words.place(each, citation)).orElse("");
        String label = label(where.isBlank() ? citation.title() : citation.title() + ", " + where);
        String named =
                source.filter(_ -> markdown)
                        .map(each -> link(each, citation, label))
                        .orElseGet(() -> line(label, markdown));
        return citation.marker() + ". " + named + ": “" + line(citation.quote(), markdown) + "”";
    }

    private String link(Source source, Citation citation, String label) {
        String anchor = PlaceAnchor.of(source, citation.place(), citation.quote());
        return "[[" + links.target(source) + anchor + "|" + label + "]]";
    }

    private static String label(String words) {
        return words.replaceAll("[\\[\\]|\\s]+", " ").strip();
    }
}
