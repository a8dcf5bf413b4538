package dev.pharos.engine.search;

import static java.util.stream.Collectors.toSet;

import dev.pharos.engine.library.Passage;
import dev.pharos.engine.library.Passages.Titled;
import dev.pharos.engine.library.SourceId;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The words of all passages, ranked by BM25 (Robertson and Zaragoza, 2009, as Lucene computes it).
/// Each passage is analysed in its own language; a query is analysed in every language that the
/// index holds, and the best reading counts. Title and headings are part of what is searched, and
/// count more than the text under them (docs/decisions/0031-ranking.md).
final class WordIndex extends PassageIndex {
    private static final String FORMAT = "words-2";

    /// What stands for a language's words in their stems.
    static final String TEXT = "text_";

    /// What stands for the beginnings of a language's words.
    static final String START = "start_";

    /// Words as they are written.
    static final String EXACT = "exact";

    /// A word of the title counts so often, as one of a heading and of the text.
    private static final int TITLE = 3;

    private static final int HEADING = 2;
    private static final Pattern CODE = Pattern.compile("\\p{N}|\\p{Ll}\\p{Lu}");
    private static final FieldType COUNTED = new FieldType(TextField.TYPE_NOT_STORED);

    /// A page that is pasted as a query has a thousand different words, in each language.
    private static final int CLAUSES = 1 << 16;

    static {
        IndexSearcher.setMaxClauseCount(CLAUSES);
        COUNTED.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        COUNTED.freeze();
    }

    private static final Sort BEST_FIRST =
            new Sort(
                    SortField.FIELD_SCORE,
                    LongField.newSortField(ID, false, SortedNumericSelector.Type.MIN));

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
                if (field.startsWith(TEXT)) {
                    return Languages.analyzer(field.substring(TEXT.length()));
                }
                return field.startsWith(START)
                        ? Languages.beginnings(field.substring(START.length()))
                        : Languages.EXACT;
            }
        };
    }

    void add(List<Titled> passages) {
        long[] ids = passages.stream().mapToLong(titled -> titled.passage().id()).toArray();
        addDocuments(ids, passages.stream().map(WordIndex::document).toList());
    }

    private static Document document(Titled titled) {
        Passage passage = titled.passage();
        var document = document(passage.id(), passage.source());
        String language = Languages.indexed(passage.language());
        add(titled, 1, 1, text -> new TextField(EXACT, text, Field.Store.NO), document);
        add(
                titled,
                TITLE,
                HEADING,
                text -> new TextField(TEXT + language, text, Field.Store.NO),
                document);
        add(titled, TITLE, HEADING, text -> new Field(START + language, text, COUNTED), document);
        return document;
    }

    private static void add(
            Titled titled,
            int titles,
            int headings,
            Function<String, Field> field,
            Document document) {
        Collections.nCopies(titles, titled.title())
                .forEach(title -> document.add(field.apply(title)));
        String heading = titled.passage().place().heading();
        if (heading != null) {
            Collections.nCopies(headings, heading).forEach(each -> document.add(field.apply(each)));
        }
        document.add(field.apply(titled.passage().text()));
    }

    /// The passages that answer best, by BM25 score; of equal ones the first of the library,
    /// however the index came about.
    List<Found> best(ParsedQuery parsed, int limit, @Nullable Collection<SourceId> sources) {
        return search(searcher -> {
            var query = within(WordQueries.any(parsed, searcher.getIndexReader()), sources);
            return best(searcher, query, limit);
        });
    }

    private static List<Found> best(IndexSearcher searcher, Query query, int limit)
            throws IOException {
        return Arrays.stream(searcher.search(query, limit, BEST_FIRST).scoreDocs)
                .map(doc -> ((FieldDoc) doc).fields)
                .map(fields -> new Found((Long) fields[1], (Float) fields[0]))
                .toList();
    }

    /// Which of some passages say everything that is looked for, in any form; none where that means
    /// nothing, as for a single common word.
    Set<Long> sayingAll(ParsedQuery parsed, List<Found> of) {
        return search(searcher -> {
            var reader = searcher.getIndexReader();
            if (of.isEmpty() || !WordQueries.telling(parsed, reader)) {
                return Set.of();
            }
            long[] ids = of.stream().mapToLong(Found::passage).toArray();
            var query =
                    new BooleanQuery.Builder()
                            .add(LongField.newSetQuery(ID, ids), Occur.FILTER)
                            .add(WordQueries.all(parsed, reader), Occur.FILTER)
                            .build();
            var saying = found(searcher, searcher.search(query, ids.length).scoreDocs);
            return saying.stream().map(Found::passage).collect(toSet());
        });
    }

    /// The sources that say all that is looked for, each word, phrase and prefix anywhere in them.
    Set<SourceId> saying(ParsedQuery parsed) {
        return search(searcher -> {
            Set<SourceId> all = null;
            for (Query each : WordQueries.parts(parsed, searcher.getIndexReader())) {
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
        for (String language : WordQueries.languages(reader)) {
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

    /// In how many passages of a language a word stands in any form.
    int frequency(String word, String language) {
        String indexed = Languages.indexed(language);
        return search(searcher -> {
            int most = 0;
            for (String term : terms(Languages.analyzer(indexed), word)) {
                most =
                        Math.max(
                                most,
                                searcher.getIndexReader().docFreq(new Term(TEXT + indexed, term)));
            }
            return most;
        });
    }

    /// A number or a code is what was meant: 1939 is no other way to write 1938.
    private String nearest(String word, IndexReader reader) throws IOException {
        var terms = terms(Languages.EXACT, word);
        if (terms.size() != 1 || CODE.matcher(word).find()) {
            return word;
        }
        var term = new Term(EXACT, terms.getFirst());
        var found = speller.suggestSimilar(term, 1, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
        return found.length == 0 ? word : found[0].string;
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
