package dev.pharos.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;

/// How `--json` prints. Its shapes are the records of the other `…Output` classes, in the order of
/// their members. They are a contract with other programs (`docs/cli.md`): a member may be added,
/// none is renamed or removed.
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

    /// Text that this program has written itself.
    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    static @Nullable String written(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
