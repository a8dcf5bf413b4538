package dev.pharos.engine.search;

import static java.util.stream.Collectors.toUnmodifiableMap;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.StopwordAnalyzerBase;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// How each language's words are brought to the form in which they are compared: Lucene's analyzer
/// of that language, with its stop words and stemmer.
final class Languages {

    /// Words as they are written, only lower-cased and without accents: for phrases, prefixes and
    /// spelling, and for languages without an analyzer of their own.
    static final Analyzer EXACT =
            new Analyzer() {
                @Override
                protected TokenStreamComponents createComponents(String field) {
                    var tokenizer = new StandardTokenizer();
                    return new TokenStreamComponents(
                            tokenizer, new ASCIIFoldingFilter(new LowerCaseFilter(tokenizer)));
                }

                @Override
                protected TokenStream normalize(String field, TokenStream in) {
                    return new ASCIIFoldingFilter(new LowerCaseFilter(in));
                }
            };

    private static final String CJK = "cjk";
    private static final Map<String, Analyzer> STEMMING =
            Map.of(
                    "en",
                    new EnglishAnalyzer(english()),
                    "ru",
                    new RussianAnalyzer(),
                    "de",
                    new GermanAnalyzer(),
                    "fr",
                    new FrenchAnalyzer(),
                    "es",
                    new SpanishAnalyzer(),
                    "it",
                    new ItalianAnalyzer(),
                    "pt",
                    new PortugueseAnalyzer(),
                    "nl",
                    new DutchAnalyzer(),
                    CJK,
                    new CJKAnalyzer());
    private static final Set<String> IDEOGRAPHIC = Set.of("zh", "ja", "ko");

    /// In letters; shorter words are whole.
    static final int BEGINNING = 5;

    private static final Map<String, Analyzer> BEGINNINGS =
            STEMMING.entrySet().stream()
                    .collect(toUnmodifiableMap(Map.Entry::getKey, e -> beginning(e.getValue())));
    private static final Analyzer ANY_BEGINNING = beginning(EXACT);

    private Languages() {}

    /// The first letters of words as they are written, without the stop words of a language.
    private static Analyzer beginning(Analyzer language) {
        var stop =
                language instanceof StopwordAnalyzerBase known
                        ? known.getStopwordSet()
                        : CharArraySet.EMPTY_SET;
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var tokenizer = new StandardTokenizer();
                var words = new StopFilter(new LowerCaseFilter(tokenizer), stop);
                return new TokenStreamComponents(
                        tokenizer,
                        new TruncateTokenFilter(new ASCIIFoldingFilter(words), BEGINNING));
            }
        };
    }

    /// Lucene's own English list has 33 words; in the questions that people ask, Snowball's 174 are
    /// better left out.
    private static CharArraySet english() {
        try (var words = SnowballFilter.class.getResourceAsStream("english_stop.txt")) {
            return WordlistLoader.getSnowballWordSet(Objects.requireNonNull(words));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The name under which a language's words are indexed: itself, `cjk`, or `und` for all others.
    static String indexed(String language) {
        if (IDEOGRAPHIC.contains(language)) {
            return CJK;
        }
        return STEMMING.containsKey(language) ? language : "und";
    }

    static Analyzer analyzer(String indexedLanguage) {
        return STEMMING.getOrDefault(indexedLanguage, EXACT);
    }

    /// How the beginnings of a language's words are found.
    static Analyzer beginnings(String indexedLanguage) {
        return BEGINNINGS.getOrDefault(indexedLanguage, ANY_BEGINNING);
    }
}
