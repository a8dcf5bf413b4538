package dev.pharos.engine.document;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Plain text in any common encoding: paragraphs are set apart by blank lines, or each line is one
/// where lines are long or all end sentences. Tables of separated values give a row a line.
final class PlainTextReader implements DocumentReader {

    /// Bytes that are read of one file; the rest makes the document incomplete.
    static final int MAX_BYTES = 32 << 20;

    private static final int LONG_LINE = 120;
    private static final int SEVERAL = 3;
    private static final Pattern SENTENCE =
            Pattern.compile("(?s).*[.?!…][\"\u201d\u201c\u2019»)\\]]*\\s*");

    @Override
    public void read(Path file, Path name, Draft draft) throws IOException, ProblemException {
        var text = text(file, name, draft);
        if (isTable(name)) {
            text.lines().forEach(line -> draft.add(Block.Kind.TABLE_ROW, 0, null, line));
        } else {
            paragraphs(text, draft);
        }
    }

    /// The whole text of a file.
    static String text(Path file, Path name, Draft draft) throws IOException, ProblemException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MAX_BYTES);
            if (in.read() >= 0) {
                draft.incomplete();
            }
            var text = TextDecoder.decode(bytes);
            if (text == null) {
                throw new ProblemException(
                        new Problem.UnsupportedFormat(name, "application/octet-stream"));
            }
            return text;
        }
    }

    static void paragraphs(String text, Draft draft) {
        paragraphs(text, words -> draft.add(Block.Kind.PARAGRAPH, 0, null, words));
    }

    static void paragraphs(String text, Consumer<String> sink) {
        int start = 0;
        int lines = 0;
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            if (isBlank(text, at, end)) {
                paragraph(text.substring(start, at), lines, sink);
                start = end;
                lines = 0;
            } else {
                lines++;
            }
            at = end + 1;
        }
        paragraph(text.substring(Math.min(start, text.length())), lines, sink);
    }

    private static void paragraph(String words, int lines, Consumer<String> sink) {
        if (lines > 1 && words.length() / lines > LONG_LINE || lines >= SEVERAL && apart(words)) {
            words.lines().forEach(sink);
        } else {
            sink.accept(words.replace('\f', '\n'));
        }
    }

    /// Whether each line ends a sentence, as in minutes, and none is broken.
    private static boolean apart(String words) {
        return words.lines()
                .filter(line -> !line.isBlank())
                .allMatch(line -> SENTENCE.matcher(line).matches());
    }

    private static boolean isBlank(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isTable(Path name) {
        var lower = name.toString().toLowerCase(Locale.ROOT);
        return lower.endsWith(".csv") || lower.endsWith(".tsv");
    }
}
