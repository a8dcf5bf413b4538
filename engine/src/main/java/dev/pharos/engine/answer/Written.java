package dev.pharos.engine.answer;

import dev.pharos.engine.answer.AnswerSentence.Cell;
import dev.pharos.engine.document.Sentences;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Hit;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes the reply of a language model apart: sentences, or the table of a comparison, and which
/// passages each names. For one answer.
final class Written {
    private static final Pattern MARKER =
            Pattern.compile("\\s*\\[(\\d{1,2}(?:\\s*,\\s*\\d{1,2})*)]");
    private static final Pattern STOP_BEFORE_MARKER =
            Pattern.compile("([.!?…])((?:\\s*\\[[\\d,\\s]+])+)");

    /// Bullets, headings and emphasis: the shape of an answer is ours.
    private static final Pattern MARKUP =
            Pattern.compile("(?m)^\\s*(?:[-*•–]|#{1,6}|>)\\s+|\\*\\*|__|`");

    /// Of a list; the day of a German date is none.
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?m)^\\s*(\\d{1,2})[.)]\\s+(?!(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))");

    private static final Pattern ROW = Pattern.compile("\\s*\\|(.*?)\\|?\\s*");
    private static final Pattern RULE = Pattern.compile("[\\s|:-]*-[\\s|:-]*");

    private final List<Hit> given;
    private final Proofs proofs;
    private final List<AnswerSentence> sentences = new ArrayList<>();
    private Answer.@Nullable Table table;

    /// @param given the passages, in the order of their numbers
    Written(List<Hit> given, Proofs proofs) {
        this.given = given;
        this.proofs = proofs;
    }

    List<AnswerSentence> sentences() {
        return sentences;
    }

    Answer.@Nullable Table table() {
        return table;
    }

    void read(String reply, AnswerMode mode) throws ProblemException {
        var lines = reply.lines().toList();
        var rows =
                lines.stream()
                        .filter(line -> ROW.matcher(line).matches())
                        .filter(line -> !RULE.matcher(line).matches())
                        .map(Written::cells)
                        .toList();
        if (mode != AnswerMode.COMPARE || rows.size() < 2) {
            sentences(unnumbered(reply), "", null);
            return;
        }
        table(rows);
        for (String line : lines) {
            if (!ROW.matcher(line).matches()) {
                sentences(line, "", null);
            }
        }
    }

    /// Without the numbers of lists: one, or one more than that of the item before.
    private static String unnumbered(String reply) {
        var before = new int[1];
        return NUMBER.matcher(reply)
                .replaceAll(item -> {
                    int number = Integer.parseInt(item.group(1));
                    boolean listed = number == 1 || number == before[0] + 1;
                    before[0] = number;
                    return listed ? "" : Matcher.quoteReplacement(item.group());
                });
    }

    private static List<String> cells(String row) {
        var inner = ROW.matcher(row);
        return inner.matches()
                ? Arrays.stream(inner.group(1).split("(?<!\\\\)\\|", -1))
                        .map(cell -> cell.replace("\\|", "|").strip())
                        .toList()
                : List.of();
    }

    private void table(List<List<String>> rows) throws ProblemException {
        var columns = rows.getFirst().stream().skip(1).map(Written::plain).toList();
        var named = rows.stream().skip(1).toList();
        table =
                new Answer.Table(
                        named.stream().map(row -> plain(row.getFirst())).toList(), columns);
        for (int row = 0; row < named.size(); row++) {
            var cells = named.get(row);
            for (int column = 0; column < columns.size() && column + 1 < cells.size(); column++) {
                String of =
                        plain(cells.getFirst())
                                + ", "
                                + columns.get(column).toLowerCase(Locale.ROOT);
                sentences(cells.get(column + 1), of, new Cell(row, column));
            }
        }
    }

    private static String plain(String text) {
        return MARKER.matcher(MARKUP.matcher(text).replaceAll("")).replaceAll("").strip();
    }

    private void sentences(String text, String context, @Nullable Cell cell)
            throws ProblemException {
        // "It shone. [1]" reads "It shone [1]." so that a marker never begins the next sentence.
        String marked =
                STOP_BEFORE_MARKER
                        .matcher(MARKUP.matcher(text.strip()).replaceAll(""))
                        .replaceAll("$2$1");
        for (var span : Sentences.in(marked, 0, marked.length(), Tongue.of(marked).code())) {
            String sentence = span.of(marked);
            String words = MARKER.matcher(sentence).replaceAll("").replaceAll("\\s+", " ").strip();
            if (words.codePoints().anyMatch(Character::isLetterOrDigit)) {
                sentences.add(proofs.checked(words, context, named(sentence), cell));
            }
        }
    }

    private List<Hit> named(String sentence) {
        var named = new ArrayList<Hit>();
        var markers = MARKER.matcher(sentence);
        while (markers.find()) {
            for (String number : markers.group(1).split("\\s*,\\s*")) {
                int n = Integer.parseInt(number);
                if (n >= 1 && n <= given.size() && !named.contains(given.get(n - 1))) {
                    named.add(given.get(n - 1));
                }
            }
        }
        return named;
    }
}
