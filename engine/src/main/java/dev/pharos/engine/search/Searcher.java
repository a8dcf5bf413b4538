package dev.pharos.engine.search;

import dev.pharos.engine.collection.SavedCollection;
import dev.pharos.engine.library.Passage;
import dev.pharos.engine.library.Passages;
import dev.pharos.engine.library.Passages.Titled;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceFilter;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.Fluency;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Fusion.Ranked;
import dev.pharos.engine.search.Hit.Shares;
import dev.pharos.engine.transcription.Transcripts;

import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Answers queries: words by BM25, meaning by vectors, both fused. Safe for use by several threads.
public final class Searcher {
    /// How deep each of the two searches looks before they are fused.
    private static final int DEPTH = 200;

    private final Sources sources;
    private final Passages passages;
    private final Supplier<Means> means;
    private final SentenceFinder sentences;
    private final SourceScope scope;

    /// What one search works with, from its beginning to its end.
    ///
    /// @param embedder its model's vectors are in the index
    /// @param meaningComplete every passage has one
    public record Means(SearchIndex index, Embedder embedder, boolean meaningComplete) {}

    /// The collections that a search line may name.
    public interface Collected {
        List<SavedCollection> all();

        /// What was put into a collection by hand, without what is in the trash.
        List<SourceId> picked(UUID collection);
    }

    /// @param means asked anew for each search, because a rebuild replaces the index and another
    ///   model the embedder
    public Searcher(
            Sources sources,
            Passages passages,
            Transcripts transcripts,
            Collected collections,
            Supplier<Means> means) {
        this.sources = sources;
        this.passages = passages;
        this.means = means;
        sentences = new SentenceFinder(transcripts);
        scope = new SourceScope(sources, collections, this::saying);
    }

    /// Blocks; milliseconds once warm. A query of filters alone gives the beginning of each source
    /// that passes them; an empty query gives nothing. Where the model cannot be used, a search by
    /// words and meaning is one by words, and the result says why.
    ///
    /// @throws ProblemException `UnreadableQuery`, `UnknownCollection`, `CircularCollection`;
    ///   `ModelUnavailable` or `EmbedderMissing` where a search by meaning alone was asked
    public SearchResult search(Query query) throws ProblemException {
        return search(query, null);
    }

    /// The same among some sources only.
    ///
    /// @param among null for all
    public SearchResult search(Query query, @Nullable Collection<SourceId> among)
            throws ProblemException {
        try {
            return search(query, among, means.get());
        } catch (AlreadyClosedException _) {
            return search(query, among, means.get());
        }
    }

    /// A passage and how near it is: a cosine, or how well it fits by words.
    public record Near(long passage, double score) {}

    /// The passages nearest to a unit-length vector of the model that is searched with.
    public List<Near> nearest(float[] vector, int limit) {
        return near(
                now -> now.index().vectors(now.embedder().model()).nearest(vector, limit, null));
    }

    /// The passages that fit some words best.
    public List<Near> saying(List<String> words, int limit) {
        var asked = new ParsedQuery(words, List.of(), List.of(), List.of(), SourceFilter.ALL);
        return near(now -> now.index().words().best(asked, limit, null));
    }

    /// In how many passages of a language a word stands in any form.
    public int frequency(String word, String language) {
        return again(now -> now.index().words().frequency(word, language));
    }

    private List<Near> near(Function<Means, List<Found>> search) {
        return again(search).stream().map(each -> new Near(each.passage(), each.score())).toList();
    }

    /// What is asked while an index takes the place of another one is asked twice.
    private <T> T again(Function<Means, T> search) {
        try {
            return search.apply(means.get());
        } catch (AlreadyClosedException _) {
            return search.apply(means.get());
        }
    }

    /// The sources that pass all filters of a search line and say all its words, phrases and
    /// prefixes, each anywhere in them; the last import first. Nothing where it asks for nothing.
    ///
    /// @param of the collection whose search it is
    /// @throws ProblemException `UnreadableQuery`; `UnknownCollection`; `CircularCollection` where
    ///   it names a collection that leads back to `of`
    public List<SourceId> sources(String query, UUID of) throws ProblemException {
        return scope.sources(ParsedQuery.parse(query, ZoneId.systemDefault()), of);
    }

    private Set<SourceId> saying(ParsedQuery parsed) {
        return again(now -> now.index().words().saying(parsed));
    }

    private SearchResult search(Query query, @Nullable Collection<SourceId> among, Means means)
            throws ProblemException {
        long start = System.nanoTime();
        var parsed = ParsedQuery.parse(query.text(), ZoneId.systemDefault());
        var within = scope.within(parsed, among);
        List<Hit> hits = List.of();
        String didYouMean = null;
        Problem wordsOnly = null;
        if (parsed.empty()) {
            hits =
                    within == null || query.text().isBlank()
                            ? List.of()
                            : beginnings(within, query.limit());
        } else if (within == null || !within.isEmpty()) {
            var corrected = query.mode() == Query.Mode.MEANING ? null : corrected(parsed, means);
            var asked = corrected == null ? parsed : corrected;
            didYouMean = corrected == null ? null : replaced(query.text(), parsed, corrected);
            var lookup = new Lookup(asked, query.limit(), within);
            try {
                hits = hits(lookup, query.mode(), means);
            } catch (ProblemException e) {
                if (query.mode() != Query.Mode.HYBRID) {
                    throw e;
                }
                wordsOnly = e.problem();
                hits = hits(lookup, Query.Mode.KEYWORD, means);
            }
        }
        return new SearchResult(
                query,
                hits,
                didYouMean,
                means.meaningComplete(),
                wordsOnly,
                Duration.ofNanos(System.nanoTime() - start));
    }

    /// What is looked for.
    private record Lookup(ParsedQuery parsed, int limit, @Nullable List<SourceId> within) {}

    private List<Ranked> find(Lookup lookup, Query.Mode mode, Means means) throws ProblemException {
        var parsed = lookup.parsed();
        int limit = lookup.limit();
        int depth = Math.max(DEPTH, limit);
        var words =
                mode == Query.Mode.MEANING && !parsed.strict()
                        ? List.<Found>of()
                        : means.index()
                                .words()
                                .best(
                                        parsed,
                                        parsed.strict() ? 10 * depth : depth,
                                        lookup.within());
        if (mode == Query.Mode.KEYWORD) {
            return ranked(words, limit, score -> new Shares(score, 0, 0, 0));
        }
        var embedder = means.embedder();
        var vector = embedder.embedQuery(parsed.text());
        int tokens = embedder.countTokens(List.of(parsed.text()))[0];
        var meaning =
                means.index().vectors(embedder.model()).nearest(vector, depth, lookup.within());
        if (parsed.strict()) {
            var allowed = words.stream().map(Found::passage).collect(Collectors.toSet());
            meaning = meaning.stream().filter(each -> allowed.contains(each.passage())).toList();
        }
        if (mode == Query.Mode.MEANING) {
            return ranked(meaning, limit, score -> new Shares(0, score, 0, 0));
        }
        var whole = means.index().words().sayingAll(parsed, words);
        double fluency = Fluency.of(parsed.text(), tokens);
        return Fusion.of(words, whole, meaning, fluency, Math.max(limit, Beside.POOL));
    }

    private static List<Ranked> ranked(
            List<Found> found, int limit, DoubleFunction<Shares> shares) {
        return found.stream()
                .limit(limit)
                .map(each -> new Ranked(each.passage(), shares.apply(each.score())))
                .toList();
    }

    /// Whether a better hit has all that a highlight has; one with its reader's own words has more.
    private static boolean says(Passage better, Passage highlight) {
        var place = highlight.place();
        return better.source().equals(highlight.source())
                && highlight.text().length() == place.endOffset() - place.startOffset()
                && better.place().startOffset() <= place.startOffset()
                && better.place().endOffset() >= place.endOffset();
    }

    private static @Nullable ParsedQuery corrected(ParsedQuery parsed, Means means) {
        var words = means.index().words().corrected(parsed.words());
        return words == null
                ? null
                : new ParsedQuery(
                        words,
                        parsed.phrases(),
                        parsed.prefixes(),
                        parsed.collections(),
                        parsed.filter());
    }

    private static String replaced(String text, ParsedQuery typed, ParsedQuery corrected) {
        String result = text;
        for (int i = 0; i < typed.words().size(); i++) {
            String word = typed.words().get(i);
            if (!word.equals(corrected.words().get(i))) {
                result =
                        Pattern.compile("(?<!\\S)" + Pattern.quote(word) + "(?!\\S)")
                                .matcher(result)
                                .replaceAll(Matcher.quoteReplacement(corrected.words().get(i)));
            }
        }
        return result;
    }

    private List<Hit> beginnings(List<SourceId> within, int limit) {
        var hits = new ArrayList<Hit>();
        for (SourceId id : within) {
            if (hits.size() == limit) {
                break;
            }
            var first = passages.first(id);
            var source = first.flatMap(_ -> sources.find(id));
            if (first.isPresent() && source.isPresent()) {
                hits.add(
                        new Hit(
                                hits.size() + 1,
                                0,
                                source.get(),
                                first.get(),
                                List.of(),
                                first.get().place()));
            }
        }
        return hits;
    }

    private List<Hit> hits(Lookup lookup, Query.Mode mode, Means means) throws ProblemException {
        var parsed = lookup.parsed();
        var found = find(lookup, mode, means);
        Map<Long, Titled> byId =
                passages.find(found.stream().map(Ranked::passage).toList()).stream()
                        .collect(
                                Collectors.toMap(
                                        titled -> titled.passage().id(), Function.identity()));
        if (mode == Query.Mode.HYBRID) {
            found = Beside.raised(found, byId);
        }
        Map<SourceId, Optional<Source>> known = new HashMap<>();
        var hits = new ArrayList<Hit>();
        for (Ranked each : found) {
            var titled = byId.get(each.passage());
            if (titled == null || hits.size() == lookup.limit()) {
                continue;
            }
            var passage = titled.passage();
            if (passage.highlight() != null
                    && hits.stream().anyMatch(hit -> says(hit.passage(), passage))) {
                continue;
            }
            known.computeIfAbsent(passage.source(), sources::find)
                    .ifPresent(source ->
                            hits.add(
                                    new Hit(
                                            hits.size() + 1,
                                            each.shares().sum(),
                                            each.shares(),
                                            source,
                                            passage,
                                            Highlighting.of(
                                                    parsed, passage.text(), passage.language()),
                                            passage.place())));
        }
        return sentences.narrowed(
                hits, parsed, mode == Query.Mode.KEYWORD ? null : means.embedder());
    }
}
