package dev.pharos.engine.transcription;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.AudioDecoder;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// A piece of sound for the recogniser: frames of the file, one after another, from which long
/// silences are left out. Knows where each moment of it lies in the file.
final class SpeechWindow {
    private static final int SAMPLES_PER_MS = AudioDecoder.RATE / 1_000;

    /// Frames between which no more than this many are without speech are one stretch of it.
    private static final int BREATH = 10;

    /// A frame of the file.
    ///
    /// @param index in the file
    /// @param probability that it is speech
    /// @param spoken whether it was taken for speech
    record Frame(long index, float probability, boolean spoken, float[] samples) {}

    private final List<Frame> frames;
    private final int size;

    /// @param frames at least one, ascending
    SpeechWindow(List<Frame> frames) {
        this.frames = List.copyOf(frames);
        size = frames.getFirst().samples().length;
    }

    /// Mono at [AudioDecoder#RATE].
    float[] samples() {
        var samples = new float[frames.size() * size];
        for (int i = 0; i < frames.size(); i++) {
            System.arraycopy(frames.get(i).samples(), 0, samples, i * size, size);
        }
        return samples;
    }

    /// A checksum of the samples.
    static int checksum(float[] samples) {
        var sum = new CRC32();
        for (float sample : samples) {
            int bits = Float.floatToRawIntBits(sample);
            sum.update(bits);
            sum.update(bits >>> 8);
            sum.update(bits >>> 16);
            sum.update(bits >>> 24);
        }
        return (int) sum.getValue();
    }

    private long lengthMs() {
        return ms(frames.size());
    }

    private long ms(long frame) {
        return frame * size / SAMPLES_PER_MS;
    }

    private int frameAt(long ms) {
        return (int) Math.clamp(ms * SAMPLES_PER_MS / size, 0, frames.size() - 1);
    }

    /// When in the file a moment of this window is heard.
    long fileMs(long windowMs) {
        int frame = frameAt(windowMs);
        return ms(frames.get(frame).index())
                + Math.clamp(windowMs - ms(frame), 0, ms(frame + 1L) - ms(frame));
    }

    /// A problem of the recogniser, which knows nothing but this window: where in the file it is.
    ProblemException inFile(ProblemException e) {
        return e.problem() instanceof Problem.RecogniserDied(var model, long within)
                ? new ProblemException(new Problem.RecogniserDied(model, fileMs(within)), e)
                : e;
    }

    long startMs() {
        return fileMs(0);
    }

    long endMs() {
        return ms(frames.getLast().index() + 1);
    }

    /// Where somebody speaks, in the time of the file.
    List<Diarizer.Span> speech() {
        var spans = new ArrayList<Diarizer.Span>();
        long first = -1;
        long last = -1;
        for (Frame frame : frames) {
            if (frame.spoken()) {
                if (first >= 0 && frame.index() - last > BREATH) {
                    spans.add(new Diarizer.Span(ms(first), ms(last + 1)));
                    first = -1;
                }
                first = first < 0 ? frame.index() : first;
                last = frame.index();
            }
        }
        if (first >= 0) {
            spans.add(new Diarizer.Span(ms(first), ms(last + 1)));
        }
        return spans;
    }

    /// For how long somebody speaks.
    long speechMs() {
        return ms(frames.stream().filter(Frame::spoken).count());
    }

    /// Whether anybody speaks between two moments of this window.
    boolean spoken(long fromMs, long toMs) {
        return fromMs < lengthMs()
                && frames.subList(frameAt(fromMs), frameAt(toMs) + 1).stream()
                        .anyMatch(Frame::spoken);
    }

    /// Recognised segments in the time of the file, each from its first word to its last, where it
    /// has any: the recogniser itself puts no time between them. Where silence was left out within
    /// one, it is cut in two.
    List<Segment> inFile(List<Segment> recognised) {
        var pieces = pieces();
        var words = recognised.stream().flatMap(segment -> segment.words().stream()).toList();
        int[] piece = WordPieces.of(words, pieces.stream().map(this::measured).toList());
        var placed = new ArrayList<Segment>();
        int first = 0;
        for (Segment segment : recognised) {
            int count = segment.words().size();
            if (count == 0) {
                placed.add(shifted(segment));
            }
            for (int from = 0, to = 1; to <= count; to++) {
                if (to == count || piece[first + to] != piece[first + from]) {
                    placed.add(place(segment.part(from, to), pieces.get(piece[first + from])));
                    from = to;
                }
            }
            first += count;
        }
        return placed;
    }

    /// Frames that follow each other in the file too.
    private record Piece(int start, int end) {}

    private List<Piece> pieces() {
        var pieces = new ArrayList<Piece>();
        int start = 0;
        for (int i = 1; i <= frames.size(); i++) {
            if (i == frames.size() || frames.get(i).index() != frames.get(i - 1).index() + 1) {
                pieces.add(new Piece(start, i));
                start = i;
            }
        }
        return pieces;
    }

    private WordPieces.Piece measured(Piece piece) {
        var spoken = frames.subList(piece.start(), piece.end()).stream().filter(Frame::spoken);
        return new WordPieces.Piece(ms(piece.start()), ms(piece.end()), ms(spoken.count()));
    }

    private Segment shifted(Segment segment) {
        long start = fileMs(segment.startMs());
        long end = fileMs(Math.max(segment.startMs(), segment.endMs() - 1)) + 1;
        return new Segment(start, Math.max(start, end), null, segment.text(), segment.words());
    }

    /// Words that were heard beyond their piece are drawn into its speech.
    private Segment place(Segment segment, Piece piece) {
        long from = ms(piece.start());
        long to = ms(piece.end());
        long first = segment.words().getFirst().startMs();
        long last = Math.max(first, segment.words().getLast().endMs());
        long begin = first;
        long end = last;
        if (first < from) {
            begin = ms(firstSpoken(piece));
            end = Math.min(Math.max(last, begin + last - first), ms(lastSpoken(piece) + 1L));
        } else if (last > to) {
            end = ms(lastSpoken(piece) + 1L);
            begin = Math.max(Math.min(first, end - (last - first)), ms(firstSpoken(piece)));
        }
        double scale = last > first ? (end - begin) / (double) (last - first) : 1;
        long shift = ms(frames.get(piece.start()).index()) - from;
        var words = new ArrayList<Word>();
        for (Word word : segment.words()) {
            long start =
                    Math.clamp(begin + Math.round((word.startMs() - first) * scale), begin, end);
            long stop = Math.clamp(begin + Math.round((word.endMs() - first) * scale), start, end);
            words.add(new Word(word.text(), start + shift, stop + shift, word.confidence()));
        }
        return new Segment(begin + shift, end + shift, null, segment.text(), words);
    }

    private int firstSpoken(Piece piece) {
        int frame = piece.start();
        while (frame < piece.end() - 1 && !frames.get(frame).spoken()) {
            frame++;
        }
        return frame;
    }

    private int lastSpoken(Piece piece) {
        int frame = piece.end() - 1;
        while (frame > piece.start() && !frames.get(frame).spoken()) {
            frame--;
        }
        return frame;
    }
}
