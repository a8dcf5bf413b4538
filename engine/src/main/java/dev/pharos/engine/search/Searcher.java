package dev.pharos.engine.search;

import dev.pharos.engine.library.Passages;
import dev.pharos.engine.library.Passages.Titled;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceFilter;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.Fluency;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.Transcripts;

import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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
    private final Supplier<SearchIndex> index;
    private final Embedder embedder;
    private final Moments moments;
    private final BooleanSupplier meaningComplete;

    /// @param index asked anew for each search, because a rebuild replaces it
    public Searcher(
            Sources sources,
            Passages passages,
            Transcripts transcripts,
            Supplier<SearchIndex> index,
            Embedder embedder,
            BooleanSupplier meaningComplete) {
        this.sources = sources;
        this.passages = passages;
        this.index = index;
        this.embedder = embedder;
        moments = new Moments(transcripts, embedder);
        this.meaningComplete = meaningComplete;
    }

    /// Blocks; milliseconds once warm. A query of filters alone gives the beginning of each source
    /// that passes them; an empty query gives nothing.
    ///
    /// @throws ProblemException `UnreadableQuery`, or `ModelUnavailable` where a search by meaning
    ///   was asked
    public SearchResult search(Query query) throws ProblemException {
        try {
            return searchNow(query);
        } catch (AlreadyClosedException _) {
            return searchNow(query);
        }
    }

    private SearchResult searchNow(Query query) throws ProblemException {
        long start = System.nanoTime();
        var parsed = ParsedQuery.parse(query.text(), ZoneId.systemDefault());
        var within =
                parsed.filter().equals(SourceFilter.ALL) ? null : sources.matching(parsed.filter());
        List<Hit> hits = List.of();
        String didYouMean = null;
        if (parsed.empty()) {
            hits = within == null ? List.of() : beginnings(within, query.limit());
        } else if (within == null || !within.isEmpty()) {
            var corrected = query.mode() == Query.Mode.MEANING ? null : corrected(parsed);
            var asked = corrected == null ? parsed : corrected;
            didYouMean = corrected == null ? null : replaced(query.text(), parsed, corrected);
            hits = hits(asked, query.mode(), find(asked, query.mode(), query.limit(), within));
        }
        return new SearchResult(
                query,
                hits,
                didYouMean,
                meaningComplete.getAsBoolean(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private List<Found> find(
            ParsedQuery parsed, Query.Mode mode, int limit, @Nullable List<SourceId> within)
            throws ProblemException {
        int depth = Math.max(DEPTH, limit);
        var current = index.get();
        var words =
                mode == Query.Mode.MEANING && !parsed.strict()
                        ? List.<Found>of()
                        : current.words()
                                .best(parsed, parsed.strict() ? 10 * depth : depth, within);
        if (mode == Query.Mode.KEYWORD) {
            return words.stream().limit(limit).toList();
        }
        var text = List.of(parsed.text());
        var vector = embedder.embed(text).getFirst();
        int tokens = embedder.countTokens(text)[0];
        var meaning = current.vectors().nearest(vector, depth, within);
        if (parsed.strict()) {
            var allowed = words.stream().map(Found::passage).collect(Collectors.toSet());
            meaning = meaning.stream().filter(each -> allowed.contains(each.passage())).toList();
        }
        return mode == Query.Mode.MEANING
                ? meaning.stream().limit(limit).toList()
                : Fusion.of(words, meaning, Fluency.of(parsed.text(), tokens), limit);
    }

    private @Nullable ParsedQuery corrected(ParsedQuery parsed) {
        var words = index.get().words().corrected(parsed.words());
        return words == null
                ? null
                : new ParsedQuery(words, parsed.phrases(), parsed.prefixes(), parsed.filter());
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
            var first = passages.of(id).stream().findFirst();
            var source = sources.find(id);
            if (first.isPresent() && source.isPresent() && hits.size() < limit) {
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

    private List<Hit> hits(ParsedQuery parsed, Query.Mode mode, List<Found> found)
            throws ProblemException {
        Map<Long, Titled> byId =
                passages.find(found.stream().map(Found::passage).toList()).stream()
                        .collect(
                                Collectors.toMap(
                                        titled -> titled.passage().id(), Function.identity()));
        Map<SourceId, Optional<Source>> known = new HashMap<>();
        var hits = new ArrayList<Hit>();
        for (Found each : found) {
            var titled = byId.get(each.passage());
            if (titled == null) {
                continue;
            }
            var passage = titled.passage();
            known.computeIfAbsent(passage.source(), sources::find)
                    .ifPresent(source ->
                            hits.add(
                                    new Hit(
                                            hits.size() + 1,
                                            each.score(),
                                            source,
                                            passage,
                                            WordIndex.highlights(
                                                    parsed, passage.text(), passage.language()),
                                            passage.place())));
        }
        return moments.narrowed(hits, parsed, mode != Query.Mode.KEYWORD);
    }
}
