package dev.pharos.engine.vault;

import dev.pharos.engine.problem.ProblemException;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table of notes (CSV): a note a row, where one column is a title and another the text. The
/// other columns become properties. Any other table stays a table.
final class NoteTable implements VaultFormat {
    private static final Set<String> TITLE =
            Set.of("title", "name", "subject", "titel", "betreff", "заголовок", "название");
    private static final Set<String> TEXT =
            Set.of(
                    "content",
                    "contents",
                    "body",
                    "text",
                    "note",
                    "inhalt",
                    "notiz",
                    "содержание",
                    "текст",
                    "заметка");

    /// @param columns names in the first line
    /// @param rows each as long as `columns`
    record Table(List<String> columns, List<List<String>> rows) {

        /// As a table in Markdown.
        ///
        /// @param page the target of a link for the first cell of a row, or null
        String markdown(Function<String, @Nullable String> page) {
            var text = new StringBuilder(line(columns));
            text.append("|").append(" --- |".repeat(columns.size())).append('\n');
            for (var row : rows) {
                var cells = row.stream().map(Table::cell).collect(Collectors.toList());
                var target = row.isEmpty() ? null : page.apply(row.getFirst());
                if (target != null) {
                    cells.set(0, "[" + cells.getFirst() + "](" + target + ")");
                }
                text.append(line(cells));
            }
            return text.toString();
        }

        private static String line(List<String> cells) {
            return "| " + String.join(" | ", cells) + " |\n";
        }

        private static String cell(String value) {
            return value.strip().replace("|", "\\|").replaceAll("\\R", "<br>");
        }

        private int column(Set<String> names) {
            for (int i = 0; i < columns.size(); i++) {
                if (names.contains(columns.get(i).strip().toLowerCase(Locale.ROOT))) {
                    return i;
                }
            }
            return -1;
        }
    }

    /// Separated by commas, semicolons or tabs, whichever its first line has most of.
    static Table read(String text) throws IOException {
        var first = text.lines().findFirst().orElse("");
        char separator = ',';
        for (char other : new char[] {';', '\t'}) {
            if (count(first, other) > count(first, separator)) {
                separator = other;
            }
        }
        var format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
        try (var parser = CSVParser.parse(text, format)) {
            var rows = parser.stream().map(row -> List.of(row.values())).toList();
            int width = rows.stream().mapToInt(List::size).max().orElse(0);
            var even = rows.stream().map(row -> filled(row, width)).toList();
            return new Table(
                    even.isEmpty() ? List.of() : even.getFirst(),
                    even.stream().skip(1).filter(row -> !String.join("", row).isBlank()).toList());
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
    }

    /// Numbers and truth values are what they look like.
    private static Object typed(String value) {
        if (value.matches("(?i)true|false")) {
            return Boolean.valueOf(value);
        }
        return value.matches("-?(0|[1-9]\\d{0,14})(\\.\\d{1,9})?") ? new BigDecimal(value) : value;
    }

    private static List<String> filled(List<String> row, int width) {
        return Stream.concat(row.stream(), Stream.generate(() -> "")).limit(width).toList();
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }

    @Override
    public boolean recognises(Parts parts) throws IOException, ProblemException {
        if (!Names.ending(parts.vault().toString()).equals(".csv")) {
            return false;
        }
        try (var in = parts.open(parts.names().getFirst())) {
            var head = new String(in.readNBytes(1 << 14), StandardCharsets.UTF_8);
            var table = read(head.lines().findFirst().orElse("").replace("\uFEFF", ""));
            return table.column(TITLE) >= 0 && table.column(TEXT) >= 0;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void unpack(Parts parts, Staging staging) throws IOException, ProblemException {
        var table = read(parts.text(parts.names().getFirst()));
        int title = table.column(TITLE);
        int text = table.column(TEXT);
        for (var row : table.rows()) {
            var facts = new FrontMatter().put("title", row.get(title));
            for (int i = 0; i < row.size(); i++) {
                if (i != title && i != text) {
                    facts.put(table.columns().get(i).strip(), typed(row.get(i)));
                }
            }
            staging.note(staging.name("", row.get(title), ".md"), facts.before(row.get(text)));
        }
    }
}
