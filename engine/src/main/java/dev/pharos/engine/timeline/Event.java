package dev.pharos.engine.timeline;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/// Something that its owner did or said, and what came of it. Immutable.
///
/// @param title of the source, as it is now
/// @param lengthMs of a recording, where it is known
/// @param highlight which one, where it is [What#HIGHLIGHTED]
/// @param words what was marked, or empty
public record Event(
        Instant at,
        What what,
        SourceId source,
        SourceKind kind,
        String title,
        @Nullable Long lengthMs,
        @Nullable UUID highlight,
        String words) {

    /// What was done.
    public enum What {
        /// Something was said and recorded.
        RECORDED,
        /// A note was begun here.
        WRITTEN,
        /// A note was changed here, or the words of a recording were corrected.
        EDITED,
        /// Words of a source were marked.
        HIGHLIGHTED,
        /// A file came into the library, for the first time or changed.
        IMPORTED
    }
}
