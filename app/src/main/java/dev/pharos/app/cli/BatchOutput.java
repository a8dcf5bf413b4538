package dev.pharos.app.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import dev.pharos.engine.batch.Batch;
import dev.pharos.engine.batch.BatchItem;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.making.MakingStep;
import dev.pharos.engine.work.Job;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// What `batch --json` prints, in the shape of the AI Conspects interface: names with underscores,
/// times in seconds.
final class BatchOutput {
    private BatchOutput() {}

    /// A batch as one object.
    ///
    /// @param status `queued`, `processing`, `paused`, `completed`, `partial`, `failed` or
    ///   `cancelled`
    /// @param queuePosition how many jobs come before its next one; null where one runs, or it is
    ///   over
    /// @param notes only among results
    /// @param relationships only among results
    @JsonNaming(SnakeCaseStrategy.class)
    record Whole(
            String batchId,
            String status,
            String created,
            Progress progress,
            Summary processingSummary,
            @Nullable Integer queuePosition,
            List<Item> items,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Note> notes,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Relationship> relationships) {

        static Whole status(Batch batch) {
            return of(batch, null, null);
        }

        static Whole of(
                Batch batch,
                @Nullable List<Note> notes,
                @Nullable List<Relationship> relationships) {
            return new Whole(
                    batch.id().toString(),
                    batch.status().id(),
                    batch.created().toString(),
                    Progress.of(batch),
                    Summary.of(batch),
                    batch.ahead().orElse(null),
                    batch.items().stream().map(Item::of).toList(),
                    notes,
                    relationships);
        }
    }

    /// How far it is.
    ///
    /// @param currentStep null where it is over
    /// @param completedSteps those with which all sources are through
    /// @param estimatedRemaining in seconds; null while unknown
    @JsonNaming(SnakeCaseStrategy.class)
    record Progress(
            @Nullable String currentStep,
            List<String> completedSteps,
            double progressPercentage,
            @Nullable Double estimatedRemaining) {
        static Progress of(Batch batch) {
            return new Progress(
                    batch.current().map(MakingStep::id).orElse(null),
                    batch.completed().stream().map(MakingStep::id).toList(),
                    Math.round(batch.percent() * 10) / 10.0,
                    batch.remaining().map(JsonOutput::seconds).orElse(null));
        }
    }

    /// How many sources stand how, and what came of them.
    @JsonNaming(SnakeCaseStrategy.class)
    record Summary(
            int sources,
            int completed,
            int failed,
            int cancelled,
            int running,
            int waiting,
            int notes,
            int relationships) {
        static Summary of(Batch batch) {
            return new Summary(
                    batch.items().size(),
                    batch.count(Job.State.DONE),
                    batch.count(Job.State.FAILED),
                    batch.count(Job.State.CANCELLED),
                    batch.count(Job.State.RUNNING),
                    batch.count(Job.State.WAITING) + batch.count(Job.State.PAUSED),
                    batch.items().stream().mapToInt(each -> each.notes().size()).sum(),
                    batch.items().stream().mapToInt(BatchItem::relations).sum());
        }
    }

    /// A source of it.
    ///
    /// @param notes their ids
    @JsonNaming(SnakeCaseStrategy.class)
    record Item(
            String sourceId,
            String title,
            String status,
            @Nullable Integer queuePosition,
            @Nullable Double estimatedRemaining,
            List<Step> steps,
            List<String> notes,
            List<String> notices,
            @Nullable String problem) {
        static Item of(BatchItem item) {
            return new Item(
                    item.source().toString(),
                    item.title(),
                    id(item.state()),
                    item.ahead(),
                    item.remaining().map(JsonOutput::seconds).orElse(null),
                    item.steps().stream().map(Step::of).toList(),
                    item.notes().stream().map(Object::toString).toList(),
                    item.notices().stream().map(ProblemText::of).toList(),
                    item.problem() == null ? null : ProblemText.of(item.problem()));
        }
    }

    /// A step of a source.
    ///
    /// @param status `waiting`, `running`, `done`, `left_out`, `failed` or `cancelled`
    @JsonNaming(SnakeCaseStrategy.class)
    record Step(
            String step,
            String status,
            long done,
            long total,
            @Nullable String started,
            @Nullable String ended,
            @Nullable Double estimatedRemaining,
            @Nullable String problem) {
        static Step of(BatchItem.Step step) {
            var remaining = step.remaining();
            return new Step(
                    step.step().id(),
                    id(step.state()),
                    step.done(),
                    step.total(),
                    JsonOutput.written(step.began()),
                    JsonOutput.written(step.ended()),
                    remaining == null ? null : seconds(remaining),
                    step.problem() == null ? null : ProblemText.of(step.problem()));
        }

        private static double seconds(Duration duration) {
            return JsonOutput.seconds(duration);
        }
    }

    /// A note that was made.
    ///
    /// @param content Markdown
    /// @param summary two or three sentences, `[?]` behind each that is not proved
    /// @param keyPoints marked in the same way
    /// @param relatedTopics titles of what else in the library speaks of the same
    /// @param lines all that it says, with where that stands
    @JsonNaming(SnakeCaseStrategy.class)
    record Note(
            String id,
            String sourceId,
            String title,
            String content,
            String summary,
            List<String> keyPoints,
            List<String> tags,
            Metadata metadata,
            List<Reference> sources,
            List<String> relatedTopics,
            SummaryOutput.Lines lines) {}

    /// What a note tells of itself.
    ///
    /// @param readingTime of the whole source, in seconds
    /// @param wordCount of the whole source
    @JsonNaming(SnakeCaseStrategy.class)
    record Metadata(
            long readingTime,
            double confidence,
            int wordCount,
            String complexityLevel,
            String language) {
        static Metadata of(dev.pharos.engine.summary.Summary summary) {
            return new Metadata(
                    summary.readingTime().toSeconds(),
                    summary.confidence(),
                    summary.words(),
                    summary.complexity().id(),
                    summary.language());
        }
    }

    /// Where a note has its words from.
    ///
    /// @param url of a page; of a source its path
    /// @param type `recording`, `pdf` and so on, or `web`
    /// @param relevance 0 to 1
    /// @param published the day, where a search service knows it
    record Reference(
            String title, String url, String type, double relevance, @Nullable String published) {}

    /// What a note, or what it was made from, has to do with something else.
    ///
    /// @param source its id, which does to `target` what `type` says
    /// @param strength 0 to 1
    /// @param state `suggested` or `accepted`
    /// @param reason in words
    @JsonNaming(SnakeCaseStrategy.class)
    record Relationship(
            String source,
            String sourceTitle,
            String target,
            String targetTitle,
            String type,
            double strength,
            String state,
            String reason) {
        static Relationship of(
                dev.pharos.engine.relationship.Relationship each, Source from, Source to) {
            return new Relationship(
                    from.id().toString(),
                    from.title(),
                    to.id().toString(),
                    to.title(),
                    id(each.type()),
                    each.strength(),
                    id(each.state()),
                    RelationshipOutput.reason(each.reason(), from, to));
        }
    }

    private static String id(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
