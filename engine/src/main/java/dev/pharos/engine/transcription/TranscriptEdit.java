package dev.pharos.engine.transcription;

/// Changes of a transcript by a person. Each gives a new transcript; undo is keeping the old one.
public final class TranscriptEdit {

    private TranscriptEdit() {}

    /// Gives a segment other words. Those that stay keep their times and confidence; new ones share
    /// the time of those that they replace, and are certain.
    ///
    /// @param segment index
    public static Transcript text(Transcript transcript, int segment, String text) {
        throw new UnsupportedOperationException();
    }

    /// Gives a voice a name in all its segments. A name that another voice has merges both.
    public static Transcript speaker(Transcript transcript, String from, String to) {
        throw new UnsupportedOperationException();
    }

    /// Says who speaks one segment.
    public static Transcript speakerOf(Transcript transcript, int segment, String name) {
        throw new UnsupportedOperationException();
    }
}
