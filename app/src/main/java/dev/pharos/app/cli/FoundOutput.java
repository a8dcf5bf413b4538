package dev.pharos.app.cli;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.library.Passage;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.search.Hit;
import dev.pharos.engine.search.SearchResult;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// What `search --json` and `ask --json` print.
final class FoundOutput {
    private FoundOutput() {}

    private static @Nullable String written(@Nullable UUID highlight) {
        return highlight == null ? null : highlight.toString();
    }

    record Found(String query, String mode, long tookMs, List<FoundHit> hits) {
        static Found of(SearchResult result, boolean explain) {
            return new Found(
                    result.query().text(),
                    result.query().mode().name().toLowerCase(Locale.ROOT),
                    result.took().toMillis(),
                    result.hits().stream().map(hit -> FoundHit.of(hit, explain)).toList());
        }
    }

    /// @param shares what the score is the sum of, where that was asked
    /// @param startMs when that sentence of the passage is said which matches best, or null
    record FoundHit(
            int rank,
            double score,
            @JsonInclude(JsonInclude.Include.NON_NULL) Hit.@Nullable Shares shares,
            FoundSource source,
            FoundPassage passage,
            @Nullable Long startMs,
            @Nullable Long endMs) {
        static FoundHit of(Hit hit, boolean explain) {
            return new FoundHit(
                    hit.rank(),
                    hit.score(),
                    explain ? hit.shares() : null,
                    FoundSource.of(hit.source()),
                    FoundPassage.of(hit.passage()),
                    hit.place().startMs(),
                    hit.place().endMs());
        }
    }

    record FoundSource(String id, String kind, String title, String path) {
        static FoundSource of(Source source) {
            return new FoundSource(
                    source.id().toString(),
                    source.kind().id(),
                    source.title(),
                    source.path().toString());
        }
    }

    record FoundPassage(
            long id,
            String text,
            @Nullable Integer page,
            @Nullable String heading,
            @Nullable Integer paragraph,
            @Nullable Long startMs,
            @Nullable Long endMs,
            int startOffset,
            int endOffset,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String highlight) {
        static FoundPassage of(Passage passage) {
            var place = passage.place();
            return new FoundPassage(
                    passage.id(),
                    passage.text(),
                    place.page(),
                    place.heading(),
                    place.paragraph(),
                    place.startMs(),
                    place.endMs(),
                    place.startOffset(),
                    place.endOffset(),
                    written(passage.highlight()));
        }
    }

    record Answered(
            String question,
            String answer,
            boolean supported,
            String model,
            boolean local,
            long tookMs,
            List<Cited> citations,
            int passagesUsed,
            int passagesMeant) {
        /// @param question as it was typed
        static Answered of(String question, Answer answer) {
            var origin = answer.origin();
            return new Answered(
                    question,
                    answer.supported() ? answer.text() : "",
                    answer.supported(),
                    origin.model(),
                    origin.local(),
                    origin.took().toMillis(),
                    answer.citations().stream().map(Cited::of).toList(),
                    origin.passagesUsed(),
                    origin.passagesMeant());
        }
    }

    record Cited(
            int marker,
            String sourceId,
            String title,
            @Nullable Integer page,
            @Nullable Integer paragraph,
            @Nullable Long startMs,
            @Nullable Long endMs,
            int startOffset,
            int endOffset,
            String quote,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String highlight) {
        static Cited of(Citation citation) {
            var place = citation.place();
            return new Cited(
                    citation.marker(),
                    citation.source().toString(),
                    citation.title(),
                    place.page(),
                    place.paragraph(),
                    place.startMs(),
                    place.endMs(),
                    place.startOffset(),
                    place.endOffset(),
                    citation.quote(),
                    written(citation.highlight()));
        }
    }
}
