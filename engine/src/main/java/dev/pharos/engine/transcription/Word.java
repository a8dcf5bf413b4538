package dev.pharos.engine.transcription;

/// A spoken word with its punctuation.
///
/// @param text without white space around it
/// @param startMs from the beginning of the sound
/// @param endMs exclusive, not before `startMs`
/// @param confidence the recogniser's probability, 0 to 1; 1 for what a person wrote
public record Word(String text, long startMs, long endMs, float confidence) {

    /// Words below this are worth a second look.
    public static final float LOW_CONFIDENCE = 0.5f;

    public Word {
        if (endMs < startMs) {
            throw new IllegalArgumentException("a word from " + startMs + " to " + endMs);
        }
    }

    public boolean doubtful() {
        return confidence < LOW_CONFIDENCE;
    }

    public Word shifted(long ms) {
        return new Word(text, startMs + ms, endMs + ms, confidence);
    }
}
