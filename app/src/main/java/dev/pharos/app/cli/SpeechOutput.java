package dev.pharos.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.pharos.engine.recording.Recorder.Recorded;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.TranscriptFormat;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.work.Job;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What `--json` prints of recordings, of their words and of the jobs that find these.
final class SpeechOutput {
    private SpeechOutput() {}

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
                    JsonOutput.written(job.started()),
                    JsonOutput.written(job.ended()));
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

    /// A transcript in the shape of [TranscriptFormat#JSON].
    static ObjectNode transcript(Transcript transcript) {
        var bytes = new ByteArrayOutputStream();
        try {
            TranscriptFormat.JSON.write(
                    transcript, "", new TranscriptFormat.Shown(true, true), bytes);
            return (ObjectNode) JsonOutput.read(bytes.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same, and first of all whose it is.
    static JsonNode transcript(Path sound, Transcript transcript) {
        var line = JsonNodeFactory.instance.objectNode().put("file", sound.toString());
        return line.setAll(transcript(transcript));
    }
}
