package dev.pharos.engine.transcription;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// Changes of a transcript by a person. Each gives a new transcript; undo is keeping the old one.
/// No change moves sound: what stays keeps its times, and times stay in order.
public final class TranscriptEdit {

    private TranscriptEdit() {}

    /// Gives a segment other words. Those that stay keep their times and confidence; new ones share
    /// the time of those that they replace, or the gap that they were put into, and are certain. A
    /// segment that had no times of words gets none. One without text is gone.
    ///
    /// @param segment index
    public static Transcript text(Transcript transcript, int segment, String text) {
        var fresh = text.strip();
        if (fresh.isEmpty()) {
            return replaced(transcript, segment, 1, List.of());
        }
        return changed(
                transcript,
                segment,
                old ->
                        new Segment(
                                old.startMs(),
                                old.endMs(),
                                old.speaker(),
                                fresh,
                                old.words().isEmpty() || fresh.equals(old.text())
                                        ? old.words()
                                        : Rewording.of(old, fresh)));
    }

    /// Says that a word was recognised rightly: it is no longer doubtful.
    ///
    /// @param segment index
    /// @param word index in the segment
    public static Transcript confirm(Transcript transcript, int segment, int word) {
        return changed(
                transcript,
                segment,
                old -> {
                    var words = new ArrayList<>(old.words());
                    var right = words.get(word);
                    words.set(word, new Word(right.text(), right.startMs(), right.endMs(), 1));
                    return new Segment(
                            old.startMs(), old.endMs(), old.speaker(), old.text(), words);
                });
    }

    /// Makes two segments of one.
    ///
    /// @param segment index
    /// @param word index of the first word of the second one, at least 1; where there are no times
    ///   of words, of those that the text has
    public static Transcript split(Transcript transcript, int segment, int word) {
        var old = transcript.segments().get(segment);
        var words =
                old.words().isEmpty()
                        ? WordTimes.shared(
                                WordTimes.split(old.text()), old.startMs(), old.endMs(), 1)
                        : old.words();
        if (word < 1 || word >= words.size()) {
            throw new IllegalArgumentException("no split of " + words.size() + " before " + word);
        }
        long end = Math.clamp(words.get(word - 1).endMs(), old.startMs(), old.endMs());
        long start = Math.clamp(words.get(word).startMs(), old.startMs(), old.endMs());
        var places = WordTimes.places(old.text(), words);
        var first = places == null ? joined(words, 0, word) : old.text().substring(0, places[word]);
        var second =
                places == null
                        ? joined(words, word, words.size())
                        : old.text().substring(places[word]);
        int timed = Math.min(word, old.words().size());
        return replaced(
                transcript,
                segment,
                1,
                List.of(
                        new Segment(
                                old.startMs(),
                                end,
                                old.speaker(),
                                first.strip(),
                                old.words().subList(0, timed)),
                        new Segment(
                                start,
                                old.endMs(),
                                old.speaker(),
                                second.strip(),
                                old.words().subList(timed, old.words().size()))));
    }

    private static String joined(List<Word> words, int from, int to) {
        return words.subList(from, to).stream().map(Word::text).reduce("", WordTimes::joined);
    }

    /// Makes one segment of this and the next one; the first voice that is known speaks it.
    ///
    /// @param segment index, not of the last one
    public static Transcript join(Transcript transcript, int segment) {
        var first = transcript.segments().get(segment);
        var second = transcript.segments().get(segment + 1);
        var words = new ArrayList<>(first.words());
        words.addAll(second.words());
        var both =
                new Segment(
                        first.startMs(),
                        Math.max(first.endMs(), second.endMs()),
                        first.speaker() == null ? second.speaker() : first.speaker(),
                        WordTimes.joined(first.text(), second.text()),
                        words);
        return replaced(transcript, segment, 2, List.of(both));
    }

    /// Gives a voice a name in all its segments. A name that another voice has merges both; a blank
    /// one means nobody.
    public static Transcript speaker(Transcript transcript, String from, String to) {
        var name = nameOrNull(to);
        return transcript.with(
                transcript.segments().stream()
                        .map(segment ->
                                Objects.equals(segment.speaker(), from)
                                        ? segment.spokenBy(name)
                                        : segment)
                        .toList());
    }

    /// Says who speaks one segment; a blank name means nobody.
    public static Transcript speakerOf(Transcript transcript, int segment, String name) {
        return changed(transcript, segment, old -> old.spokenBy(nameOrNull(name)));
    }

    private static @Nullable String nameOrNull(String name) {
        return name.isBlank() ? null : name.strip();
    }

    private static Transcript changed(
            Transcript transcript, int segment, UnaryOperator<Segment> change) {
        var changed = change.apply(transcript.segments().get(segment));
        return replaced(transcript, segment, 1, List.of(changed));
    }

    /// Puts segments into the place of `count` old ones.
    private static Transcript replaced(
            Transcript transcript, int segment, int count, List<Segment> fresh) {
        var segments = new ArrayList<>(transcript.segments());
        var place = segments.subList(segment, segment + count);
        place.clear();
        place.addAll(fresh);
        segments.sort(Comparator.comparingLong(Segment::startMs));
        return transcript.with(segments);
    }
}
