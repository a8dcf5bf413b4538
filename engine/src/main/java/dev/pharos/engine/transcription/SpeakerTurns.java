package dev.pharos.engine.transcription;

import dev.pharos.engine.transcription.Diarizer.Turn;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Says of each word whose it is; a segment in which the voice changes is cut there.
final class SpeakerTurns {
    private final List<Turn> turns;
    private int first;

    private SpeakerTurns(List<Turn> turns) {
        this.turns = List.copyOf(turns);
    }

    /// @param segments ordered by start
    /// @param turns ordered by start
    static List<Segment> told(List<Segment> segments, List<Turn> turns) {
        var speakers = new SpeakerTurns(turns);
        return segments.stream().flatMap(segment -> speakers.told(segment).stream()).toList();
    }

    private List<Segment> told(Segment segment) {
        while (first < turns.size() && turns.get(first).endMs() <= segment.startMs()) {
            first++;
        }
        var whole = speaker(segment.startMs(), segment.endMs());
        var parts = new ArrayList<Segment>();
        int from = 0;
        @Nullable String current = null;
        for (int i = 0; i < segment.words().size(); i++) {
            Word word = segment.words().get(i);
            var speaker = speaker(word.startMs(), Math.max(word.endMs(), word.startMs() + 1));
            if (speaker != null && current != null && !speaker.equals(current)) {
                parts.add(segment.part(from, i).spokenBy(current));
                from = i;
            }
            current = speaker == null ? current : speaker;
        }
        var rest = from == 0 ? segment : segment.part(from, segment.words().size());
        parts.add(
                rest.spokenBy(Objects.requireNonNullElse(current, "").isEmpty() ? whole : current));
        return parts;
    }

    /// The voice that is heard longest between two moments, or null.
    private @Nullable String speaker(long startMs, long endMs) {
        @Nullable Turn best = null;
        long most = 0;
        for (int i = first; i < turns.size() && turns.get(i).startMs() < endMs; i++) {
            Turn turn = turns.get(i);
            long both = Math.min(endMs, turn.endMs()) - Math.max(startMs, turn.startMs());
            if (both > most) {
                most = both;
                best = turn;
            }
        }
        return best == null ? null : String.valueOf(best.speaker() + 1);
    }
}
