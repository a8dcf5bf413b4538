package dev.pharos.engine.answer;

import dev.pharos.engine.answer.ExtractiveAnswerer.Judged;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.search.Terms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// A comparison made of found sentences: a row for each of the two things that a question names,
/// else for each source; a column for each aspect of which several rows speak, which are the
/// sentences nearest to each other in meaning, under the word that they share.
final class Comparison {
    private static final int ROWS = 4;
    private static final int COLUMNS = 3;
    private static final int LOOKED_AT = 10;
    private static final double SAME_ASPECT = 0.3;
    private static final double CLEARLY_WORSE = 4;

    /// What [Signals#rank] gives a good sentence.
    private static final double RANK = 8;

    private static final int WORD = 4;

    private static final List<Pattern> THINGS =
            List.of(
                    things("compare (?:the )?(.+?) (?:and|with|to) (.+)"),
                    things("differences? between (.+?) and (.+)"),
                    things("how (?:do|does|did|is|are) (.+?) (?:differ|different) from (.+)"),
                    things("(?:what is |which is |who is )?(.+?) (?:vs\\.?|versus) (.+)"),
                    things("vergleiche? (.+?) (?:und|mit) (.+)"),
                    things("unterschiede? zwischen (.+?) und (.+)"),
                    things("unterscheide[nt] sich (.+?) (?:von|und) (.+)"),
                    things("сравни(?:те|ть)? (.+?) (?:и|с|со) (.+)"),
                    things("(?:разница|различи[яе]|отличи[яе]) между (.+?) и (.+)"),
                    things("чем (.+?) отлича[ею]тся от (.+)"));

    private static final Pattern ASKING =
            Pattern.compile(
                    "\\b(?:compar|contrast|differ|vergleich|unterschie?d|unterscheide|сравн|отлич|различ|разниц)\\w*",
                    Pattern.CASE_INSENSITIVE
                            | Pattern.UNICODE_CASE
                            | Pattern.UNICODE_CHARACTER_CLASS);

    private final List<String> rows = new ArrayList<>();
    private final List<List<Judged>> said = new ArrayList<>();

    private Comparison() {}

    private static Pattern things(String pattern) {
        return Pattern.compile(
                "(?:.*\\b)?" + pattern,
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /// What stands in a cell.
    ///
    /// @param column its heading is the same in every row
    record Cited(int row, int column, Judged judged) {}

    /// A table.
    record Table(List<String> rows, List<String> columns, List<Cited> cells) {}

    /// The two things that a question wants to be compared, or none.
    static List<String> named(String question) {
        String line = question.strip().replaceAll("[?.!…]+$", "");
        for (Pattern pattern : THINGS) {
            var found = pattern.matcher(line);
            if (found.matches()) {
                return List.of(found.group(1).strip(), found.group(2).strip());
            }
        }
        return List.of();
    }

    /// The question without the words that only ask for a comparison, which no text has.
    static String withoutAsking(String question) {
        String rest = ASKING.matcher(question).replaceAll(" ").strip();
        return rest.codePoints().anyMatch(Character::isLetter) ? rest : question;
    }

    /// @param judged best first
    /// @return a table of two rows or more, or one without rows where there is nothing to compare
    static Table of(Question question, List<Judged> judged) {
        var comparison = new Comparison();
        var things = named(question.text());
        if (things.isEmpty()) {
            comparison.bySource(judged);
        } else {
            comparison.byThing(things, judged);
        }
        return comparison.said.size() < 2
                ? new Table(List.of(), List.of(), List.of())
                : comparison.table(question);
    }

    private void bySource(List<Judged> judged) {
        Map<SourceId, List<Judged>> bySource = new LinkedHashMap<>();
        for (Judged each : judged) {
            var id = each.sentence().hit().source().id();
            var row = bySource.get(id);
            if (row == null && each.signals().speaks()) {
                bySource.put(id, new ArrayList<>(List.of(each)));
            } else if (row != null
                    && each.signals().rank() >= row.getFirst().signals().rank() - CLEARLY_WORSE) {
                row.add(each);
            }
        }
        bySource.values().stream()
                .limit(ROWS)
                .forEach(each -> add(each.getFirst().sentence().hit().source().title(), each));
    }

    private void byThing(List<String> things, List<Judged> judged) {
        for (String thing : things) {
            var others = things.stream().filter(each -> !each.equals(thing)).toList();
            add(
                    thing,
                    judged.stream()
                            .filter(each -> names(each, thing))
                            .filter(each -> others.stream().noneMatch(it -> says(each, it)))
                            .sorted(Comparator.comparing(each -> !says(each, thing)))
                            .toList());
        }
    }

    private void add(String row, List<Judged> sentences) {
        if (!sentences.isEmpty()) {
            rows.add(row);
            said.add(sentences.stream().limit(LOOKED_AT).toList());
        }
    }

    private static boolean says(Judged judged, String thing) {
        String language = judged.sentence().hit().passage().language();
        return Terms.of(judged.sentence().text(), language).containsAll(Terms.of(thing, language));
    }

    /// A sentence of a text about a thing need not name it.
    private static boolean names(Judged judged, String thing) {
        var sentence = judged.sentence();
        String language = sentence.hit().passage().language();
        var around =
                Terms.of(
                        String.join(
                                " ",
                                sentence.text(),
                                sentence.hit().source().title(),
                                Objects.requireNonNullElse(sentence.place().heading(), "")),
                        language);
        return around.containsAll(Terms.of(thing, language));
    }

    /// One sentence for each row, where it has one that fits.
    private record Aspect(List<Cited> cells, double worth) {}

    private Table table(Question question) {
        var aspects = new ArrayList<Aspect>();
        for (Judged first : said.getFirst()) {
            aspects.add(aspect(first));
        }
        aspects.sort(Comparator.comparingDouble(Aspect::worth).reversed());
        var cells = new ArrayList<Cited>();
        var columns = new ArrayList<String>();
        var used = new HashSet<Judged>();
        for (Aspect aspect : aspects) {
            var free =
                    aspect.cells().stream().filter(each -> !used.contains(each.judged())).toList();
            if (columns.size() < COLUMNS && (free.size() > 1 || columns.isEmpty())) {
                int column = columns.size();
                free.forEach(each -> cells.add(new Cited(each.row(), column, each.judged())));
                free.forEach(each -> used.add(each.judged()));
                columns.add(heading(free, question));
            }
        }
        var missing = new ArrayList<Integer>();
        for (int row = 0; row < rows.size(); row++) {
            int at = row;
            if (cells.stream().noneMatch(each -> each.row() == at)) {
                missing.add(row);
            }
        }
        missing.forEach(row -> cells.add(new Cited(row, 0, said.get(row).getFirst())));
        cells.sort(Comparator.comparingInt(Cited::row).thenComparingInt(Cited::column));
        return new Table(rows, columns, cells);
    }

    private Aspect aspect(Judged first) {
        var cells = new ArrayList<Cited>(List.of(new Cited(0, 0, first)));
        double worth = first.signals().rank() / RANK;
        for (int row = 1; row < said.size(); row++) {
            var nearest =
                    said.get(row).stream()
                            .max(Comparator.comparingDouble(each -> near(first, each)))
                            .orElseThrow();
            if (near(first, nearest) >= SAME_ASPECT) {
                cells.add(new Cited(row, 0, nearest));
                worth += near(first, nearest) + nearest.signals().rank() / RANK;
            }
        }
        return new Aspect(cells, worth);
    }

    private static double near(Judged one, Judged other) {
        return ExtractiveAnswerer.dot(one.vector(), other.vector());
    }

    /// The longest word that all cells share and that neither names a row nor was asked.
    private String heading(List<Cited> cells, Question question) {
        if (cells.size() < 2) {
            return "";
        }
        var sentence = cells.getFirst().judged().sentence();
        String language = sentence.hit().passage().language();
        Set<String> shared = new HashSet<>(Terms.of(sentence.text(), language));
        cells.forEach(
                each -> shared.retainAll(Terms.of(each.judged().sentence().text(), language)));
        rows.forEach(row -> shared.removeAll(Terms.of(row, language)));
        shared.removeAll(Terms.of(question.text(), language));
        return Pattern.compile("[^\\p{L}]+")
                .splitAsStream(sentence.text())
                .filter(word -> word.length() >= WORD)
                .filter(word ->
                        shared.containsAll(Terms.of(word, language))
                                && !Terms.of(word, language).isEmpty())
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }
}
