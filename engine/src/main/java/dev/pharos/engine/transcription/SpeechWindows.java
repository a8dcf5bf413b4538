package dev.pharos.engine.transcription;

import dev.pharos.engine.recording.AudioDecoder;
import dev.pharos.engine.transcription.SpeechWindow.Frame;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Cuts sound into windows that are as full of speech as they can be, because the recogniser takes
/// as long for a short one as for a full one. Speech begins where the probability rises to the
/// onset and ends once it has stayed below the offset for a while (hysteresis, as in the published
/// post-processing of Silero's detector); a little of what is before and after it is kept. Longer
/// silences are left out; a window that is full is ended at the last good pause, else at the least
/// speechy frame near its end; a very long silence ends one too. No frame is in two windows. The
/// same frames always give the same windows. One thread.
final class SpeechWindows {

    /// How to cut; times in milliseconds.
    ///
    /// @param onset probability with which speech begins
    /// @param offset probability below which it may end
    /// @param least shorter speech is a click
    /// @param pause how long it must be quiet before speech has ended
    /// @param pad what is kept of the silence before and after speech
    /// @param joined silence up to this is kept whole
    /// @param far silence longer than this ends a window: another one costs no more than what is
    ///   skipped
    /// @param longest a window is never longer
    record Settings(
            float onset,
            float offset,
            int least,
            int pause,
            int pad,
            int joined,
            int far,
            int longest) {
        /// @param longest as the recogniser's model wants it
        static Settings upTo(int longest) {
            return new Settings(0.5f, 0.35f, 100, 320, 100, 1_000, 30_000, longest);
        }
    }

    private static final double LATE = 0.8;
    private static final double HALF = 0.5;

    private final float onset;
    private final float offset;
    private final int least;
    private final int pause;
    private final int pad;
    private final int joined;
    private final int far;
    private final int longest;

    private final List<Frame> window = new ArrayList<>();

    /// Frames behind the window's last that may still become a part of it.
    private final Deque<Frame> held = new ArrayDeque<>();

    private long count;
    private boolean speaking;
    private int run;
    private int quiet;

    /// @param frame samples in each
    SpeechWindows(int frame, Settings settings) {
        double perMs = AudioDecoder.RATE / 1_000.0 / frame;
        onset = settings.onset();
        offset = settings.offset();
        least = (int) Math.max(1, Math.round(settings.least() * perMs));
        pause = (int) Math.max(1, Math.round(settings.pause() * perMs));
        pad = (int) Math.round(settings.pad() * perMs);
        joined = (int) Math.round(settings.joined() * perMs);
        far = (int) Math.round(settings.far() * perMs);
        longest = (int) (settings.longest() * perMs);
    }

    /// Frames before this one will not be in any window that is still to come.
    long settled() {
        return window.isEmpty() ? count : window.getFirst().index();
    }

    /// Hears the next frame.
    ///
    /// @return a window that is ended by it, or null
    @Nullable SpeechWindow add(float[] samples, float probability) {
        var frame = new Frame(count++, probability, probability >= offset, samples);
        if (speaking) {
            return goOn(frame);
        }
        run = probability >= onset || run > 0 && frame.spoken() ? run + 1 : 0;
        held.add(frame);
        if (run >= least) {
            return begin();
        }
        boolean whole = !window.isEmpty() && gap(frame) <= joined;
        while (!whole && held.size() > pad + run) {
            held.remove();
        }
        return !window.isEmpty() && gap(frame) > far ? take(window.size()) : null;
    }

    private long gap(Frame frame) {
        return frame.index() - run - window.getLast().index() + pad;
    }

    private @Nullable SpeechWindow begin() {
        speaking = true;
        quiet = 0;
        SpeechWindow full = null;
        while (!held.isEmpty()) {
            var frame = held.remove();
            var ended = append(held.size() < run ? frame : unspoken(frame));
            full = ended == null ? full : ended;
        }
        run = 0;
        return full;
    }

    private static Frame unspoken(Frame frame) {
        return new Frame(frame.index(), frame.probability(), false, frame.samples());
    }

    private @Nullable SpeechWindow goOn(Frame frame) {
        quiet = frame.spoken() ? 0 : quiet + 1;
        var full = append(frame);
        if (quiet >= pause) {
            speaking = false;
            while (quiet > pad && !window.isEmpty()) {
                held.addFirst(window.removeLast());
                quiet--;
            }
        }
        return full;
    }

    private @Nullable SpeechWindow append(Frame frame) {
        window.add(frame);
        return window.size() >= longest ? take(cut()) : null;
    }

    /// The last of the sound: what is still open.
    @Nullable SpeechWindow end() {
        if (speaking) {
            while (quiet-- > pad) {
                window.removeLast();
            }
            speaking = false;
        }
        held.clear();
        return take(window.size());
    }

    /// Ends the window before its frame `end`; the next one begins there.
    private @Nullable SpeechWindow take(int end) {
        var first = window.subList(0, end);
        var taken = first.stream().anyMatch(Frame::spoken) ? new SpeechWindow(first) : null;
        first.clear();
        return taken;
    }

    /// Where to end a full window: in the last good pause of its second half, else before the least
    /// speechy frame of its last fifth.
    private int cut() {
        int best = 0;
        int silence = 0;
        for (int i = (int) (longest * HALF); i <= longest; i++) {
            boolean leap = i < longest && follows(i);
            if (i < longest && !window.get(i).spoken() && !leap) {
                silence++;
                continue;
            }
            if (leap) {
                best = i;
            } else if (silence >= pause / 2) {
                best = i - silence / 2;
            }
            silence = 0;
        }
        return best > 0 ? best : leastSpeechy();
    }

    /// Whether silence was left out before this frame.
    private boolean follows(int frame) {
        return window.get(frame).index() != window.get(frame - 1).index() + 1;
    }

    private int leastSpeechy() {
        int least = longest - 1;
        for (int i = (int) (longest * LATE); i < longest; i++) {
            if (window.get(i).probability() <= window.get(least).probability()) {
                least = i;
            }
        }
        return least;
    }
}
