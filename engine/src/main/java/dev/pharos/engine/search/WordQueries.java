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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;

/// What is asked of a [WordIndex]. Pure functions of a query and the languages of an index.
final class WordQueries {
    /// The share of a word's beginning in its score, the rest being its stem's: what a stemmer
    /// takes for different words often begins alike, in languages with many endings above all
    /// (docs/decisions/0031-ranking.md).
    private static final float BEGINNING = 0.35f;

    /// In a query of fewer words a beginning alone is not enough: who asks for a lighthouse does
    /// not ask for every light.
    private static final int MANY = 3;

    private WordQueries() {}

    /// Scored by BM25; words may be missing, phrases and prefixes may not.
    static Query any(ParsedQuery parsed, IndexReader reader) {
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
    static Query all(ParsedQuery parsed, IndexReader reader) {
        var all = new BooleanQuery.Builder();
        if (!parsed.words().isEmpty()) {
            all.add(new DisjunctionMaxQuery(readings(parsed, reader, true), 0), Occur.MUST);
        }
        strict(parsed, each -> all.add(each, Occur.MUST));
        return all.build();
    }

    /// Each language's understanding of the words. Where one takes all of them for too common to be
    /// asked for, they are looked for as they are written.
    private static List<Query> readings(ParsedQuery parsed, IndexReader reader, boolean every) {
        String words = String.join(" ", parsed.words());
        var readings = new ArrayList<Query>();
        for (String language : languages(reader)) {
            var stems = terms(Languages.analyzer(language), words);
            boolean common = stems.isEmpty();
            String field = common ? EXACT : TEXT + language;
            var asked = common ? terms(Languages.EXACT, words) : stems;
            var beginnings = terms(Languages.beginnings(language), words);
            readings.add(
                    every
                            ? everyOf(field, asked)
                            : new BooleanQuery.Builder()
                                    .add(
                                            new BoostQuery(anyOf(field, asked), 1 - BEGINNING),
                                            asked.size() < MANY ? Occur.MUST : Occur.SHOULD)
                                    .add(
                                            new BoostQuery(
                                                    anyOf(START + language, beginnings), BEGINNING),
                                            Occur.SHOULD)
                                    .build());
        }
        return readings;
    }

    /// A word that is asked twice counts twice.
    private static Query anyOf(String field, List<String> terms) {
        var asked = new LinkedHashMap<String, Integer>();
        terms.forEach(term -> asked.merge(term, 1, Integer::sum));
        var any = new BooleanQuery.Builder();
        asked.forEach((term, times) ->
                any.add(new BoostQuery(new TermQuery(new Term(field, term)), times), Occur.SHOULD));
        return any.build();
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
