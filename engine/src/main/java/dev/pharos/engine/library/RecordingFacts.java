package dev.pharos.engine.library;

import dev.pharos.engine.document.Document;
import dev.pharos.engine.recording.AudioInfo;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The documents of recordings before anything is known of their words.
final class RecordingFacts {
    private static final String UNKNOWN = "und";

    private static final String CODEC = "codec";

    private RecordingFacts() {}

    /// @param title given by a person, or null for what the file says
    /// @param created when it was recorded, where that is known
    static Document document(
            AudioInfo info, Path name, @Nullable String title, @Nullable Instant created) {
        var facts = new LinkedHashMap<String, String>();
        if (info.durationMs() != null) {
            facts.put("durationMs", String.valueOf(info.durationMs()));
        }
        facts.put(CODEC, info.codec());
        facts.put("sampleRate", String.valueOf(info.sampleRate()));
        facts.put("channels", String.valueOf(info.channels()));
        return silent(
                info.mediaType(),
                title(name, title, info.title()),
                info.artist() == null ? List.of() : List.of(info.artist()),
                created,
                facts);
    }

    /// A video without a sound track.
    static Document mute(String mediaType, Path name) {
        return silent(mediaType, title(name), List.of(), null, Map.of());
    }

    /// Whether a recording has a sound track.
    static boolean audible(Document recording) {
        return recording.properties().containsKey(CODEC);
    }

    private static Document silent(
            String mediaType,
            String title,
            List<String> authors,
            @Nullable Instant created,
            Map<String, String> properties) {
        return new Document(
                mediaType,
                SourceKind.RECORDING,
                title,
                authors,
                created,
                null,
                UNKNOWN,
                "",
                List.of(),
                List.of(),
                Set.of(),
                properties,
                true);
    }

    /// The first that says something, else the file's name without its ending.
    private static String title(Path name, @Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null && !candidate.isBlank()) {
                return candidate.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
            }
        }
        String file = String.valueOf(name.getFileName());
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
