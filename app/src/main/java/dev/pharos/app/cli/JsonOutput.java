package dev.pharos.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.library.ImportResult;
import dev.pharos.engine.library.ImportSummary;
import dev.pharos.engine.library.Passage;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.meaning.Embedders;
import dev.pharos.engine.meaning.EmbeddingChoice;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.recording.Recorder.Recorded;
import dev.pharos.engine.search.Hit;
import dev.pharos.engine.search.SearchResult;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.TranscriptFormat;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.work.Job;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// The shapes that `--json` prints, in the order of their members. They are a contract with other
/// programs (`docs/cli.md`): a member may be added, none is renamed or removed.
final class JsonOutput {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private JsonOutput() {}

    static String line(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param embedded passages that have a vector of `next`
    /// @param available the ids of all models on this machine that a library can be searched with
    /// @param problem in words, or null
    /// @param device on which vectors were made since the library was opened, or null
    record Embedding(
            String current,
            @Nullable String next,
            int embedded,
            int total,
            @Nullable String previous,
            List<String> available,
            @Nullable String problem,
            @Nullable String device) {
        static Embedding of(EmbeddingChoice.State state, Embedders embedders) {
            return new Embedding(
                    state.current().id(),
                    state.next() == null ? null : state.next().id(),
                    state.embedded(),
                    state.total(),
                    state.previous() == null ? null : state.previous().id(),
                    embedders.available().stream().map(EmbeddingModel::id).toList(),
                    state.problem() == null ? null : ProblemText.of(state.problem()),
                    state.device() == null ? null : state.device().name());
        }

        boolean usable() {
            return available.contains(current);
        }
    }

    record Found(String query, String mode, long tookMs, List<FoundHit> hits) {
        static Found of(SearchResult result) {
            return new Found(
                    result.query().text(),
                    result.query().mode().name().toLowerCase(Locale.ROOT),
                    result.took().toMillis(),
                    result.hits().stream().map(FoundHit::of).toList());
        }
    }

    /// @param startMs when that sentence of the passage is said which matches best, or null
    record FoundHit(
            int rank,
            double score,
            FoundSource source,
            FoundPassage passage,
            @Nullable Long startMs,
            @Nullable Long endMs) {
        static FoundHit of(Hit hit) {
            return new FoundHit(
                    hit.rank(),
                    hit.score(),
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
            int endOffset) {
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
                    place.endOffset());
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
        static Answered of(Answer answer) {
            return new Answered(
                    answer.question(),
                    answer.text(),
                    answer.supported(),
                    answer.model(),
                    answer.local(),
                    answer.took().toMillis(),
                    answer.citations().stream().map(Cited::of).toList(),
                    answer.passagesUsed(),
                    answer.passagesMeant());
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
            String quote) {
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
                    citation.quote());
        }
    }

    record Versioned(
            int number,
            String origin,
            String made,
            String model,
            boolean complete,
            boolean sameSound,
            boolean current) {
        static Versioned of(Transcripts.Version version, boolean current) {
            return new Versioned(
                    version.number(),
                    version.origin().name().toLowerCase(Locale.ROOT),
                    version.made().toString(),
                    version.model(),
                    version.complete(),
                    version.sameSound(),
                    current);
        }
    }

    record Imported(
            String path,
            String status,
            @Nullable String sourceId,
            @Nullable String kind,
            int passages,
            @Nullable String problem) {
        /// @param skipped whether it is no failure that it did not come in
        static Imported of(ImportResult result, boolean skipped) {
            var source = result.source();
            var kind = result.kind();
            var problem = result.problem();
            return new Imported(
                    result.path().toString(),
                    skipped ? "skipped" : result.status().name().toLowerCase(Locale.ROOT),
                    source == null ? null : source.toString(),
                    kind == null ? null : kind.id(),
                    result.passages(),
                    problem == null ? null : ProblemText.of(problem));
        }
    }

    /// @param searchableSeconds until every file could be found by its words
    /// @param seconds until the command was done, vectors included where it waits for them
    /// @param transcribed recordings whose transcription ended well while the command waited
    /// @param toBeTranscribed recordings of the library that nobody has transcribed yet
    /// @param transcriptionsFailed transcriptions that did not end well while the command waited
    /// @param skipped pictures in imported folders that no note shows; in no other count
    record ImportTotals(
            int files,
            int imported,
            int updated,
            int unchanged,
            int duplicate,
            int failed,
            int passages,
            double searchableSeconds,
            double seconds,
            int transcribed,
            int toBeTranscribed,
            int transcriptionsFailed,
            int skipped) {
        static ImportTotals of(
                ImportSummary summary,
                Duration whole,
                int transcribed,
                int toBeTranscribed,
                int transcriptionsFailed,
                int skipped) {
            return new ImportTotals(
                    summary.files(),
                    count(summary, ImportResult.Status.IMPORTED),
                    count(summary, ImportResult.Status.UPDATED),
                    count(summary, ImportResult.Status.UNCHANGED),
                    count(summary, ImportResult.Status.DUPLICATE),
                    summary.failed(),
                    summary.passages(),
                    JsonOutput.seconds(summary.took()),
                    JsonOutput.seconds(whole),
                    transcribed,
                    toBeTranscribed,
                    transcriptionsFailed,
                    skipped);
        }

        private static int count(ImportSummary summary, ImportResult.Status status) {
            return Objects.requireNonNullElse(summary.counts().get(status), 0);
        }
    }

    record Listed(
            String id,
            String kind,
            String title,
            String path,
            int revision,
            long size,
            String mediaType,
            String language,
            List<String> authors,
            List<String> tags,
            @Nullable String created,
            @Nullable String modified,
            String imported,
            int passages) {
        static Listed of(Source source) {
            return new Listed(
                    source.id().toString(),
                    source.kind().id(),
                    source.title(),
                    source.path().toString(),
                    source.revision(),
                    source.size(),
                    source.mediaType(),
                    source.language(),
                    source.authors(),
                    source.tags().stream().sorted().toList(),
                    written(source.created()),
                    written(source.modified()),
                    source.imported().toString(),
                    source.passages());
        }
    }

    /// @param transcript null where the source is no recording or not transcribed yet
    record Shown(Listed source, ShownText document, @Nullable JsonNode transcript) {}

    record ShownText(boolean complete, String text) {
        static ShownText of(Document document) {
            return new ShownText(document.complete(), document.text());
        }
    }

    /// A transcript in the shape of [TranscriptFormat#JSON].
    static ObjectNode transcript(Transcript transcript) {
        var bytes = new ByteArrayOutputStream();
        try {
            TranscriptFormat.JSON.write(
                    transcript, "", new TranscriptFormat.Shown(true, true), bytes);
            return (ObjectNode) MAPPER.readTree(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same, and first of all whose it is.
    static JsonNode transcript(Path sound, Transcript transcript) {
        var line = MAPPER.createObjectNode().put("file", sound.toString());
        return line.setAll(transcript(transcript));
    }

    /// Text that this program has written itself.
    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A job of the queue.
    ///
    /// @param complete false where only a part could be decoded, null before it is done
    record Worked(
            long id,
            String kind,
            String subject,
            String title,
            String state,
            @Nullable String stage,
            long doneMs,
            long totalMs,
            double speed,
            @Nullable String device,
            @Nullable Long remainingMs,
            @Nullable String problem,
            @Nullable Boolean complete,
            String created,
            @Nullable String started,
            @Nullable String ended) {
        /// @param notice what is worth saying though it ended well, or has not begun
        static Worked of(
                Job job, Job.State state, @Nullable String notice, @Nullable Boolean complete) {
            var remaining = job.remaining();
            var problem = job.problem();
            return new Worked(
                    job.id(),
                    job.kind(),
                    job.subject(),
                    job.title(),
                    state.name().toLowerCase(Locale.ROOT),
                    job.stage(),
                    job.done(),
                    job.total(),
                    job.speed(),
                    job.device(),
                    remaining == null ? null : remaining.toMillis(),
                    notice != null || problem == null || state == Job.State.WAITING
                            ? notice
                            : ProblemText.of(problem),
                    complete,
                    job.created().toString(),
                    written(job.started()),
                    written(job.ended()));
        }
    }

    /// A finished recording; it has either an id or a file.
    record Kept(
            @Nullable String sourceId,
            @Nullable String file,
            String started,
            long durationMs,
            List<Long> markersMs,
            boolean complete) {
        static Kept of(Recorded recorded, String place, boolean inLibrary) {
            return new Kept(
                    inLibrary ? place : null,
                    inLibrary ? null : place,
                    recorded.started().toString(),
                    recorded.durationMs(),
                    recorded.markersMs(),
                    recorded.complete());
        }
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static @Nullable String written(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
