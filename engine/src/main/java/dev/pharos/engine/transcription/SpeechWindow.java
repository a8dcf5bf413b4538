package dev.pharos.engine.transcription;

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

    /// Recognised segments in the time of the file. Where silence was left out within one, it is
    /// cut in two.
    List<Segment> inFile(List<Segment> recognised) {
        var placed = new ArrayList<Segment>();
        for (Segment segment : recognised) {
            int from = 0;
            for (int i = 1; i < segment.words().size(); i++) {
                if (piece(segment.words().get(i - 1)) != piece(segment.words().get(i))) {
                    placed.add(place(segment.part(from, i)));
                    from = i;
                }
            }
            placed.add(place(from == 0 ? segment : segment.part(from, segment.words().size())));
        }
        return placed;
    }

    /// The first frame of the unbroken piece of the file in which a word is heard.
    private int piece(Word word) {
        return pieceStart(frameAt((word.startMs() + word.endMs()) / 2));
    }

    private int pieceStart(int frame) {
        int start = frame;
        while (start > 0 && frames.get(start - 1).index() == frames.get(start).index() - 1) {
            start--;
        }
        return start;
    }

    private int pieceEnd(int frame) {
        int end = frame + 1;
        while (end < frames.size() && frames.get(end).index() == frames.get(end - 1).index() + 1) {
            end++;
        }
        return end;
    }

    private Segment place(Segment segment) {
        var words = segment.words();
        if (words.isEmpty()) {
            long start = fileMs(segment.startMs());
            long end = fileMs(Math.max(segment.startMs(), segment.endMs() - 1)) + 1;
            return new Segment(start, Math.max(start, end), null, segment.text(), words);
        }
        int piece = piece(words.getFirst());
        long from = ms(piece);
        long to = ms(pieceEnd(piece));
        long shift = ms(frames.get(piece).index()) - from;
        var placed = new ArrayList<Word>();
        for (Word word : words) {
            long start = Math.clamp(word.startMs(), from, to);
            long end = Math.clamp(word.endMs(), start, to);
            placed.add(new Word(word.text(), start + shift, end + shift, word.confidence()));
        }
        long start = Math.clamp(segment.startMs(), from, to) + shift;
        long end = Math.clamp(segment.endMs(), from, to) + shift;
        return new Segment(
                Math.min(start, placed.getFirst().startMs()),
                Math.max(end, placed.getLast().endMs()),
                null,
                segment.text(),
                placed);
    }
}
