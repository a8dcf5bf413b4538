package dev.pharos.engine.library;

import dev.pharos.engine.document.Block;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Sentences;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.Word;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A transcript as running text, in paragraphs, and when each of its words is heard. A paragraph
/// ends where the voice changes, where nobody speaks for 2 s, and at the segment after some 600
/// characters; it begins with the name of its voice where somebody has given it one. The same
/// transcript always gives the same text. Immutable.
public final class SpokenText {
    private static final long PAUSE_MS = 2_000;
    private static final int LONG = 600;
    private static final String BETWEEN_PARAGRAPHS = "\n\n";

    /// Where a word stands in the text, and when it is heard.
    private record Mark(int start, int end, long startMs, long endMs) {}

    private final Transcript transcript;
    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();

    private SpokenText(Transcript transcript) {
        this.transcript = transcript;
    }

    public static SpokenText of(Transcript transcript) {
        var spoken = new SpokenText(transcript);
        @Nullable Segment last = null;
        for (Segment segment : transcript.segments()) {
            String words = oneLine(segment.text());
            if (!words.isEmpty()) {
                spoken.add(segment, words, last);
                last = segment;
            }
        }
        return spoken;
    }

    /// That of a recording, where its text is that of its transcript.
    public static Optional<SpokenText> of(Optional<Transcript> transcript, Document recording) {
        return transcript
                .map(SpokenText::of)
                .filter(spoken -> spoken.text().equals(recording.text()));
    }

    /// The words that are heard in a span of time; nothing where nobody speaks in it.
    Optional<Place> heard(long startMs, long endMs) {
        var heard =
                marks.stream()
                        .filter(mark -> {
                            long middle = (mark.startMs() + mark.endMs()) / 2;
                            return middle >= startMs && middle < endMs;
                        })
                        .toList();
        return heard.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Place(
                                null,
                                null,
                                null,
                                startMs,
                                endMs,
                                heard.getFirst().start(),
                                heard.getLast().end()));
    }

    private void add(Segment segment, String words, @Nullable Segment last) {
        if (last == null || endsParagraph(last, segment)) {
            text.append(last == null ? "" : BETWEEN_PARAGRAPHS);
            blocks.add(new Block(Block.Kind.PARAGRAPH, 0, null, text.length(), text.length()));
            String speaker = segment.speaker();
            if (speaker != null && speaker.codePoints().anyMatch(Character::isLetter)) {
                text.append(oneLine(speaker)).append(": ");
            }
        } else if (spaced(words)) {
            text.append(' ');
        }
        mark(segment, words);
        text.append(words);
        var block = blocks.removeLast();
        blocks.add(new Block(block.kind(), block.level(), null, block.start(), text.length()));
    }

    private boolean endsParagraph(Segment last, Segment next) {
        return !Objects.equals(last.speaker(), next.speaker())
                || next.startMs() - last.endMs() > PAUSE_MS
                || text.length() - blocks.getLast().start() >= LONG;
    }

    /// Chinese and Japanese have no blanks between sentences.
    private boolean spaced(String next) {
        return !Character.isIdeographic(next.codePointAt(0))
                || !Character.isIdeographic(text.codePointBefore(text.length()))
                        && text.charAt(text.length() - 1) != '。';
    }

    private void mark(Segment segment, String words) {
        int offset = text.length();
        int from = 0;
        int before = marks.size();
        for (Word word : segment.words()) {
            String wanted = oneLine(word.text());
            int at = wanted.isEmpty() ? -1 : words.indexOf(wanted, from);
            if (at >= 0) {
                from = at + wanted.length();
                marks.add(new Mark(offset + at, offset + from, word.startMs(), word.endMs()));
            }
        }
        if (marks.size() == before) {
            marks.add(
                    new Mark(offset, offset + words.length(), segment.startMs(), segment.endMs()));
        }
    }

    /// Without line breaks and whatever else neither the database nor the index can keep.
    private static String oneLine(String words) {
        var clean = new StringBuilder(words.length());
        words.codePoints()
                .map(c -> Character.getType(c) == Character.SURROGATE ? '\uFFFD' : c)
                .map(c -> Character.isISOControl(c) || Character.isWhitespace(c) ? ' ' : c)
                .filter(c ->
                        c != ' ' || !clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ')
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    public String text() {
        return text.toString();
    }

    /// The same place, with the time of the words that stand there.
    public Place timed(Place place) {
        int first = firstEndingAfter(place.startOffset());
        long start = Long.MAX_VALUE;
        long end = 0;
        for (int i = first; i < marks.size() && marks.get(i).start() < place.endOffset(); i++) {
            start = Math.min(start, marks.get(i).startMs());
            end = Math.max(end, marks.get(i).endMs());
        }
        return start == Long.MAX_VALUE
                ? place
                : new Place(
                        place.page(),
                        place.heading(),
                        place.paragraph(),
                        start,
                        end,
                        place.startOffset(),
                        place.endOffset());
    }

    /// Its sentences, each with its time. What is said without a stop for longer than `longestMs`
    /// is cut between words.
    public List<Place> sentences(String language, long longestMs) {
        var places = new ArrayList<Place>();
        int next = 0;
        for (var span : Sentences.in(text(), 0, text.length(), language)) {
            int from = span.start();
            int first = next;
            for (; next < marks.size() && marks.get(next).start() < span.end(); next++) {
                var mark = marks.get(next);
                if (mark.endMs() - marks.get(first).startMs() > longestMs && next > first) {
                    places.add(at(from, mark.start()));
                    from = mark.start();
                    first = next;
                }
            }
            places.add(at(from, span.end()));
        }
        return places;
    }

    private Place at(int start, int end) {
        return timed(new Place(null, null, null, null, null, start, end));
    }

    /// The passages of a document with this text, each with its time.
    List<Sources.Chunk> chunks(Document document, Chunker chunker, Progress progress)
            throws ProblemException {
        return chunker.chunks(document, progress).stream()
                .map(chunk ->
                        new Sources.Chunk(timed(chunk.place()), chunk.text(), chunk.language()))
                .toList();
    }

    private int firstEndingAfter(int offset) {
        int low = 0;
        int high = marks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (marks.get(middle).end() > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// A recording's document with this text; what it knew beside its text stays.
    Document in(Document recording) {
        return new Document(
                recording.mediaType(),
                recording.kind(),
                recording.title(),
                recording.authors(),
                recording.created(),
                recording.modified(),
                transcript.language(),
                text(),
                blocks,
                List.of(),
                recording.tags(),
                recording.properties(),
                transcript.complete());
    }
}
