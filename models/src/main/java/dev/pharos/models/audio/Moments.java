package dev.pharos.models.audio;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.AudioDecoder;
import dev.pharos.engine.recording.AudioStream;
import dev.pharos.engine.transcription.Diarizer.Span;
import dev.pharos.engine.transcription.Diarizer.Turn;
import dev.pharos.engine.work.Progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// The features of all moments of speech, without what lies between: 80 bytes for each 16 ms.
///
/// @param features [VoiceFeatures#COUNT] a moment; may be longer
/// @param voiced the moments in which a voice sounds
/// @param stretches which moments lie in which span of speech, in order
record Moments(int count, float[] features, BitSet voiced, List<Stretch> stretches) {

    /// Moments `from` to `to`, exclusive.
    record Stretch(Span span, int from, int to) {}

    /// Samples between two moments.
    private static final int HOP = 256;

    private static final int PER_MS = AudioDecoder.RATE / 1000;
    private static final int HOP_MS = HOP / PER_MS;

    /// Reads the sound to its end.
    static Moments of(AudioStream sound, List<Span> speech, Progress progress)
            throws ProblemException {
        var collected = new Collected(speech);
        var samples = new float[AudioDecoder.RATE];
        int held = 0;
        long first = 0; // of the samples held, in the whole sound
        var part = new float[AudioDecoder.RATE - VoiceFeatures.WINDOW];
        long total = speech.isEmpty() ? 0 : speech.getLast().endMs();
        for (int n = sound.read(part); n >= 0; n = sound.read(part)) {
            progress.checkpoint();
            System.arraycopy(part, 0, samples, held, n);
            held += n;
            int at = 0;
            for (; at + VoiceFeatures.WINDOW <= held; at += HOP) {
                collected.moment(samples, at, (first + at + VoiceFeatures.WINDOW / 2) / PER_MS);
            }
            System.arraycopy(samples, at, samples, 0, held - at);
            first += at;
            held -= at;
            progress.report(Math.min(total, first / PER_MS), total);
        }
        return collected.whole();
    }

    /// @param voices one a moment
    /// @return turns within the spans, voices numbered as they are first heard
    List<Turn> turns(int[] voices) {
        var turns = new ArrayList<Turn>();
        var numbers = new ArrayList<Integer>();
        for (var stretch : stretches) {
            long start = stretch.span().startMs();
            for (int from = stretch.from(); from < stretch.to(); ) {
                int to = from + 1;
                while (to < stretch.to() && voices[to] == voices[from]) {
                    to++;
                }
                if (!numbers.contains(voices[from])) {
                    numbers.add(voices[from]);
                }
                long end =
                        to == stretch.to()
                                ? stretch.span().endMs()
                                : stretch.span().startMs() + (long) (to - stretch.from()) * HOP_MS;
                turns.add(new Turn(start, end, numbers.indexOf(voices[from])));
                start = end;
                from = to;
            }
        }
        return turns;
    }

    /// Grows while sound is read.
    private static final class Collected {

        private final List<Span> speech;
        private final VoiceFeatures voice = new VoiceFeatures();
        private final List<Stretch> stretches = new ArrayList<>();
        private final BitSet voiced = new BitSet();
        private float[] features = new float[1 << 16];
        private int count;
        private int span;
        private int begun;

        Collected(List<Span> speech) {
            this.speech = speech;
        }

        void moment(float[] samples, int at, long ms) {
            while (span < speech.size() && speech.get(span).endMs() <= ms) {
                close();
            }
            if (span == speech.size() || ms < speech.get(span).startMs()) {
                return;
            }
            int end = (count + 1) * VoiceFeatures.COUNT;
            if (end > features.length) {
                features = Arrays.copyOf(features, 2 * features.length);
            }
            if (voice.of(samples, at, features, count * VoiceFeatures.COUNT)) {
                voiced.set(count);
            }
            count++;
        }

        private void close() {
            if (count > begun) {
                stretches.add(new Stretch(speech.get(span), begun, count));
                begun = count;
            }
            span++;
        }

        Moments whole() {
            if (span < speech.size()) {
                close();
            }
            return new Moments(count, features, voiced, List.copyOf(stretches));
        }
    }
}
