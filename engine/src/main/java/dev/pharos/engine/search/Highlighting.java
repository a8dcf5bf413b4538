package dev.pharos.engine.search;

import static dev.pharos.engine.search.WordIndex.EXACT;
import static dev.pharos.engine.search.WordIndex.terms;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Where the words of a query stand in a text: what is marked in a hit. It follows what
/// [WordQueries] looks for.
final class Highlighting {
    private Highlighting() {}

    /// The words in any form, and for those that do not stand there in any, the words that begin
    /// alike, where a beginning was looked for.
    static List<Hit.Range> of(ParsedQuery parsed, String text, String language) {
        var ranges = ranges(parsed, text, language);
        var beginnings = beginnings(parsed, text, Languages.indexed(language));
        if (!beginnings.isEmpty()) {
            collect(
                    Languages.beginnings(Languages.indexed(language)),
                    text,
                    beginnings::contains,
                    ranges);
        }
        return merged(ranges);
    }

    /// The words in any form.
    static List<Hit.Range> said(ParsedQuery parsed, String text, String language) {
        return merged(ranges(parsed, text, language));
    }

    /// Where all words are too common to be asked for, they are marked as they are written.
    private static List<Hit.Range> ranges(ParsedQuery parsed, String text, String language) {
        String asked = String.join(" ", parsed.words());
        var analyzer = Languages.analyzer(Languages.indexed(language));
        var words = Set.copyOf(terms(analyzer, asked));
        var exact = new HashSet<>(terms(Languages.EXACT, String.join(" ", parsed.phrases())));
        if (words.isEmpty() && !parsed.strict()) {
            exact.addAll(terms(Languages.EXACT, asked));
        }
        var prefixes =
                parsed.prefixes().stream()
                        .map(prefix -> Languages.EXACT.normalize(EXACT, prefix).utf8ToString())
                        .toList();
        var ranges = new ArrayList<Hit.Range>();
        if (!words.isEmpty()) {
            collect(analyzer, text, words::contains, ranges);
        }
        if (!exact.isEmpty() || !prefixes.isEmpty()) {
            collect(
                    Languages.EXACT,
                    text,
                    term -> exact.contains(term) || prefixes.stream().anyMatch(term::startsWith),
                    ranges);
        }
        return ranges;
    }

    /// Those of words of which no form stands in the text.
    private static Set<String> beginnings(ParsedQuery parsed, String text, String indexed) {
        var analyzer = Languages.analyzer(indexed);
        var beginnings = new HashSet<String>();
        if (!WordQueries.byBeginning(terms(analyzer, String.join(" ", parsed.words())).size())) {
            return beginnings;
        }
        var said = Set.copyOf(terms(analyzer, text));
        for (String word : parsed.words()) {
            if (terms(analyzer, word).stream().noneMatch(said::contains)) {
                terms(Languages.beginnings(indexed), word).stream()
                        .filter(beginning -> beginning.length() >= Languages.BEGINNING)
                        .forEach(beginnings::add);
            }
        }
        return beginnings;
    }

    private static void collect(
            Analyzer analyzer, String text, Predicate<String> wanted, List<Hit.Range> into) {
        try (var tokens = analyzer.tokenStream(EXACT, text)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            var offset = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (wanted.test(term.toString())) {
                    into.add(new Hit.Range(offset.startOffset(), offset.endOffset()));
                }
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Hit.Range> merged(List<Hit.Range> ranges) {
        ranges.sort(Comparator.comparingInt(Hit.Range::start));
        var merged = new ArrayList<Hit.Range>();
        for (var range : ranges) {
            if (!merged.isEmpty() && range.start() < merged.getLast().end()) {
                var last = merged.removeLast();
                merged.add(new Hit.Range(last.start(), Math.max(last.end(), range.end())));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }
}
