package dev.pharos.engine.transcription;

import java.util.List;
import java.util.Objects;

/// What is said in a recording. Immutable; an edit makes a new one.
///
/// @param language ISO 639-1 code of its words (English where they were translated), or [#UNKNOWN]
/// @param durationMs of the whole sound
/// @param model that recognised it, such as `base.en`; empty where it was imported
/// @param device it ran on, such as `CPU`; empty where it was imported
/// @param segments ordered by start
/// @param complete false where only a part of the sound could be decoded
public record Transcript(
        String language,
        long durationMs,
        String model,
        String device,
        List<Segment> segments,
        boolean complete) {

    /// The language where none is known.
    public static final String UNKNOWN = "und";

    public Transcript {
        segments = List.copyOf(segments);
    }

    public Transcript with(List<Segment> others) {
        return new Transcript(language, durationMs, model, device, others, complete);
    }

    public Transcript in(String other) {
        return new Transcript(other, durationMs, model, device, segments, complete);
    }

    /// The voices in the order in which they are first heard.
    public List<String> speakers() {
        return segments.stream().map(Segment::speaker).filter(Objects::nonNull).distinct().toList();
    }
}
