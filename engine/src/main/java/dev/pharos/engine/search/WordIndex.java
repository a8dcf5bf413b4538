package dev.pharos.engine.search;

import dev.pharos.engine.library.Passage;
import dev.pharos.engine.library.Passages.Titled;
import dev.pharos.engine.library.SourceId;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
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
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The words of all passages, ranked by BM25 (Robertson and Zaragoza, 2009, as Lucene computes it).
/// Each passage is analysed in its own language; a query is analysed in every language that the
/// index holds, and the best reading counts. Title and headings are part of what is searched.
final class WordIndex extends PassageIndex {
    private static final String FORMAT = "words-1";
    private static final String TEXT = "text_";
    private static final String EXACT = "exact";

    private final DirectSpellChecker speller = new DirectSpellChecker();

    WordIndex(Path folder, boolean readOnly) {
        super(
                folder.resolve("words"),
                readOnly,
                perField(),
                Codec.getDefault(),
                FORMAT,
                new SearcherFactory());
        speller.setMinQueryLength(4);
    }

    private static Analyzer perField() {
        return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                return field.startsWith(TEXT)
                        ? Languages.analyzer(field.substring(TEXT.length()))
                        : Languages.EXACT;
            }
        };
    }

    void add(List<Titled> passages) {
        addDocuments(passages.stream().map(WordIndex::document).toList());
    }

    private static Document document(Titled titled) {
        Passage passage = titled.passage();
        var document = document(passage.id(), passage.source());
        String heading = passage.place().heading();
        String text = TEXT + Languages.indexed(passage.language());
        for (String field : List.of(text, EXACT)) {
            document.add(new TextField(field, titled.title(), Field.Store.NO));
            if (heading != null) {
                document.add(new TextField(field, heading, Field.Store.NO));
            }
            document.add(new TextField(field, passage.text(), Field.Store.NO));
        }
        return document;
    }

    /// The passages that answer best, by BM25 score.
    List<Found> best(ParsedQuery parsed, int limit, @Nullable Collection<SourceId> sources) {
        return search(searcher -> {
            var query = within(query(parsed, searcher.getIndexReader()), sources);
            return found(searcher, searcher.search(query, limit).scoreDocs);
        });
    }

    /// The sources that say all that is looked for, each word, phrase and prefix anywhere in them.
    Set<SourceId> saying(ParsedQuery parsed) {
        return search(searcher -> {
            Set<SourceId> all = null;
            for (Query each : parts(parsed, searcher.getIndexReader())) {
                var found = sources(searcher, each);
                if (all == null) {
                    all = found;
                } else {
                    all.retainAll(found);
                }
            }
            return all == null ? Set.of() : all;
        });
    }

    private static List<Query> parts(ParsedQuery parsed, IndexReader reader) {
        var parts = new ArrayList<Query>();
        for (String word : parsed.words()) {
            var readings = new BooleanQuery.Builder();
            boolean said = true;
            for (String language : languages(reader)) {
                var every = new BooleanQuery.Builder();
                var terms = terms(Languages.analyzer(language), word);
                terms.forEach(term ->
                        every.add(new TermQuery(new Term(TEXT + language, term)), Occur.MUST));
                readings.add(every.build(), Occur.SHOULD);
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

    private static Query query(ParsedQuery parsed, IndexReader reader) {
        var all = new BooleanQuery.Builder();
        String words = String.join(" ", parsed.words());
        var readings = new ArrayList<Query>();
        for (String language : languages(reader)) {
            readings.add(anyOf(TEXT + language, terms(Languages.analyzer(language), words)));
        }
        if (!parsed.words().isEmpty()) {
            var best = new DisjunctionMaxQuery(readings, 0);
            all.add(best, parsed.strict() ? Occur.SHOULD : Occur.MUST);
        }
        strict(parsed, each -> all.add(each, Occur.MUST));
        if (parsed.empty()) {
            all.add(new MatchAllDocsQuery(), Occur.MUST);
        }
        return all.build();
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

    private static List<String> languages(IndexReader reader) {
        return FieldInfos.getIndexedFields(reader).stream()
                .filter(field -> field.startsWith(TEXT))
                .map(field -> field.substring(TEXT.length()))
                .sorted()
                .toList();
    }

    /// The query's words with those that no passage has replaced by the nearest that one has; null
    /// where every word is known or nothing is near.
    @Nullable List<String> corrected(List<String> words) {
        List<String> corrected =
                search(searcher -> {
                    var reader = searcher.getIndexReader();
                    var nearest = new ArrayList<String>();
                    for (String word : words) {
                        nearest.add(known(word, reader) ? word : nearest(word, reader));
                    }
                    return nearest;
                });
        return corrected.equals(words) ? null : corrected;
    }

    private static boolean known(String word, IndexReader reader) throws IOException {
        for (String language : languages(reader)) {
            var terms = terms(Languages.analyzer(language), word);
            if (terms.isEmpty()) {
                return true;
            }
            for (String term : terms) {
                if (reader.docFreq(new Term(TEXT + language, term)) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private String nearest(String word, IndexReader reader) throws IOException {
        var terms = terms(Languages.EXACT, word);
        if (terms.size() != 1) {
            return word;
        }
        var term = new Term(EXACT, terms.getFirst());
        var found = speller.suggestSimilar(term, 1, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
        return found.length == 0 ? word : found[0].string;
    }

    /// Where the query's words, in any form, stand in a text.
    static List<Hit.Range> highlights(ParsedQuery parsed, String text, String language) {
        var analyzer = Languages.analyzer(Languages.indexed(language));
        var words = Set.copyOf(terms(analyzer, String.join(" ", parsed.words())));
        var exact = Set.copyOf(terms(Languages.EXACT, String.join(" ", parsed.phrases())));
        var prefixes =
                parsed.prefixes().stream()
                        .map(prefix -> Languages.EXACT.normalize(EXACT, prefix).utf8ToString())
                        .toList();
        var ranges = new ArrayList<Hit.Range>();
        if (!words.isEmpty()) {
            collect(analyzer, text, words::contains, ranges);
        }
        if (parsed.strict()) {
            collect(
                    Languages.EXACT,
                    text,
                    term -> exact.contains(term) || prefixes.stream().anyMatch(term::startsWith),
                    ranges);
        }
        return merged(ranges);
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

    /// The terms that an analyzer makes of a text, in order.
    static List<String> terms(Analyzer analyzer, String text) {
        try (var tokens = analyzer.tokenStream(EXACT, text)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            var terms = new ArrayList<String>();
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
