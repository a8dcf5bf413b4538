package dev.pharos.engine.library;

import java.util.UUID;

/// Names a source for ever: through new revisions, a rebuilt index and an export.
public record SourceId(UUID value) {

    public static SourceId of(String text) {
        return new SourceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
