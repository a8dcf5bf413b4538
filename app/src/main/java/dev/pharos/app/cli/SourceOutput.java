package dev.pharos.app.cli;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pharos.engine.document.Document;
import dev.pharos.engine.library.ImportResult;
import dev.pharos.engine.library.ImportSummary;
import dev.pharos.engine.library.Source;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// What `import --json`, `list --json` and `show --json` print of sources.
final class SourceOutput {
    private SourceOutput() {}

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
                    JsonOutput.written(source.created()),
                    JsonOutput.written(source.modified()),
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
}
