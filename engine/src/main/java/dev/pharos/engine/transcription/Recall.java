package dev.pharos.engine.transcription;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Gives words that come back from a file what that has no place for, and an earlier transcript of
/// the same sound knows: who speaks, where a line begins with the name of a known voice and a
/// colon; and of files that tell the time to the second only, when each word is said. Words that
/// stayed keep their times to the millisecond.
public final class Recall {
    private static final long SECOND = 1_000;

    private final List<Segment> known;
    private final List<String> voices;
    private int next;

    private Recall(Transcript known) {
        this.known = known.segments();
        voices = known.speakers();
    }

    /// @param words as they were read
    /// @param known the transcript that they were most likely made from
    public static Transcript of(Transcript words, Transcript known) {
        var recall = new Recall(known);
        var named = words.segments().stream().map(recall::named).toList();
        boolean seconds = named.stream().allMatch(Recall::toTheSecond);
        return words.with(seconds ? recall.timed(named) : named);
    }

    private static boolean toTheSecond(Segment segment) {
        return segment.words().isEmpty() && segment.startMs() % SECOND == 0;
    }

    private Segment named(Segment segment) {
        if (segment.speaker() != null) {
            return segment;
        }
        return voices.stream()
                .filter(name -> segment.text().startsWith(name + ": "))
                .findFirst()
                .map(name ->
                        new Segment(
                                segment.startMs(),
                                segment.endMs(),
                                name,
                                segment.text().substring(name.length() + 2).strip(),
                                segment.words()))
                .orElse(segment);
    }

    private List<Segment> timed(List<Segment> segments) {
        var timed = new ArrayList<Segment>();
        for (int i = 0; i < segments.size(); i++) {
            boolean last = i + 1 == segments.size();
            timed.addAll(
                    timed(segments.get(i), last ? Long.MAX_VALUE : second(segments.get(i + 1))));
        }
        return timed;
    }

    private static long second(Segment segment) {
        return segment.startMs() / SECOND;
    }

    /// @param until the second in which the next one begins
    private List<Segment> timed(Segment segment, long until) {
        long second = second(segment);
        while (next < known.size() && second(known.get(next)) < second) {
            next++;
        }
        if (next == known.size() || second(known.get(next)) != second) {
            return List.of(segment);
        }
        int first = next++;
        while (next < known.size() && second(known.get(next)) < until) {
            next++;
        }
        var before = known.subList(first, next);
        var whole = joined(before);
        boolean same =
                whole.text().equals(segment.text())
                        && before.stream()
                                .allMatch(
                                        each -> Objects.equals(each.speaker(), segment.speaker()));
        return same
                ? before
                : List.of(
                        new Segment(
                                whole.startMs(),
                                whole.endMs(),
                                segment.speaker(),
                                segment.text(),
                                Rewording.of(whole, segment.text())));
    }

    /// As [ReadableText] puts segments together.
    private static Segment joined(List<Segment> segments) {
        var text = "";
        var words = new ArrayList<Word>();
        long end = 0;
        for (var segment : segments) {
            text = WordTimes.joined(text, segment.text().strip().replaceAll("\\s+", " "));
            words.addAll(segment.words());
            end = Math.max(end, segment.endMs());
        }
        return new Segment(
                segments.getFirst().startMs(), end, segments.getFirst().speaker(), text, words);
    }
}
