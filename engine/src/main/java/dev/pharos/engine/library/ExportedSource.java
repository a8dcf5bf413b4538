package dev.pharos.engine.library;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import dev.pharos.engine.document.Document;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.engine.transcription.Transcripts;

import org.jspecify.annotations.Nullable;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an export tells of one source beside its file.
///
/// @param path where it came from, or stands among the notes
/// @param file that has its bytes, below the folder of the export, with `/`
/// @param attachments files of the same kind by link target
/// @param transcripts of the sound that it has, oldest first
/// @param transcription how it waits to be transcribed, or null
/// @param marks null in exports of earlier versions
/// @param past null in exports of earlier versions
@JsonIgnoreProperties(ignoreUnknown = true)
record ExportedSource(
        String id,
        SourceKind kind,
        String title,
        String path,
        String file,
        int revision,
        String contentHash,
        long size,
        List<String> authors,
        Set<String> tags,
        @Nullable Instant created,
        @Nullable Instant modified,
        Instant imported,
        Document document,
        Map<String, String> attachments,
        List<Words> transcripts,
        List<Long> markersMs,
        @Nullable TranscriptionOptions transcription,
        OwnersMarks.@Nullable OfSource marks,
        SourcePast.@Nullable OfSource past) {

    /// The file that makes a folder an export, and tells how many sources it has.
    static final String MANIFEST = "pharos.json";

    /// Where one file a source lies.
    static final String FACTS = "pharos";

    static final int FORMAT = 1;
    static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).build();

    /// One version of what is said in a recording.
    ///
    /// @param made null in exports of earlier versions
    record Words(Transcripts.Origin origin, @Nullable Instant made, Transcript transcript) {}

    /// What the manifest says.
    ///
    /// @param marks null in exports of earlier versions
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Manifest(
            int pharosExport, Instant made, int sources, OwnersMarks.@Nullable OfLibrary marks) {}

    /// @throws IllegalArgumentException where the id is none
    ExportedSource {
        SourceId.of(id);
    }

    static ExportedSource of(
            Source source,
            Document document,
            String file,
            Map<String, String> attachments,
            List<Words> transcripts,
            List<Long> markersMs,
            @Nullable TranscriptionOptions transcription,
            OwnersMarks.OfSource marks,
            SourcePast.OfSource past) {
        return new ExportedSource(
                source.id().toString(),
                source.kind(),
                source.title(),
                source.path().toString(),
                file,
                source.revision(),
                source.contentHash(),
                source.size(),
                source.authors(),
                source.tags(),
                source.created(),
                source.modified(),
                source.imported(),
                document,
                attachments,
                transcripts,
                markersMs,
                transcription,
                marks,
                past);
    }

    /// Whether it was in the trash.
    boolean trashed() {
        return past != null && past.trashed() != null;
    }

    /// @param exported where the file lies now
    Source source(Document text, Path exported, int passages) {
        return new Source(
                SourceId.of(id),
                kind,
                title,
                trashed() ? Path.of(".trash", id) : path(exported),
                revision,
                contentHash,
                size,
                text.mediaType(),
                text.language(),
                authors,
                tags,
                created,
                modified,
                imported,
                passages);
    }

    /// Where it came from, as far as this system can say that.
    Path path(Path exported) {
        try {
            return Path.of(path);
        } catch (InvalidPathException _) {
            return exported;
        }
    }
}
