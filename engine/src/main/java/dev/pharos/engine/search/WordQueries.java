package dev.pharos.engine.search;

import static dev.pharos.engine.search.WordIndex.EXACT;
import static dev.pharos.engine.search.WordIndex.START;
import static dev.pharos.engine.search.WordIndex.TEXT;
import static dev.pharos.engine.search.WordIndex.terms;

import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// What is asked of a [WordIndex]. Pure functions of a query and the languages of an index.
final class WordQueries {
    /// The share of a word's beginning in its score, the rest being its stem's: what a stemmer
    /// takes for different words often begins alike, in languages with many endings above all
    /// (docs/decisions/0031-ranking.md).
    private static final float BEGINNING = 0.25f;

    /// In a query of fewer words a beginning alone is not enough: who asks for a lighthouse does
    /// not ask for every light.
    private static final int MANY = 3;

    private static final Pattern CODE = Pattern.compile("\\p{N}|\\p{L}\\p{Lu}");

    private WordQueries() {}

    /// Scored by BM25; words may be missing, phrases and prefixes may not.
    static Query any(ParsedQuery parsed, IndexReader reader) throws IOException {
        var all = new BooleanQuery.Builder();
        if (!parsed.words().isEmpty()) {
            all.add(
                    new DisjunctionMaxQuery(readings(parsed, reader, false), 0),
                    parsed.strict() ? Occur.SHOULD : Occur.MUST);
        }
        strict(parsed, each -> all.add(each, Occur.MUST));
        if (parsed.empty()) {
            all.add(new MatchAllDocsQuery(), Occur.MUST);
        }
        return all.build();
    }

    /// The same for passages that say everything.
    static Query all(ParsedQuery parsed, IndexReader reader) throws IOException {
        var all = new BooleanQuery.Builder();
        if (!parsed.words().isEmpty()) {
            all.add(new DisjunctionMaxQuery(readings(parsed, reader, true), 0), Occur.MUST);
        }
        strict(parsed, each -> all.add(each, Occur.MUST));
        return all.build();
    }

    /// Each language's understanding of the words. Where all take them for too common to be asked
    /// for, they are looked for as they are written.
    private static List<Query> readings(ParsedQuery parsed, IndexReader reader, boolean every)
            throws IOException {
        String words = String.join(" ", parsed.words());
        boolean common = !said(words, reader);
        var readings = new ArrayList<Query>();
        for (String language : languages(reader)) {
            String field = common ? EXACT : TEXT + language;
            var asked = terms(common ? Languages.EXACT : Languages.analyzer(language), words);
            var beginnings = terms(Languages.beginnings(language), words);
            readings.add(
                    every
                            ? everyOf(field, asked)
                            : reading(
                                    anyOf(field, asked, 1 - BEGINNING),
                                    anyOf(START + language, beginnings, BEGINNING),
                                    asked.size()));
        }
        return readings;
    }

    /// Whether a language of the index has one of the words and does not pass it over.
    private static boolean said(String words, IndexReader reader) throws IOException {
        for (String language : languages(reader)) {
            for (String stem : terms(Languages.analyzer(language), words)) {
                if (reader.docFreq(new Term(TEXT + language, stem)) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether it means something that a passage says all of a query: it asks for a phrase, a code
    /// or a name as `E1207` and `iPhone`, or for two words that are not too common.
    static boolean telling(ParsedQuery parsed, IndexReader reader) {
        String words = String.join(" ", parsed.words());
        return parsed.strict()
                || CODE.matcher(words).find()
                || languages(reader).stream()
                                .map(each -> Set.copyOf(terms(Languages.analyzer(each), words)))
                                .mapToInt(Set::size)
                                .filter(stems -> stems > 0)
                                .min()
                                .orElse(0)
                        > 1;
    }

    /// Whether a word may be found by its beginning alone.
    ///
    /// @param asked so many words are
    static boolean byBeginning(int asked) {
        return asked >= MANY;
    }

    /// One flat query where that is possible, because Lucene skips what cannot be among the best
    /// only there.
    private static Query reading(List<Query> words, List<Query> beginnings, int asked) {
        var reading = new BooleanQuery.Builder();
        beginnings.forEach(each -> reading.add(each, Occur.SHOULD));
        if (!byBeginning(asked)) {
            var any = new BooleanQuery.Builder();
            words.forEach(each -> any.add(each, Occur.SHOULD));
            reading.add(any.build(), Occur.MUST);
        } else {
            words.forEach(each -> reading.add(each, Occur.SHOULD));
        }
        return reading.build();
    }

    /// A word that is asked twice counts twice.
    private static List<Query> anyOf(String field, List<String> terms, float weight) {
        var asked = new LinkedHashMap<String, Integer>();
        terms.forEach(term -> asked.merge(term, 1, Integer::sum));
        var any = new ArrayList<Query>();
        asked.forEach((term, times) ->
                any.add(new BoostQuery(new TermQuery(new Term(field, term)), weight * times)));
        return any;
    }

    private static Query everyOf(String field, List<String> terms) {
        var every = new BooleanQuery.Builder();
        new LinkedHashSet<>(terms)
                .forEach(term -> every.add(new TermQuery(new Term(field, term)), Occur.MUST));
        return every.build();
    }

    /// What a source has to say, each somewhere in it.
    static List<Query> parts(ParsedQuery parsed, IndexReader reader) {
        var parts = new ArrayList<Query>();
        for (String word : parsed.words()) {
            var readings = new BooleanQuery.Builder();
            boolean said = true;
            for (String language : languages(reader)) {
                var terms = terms(Languages.analyzer(language), word);
                readings.add(everyOf(TEXT + language, terms), Occur.SHOULD);
                said &= !terms.isEmpty();
            }
            if (said) {
                parts.add(readings.build());
            }
        }
        strict(parsed, parts::add);
        return parts;
    }

    private static void strict(ParsedQuery parsed, Consumer<Query> into) {
        for (String phrase : parsed.phrases()) {
            var terms = terms(Languages.EXACT, phrase);
            into.accept(new PhraseQuery(EXACT, terms.toArray(String[]::new)));
        }
        for (String prefix : parsed.prefixes()) {
            var normal = Languages.EXACT.normalize(EXACT, prefix);
            into.accept(new PrefixQuery(new Term(EXACT, normal)));
        }
    }

    static List<String> languages(IndexReader reader) {
        return FieldInfos.getIndexedFields(reader).stream()
                .filter(field -> field.startsWith(TEXT))
                .map(field -> field.substring(TEXT.length()))
                .sorted()
                .toList();
    }
}
