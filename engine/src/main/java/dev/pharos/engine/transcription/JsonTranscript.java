package dev.pharos.engine.transcription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// Transcripts as JSON, all of them: the members are those of the records. `complete` is written
/// only where it is false.
final class JsonTranscript {
    private static final String COMPLETE = "complete";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private JsonTranscript() {}

    static String write(Transcript transcript) throws JsonProcessingException {
        ObjectNode root = JSON.valueToTree(transcript);
        if (transcript.complete()) {
            root.remove(COMPLETE);
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    /// Null where the text is no transcript: no JSON, no segments, or times that run backwards.
    /// Members that are not needed to show it may be missing.
    static @Nullable Transcript read(String text) {
        try {
            var root = JSON.readTree(text);
            var segments =
                    all(root.required("segments"), JsonTranscript::segment).stream()
                            .sorted(Comparator.comparingLong(Segment::startMs))
                            .toList();
            long end = segments.stream().mapToLong(Segment::endMs).max().orElse(0);
            return new Transcript(
                    root.path("language").asText(Transcript.UNKNOWN),
                    Math.max(0, root.path("durationMs").asLong(end)),
                    root.path("model").asText(),
                    root.path("device").asText(),
                    segments,
                    root.path(COMPLETE).asBoolean(true));
        } catch (JsonProcessingException | IllegalArgumentException _) {
            return null;
        }
    }

    private static Segment segment(JsonNode node) {
        return new Segment(
                time(node, "startMs"),
                time(node, "endMs"),
                node.path("speaker").textValue(),
                text(node),
                node.has("words") ? all(node.get("words"), JsonTranscript::word) : List.of());
    }

    private static Word word(JsonNode node) {
        return new Word(
                text(node),
                time(node, "startMs"),
                time(node, "endMs"),
                (float) node.path("confidence").asDouble(1));
    }

    private static <T> List<T> all(JsonNode array, Function<JsonNode, T> read) {
        if (!array.isArray()) {
            throw new IllegalArgumentException("no array");
        }
        return array.valueStream().map(read).toList();
    }

    private static String text(JsonNode node) {
        var text = node.required("text").textValue();
        if (text == null) {
            throw new IllegalArgumentException("no text");
        }
        return text;
    }

    private static long time(JsonNode node, String member) {
        var ms = node.required(member);
        if (!ms.isIntegralNumber() || !ms.canConvertToLong() || ms.longValue() < 0) {
            throw new IllegalArgumentException("no time");
        }
        return ms.longValue();
    }
}
