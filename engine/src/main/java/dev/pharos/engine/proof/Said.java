package dev.pharos.engine.proof;

import org.jspecify.annotations.Nullable;

/// A sentence of a source.
///
/// @param language ISO 639-1, or `und`
/// @param speaker null where nobody is named
/// @param outcome what became of what it says
public record Said(String text, String language, @Nullable String speaker, Outcome outcome) {

    /// What became of what is said in a talk, as far as its turns tell.
    public enum Outcome {
        UNTOLD,
        DECIDED,
        TURNED_DOWN
    }

    public Said(String text, String language, @Nullable String speaker) {
        this(text, language, speaker, Outcome.UNTOLD);
    }
}
