package dev.pharos.engine.making;

import java.util.Locale;

/// A step on the way from a source to its notes, in their order.
public enum MakingStep {
    /// Its bytes are there and can be read: looked at when it came, and again by who transcribes
    /// it.
    AUDIO,
    /// What is said in it becomes words; nothing to do for a document.
    TRANSCRIPTION,
    CONTENT_ANALYSIS,
    /// Left out where it is not wanted.
    RESEARCH,
    NOTE_GENERATION,
    /// Left out where it is not wanted.
    RELATIONSHIP_MAPPING;

    /// The lower-case name, as commands and JSON have it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
