package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.library.RecordNote;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.Recorder;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// One recording as it is made: shows its time and level on a terminal, and listens to the
/// keyboard. Enter ends it, `m` and Enter marks the moment, Ctrl-C ends it too.
final class LiveRecording {
    private static final long LOOK_MILLIS = 100;
    private static final int LONGEST_LINE = 4_096;

    /// From so long on it is likely that the microphone is muted or the wrong one.
    private static final long SILENT_MS = 3_000;

    private final Session session;
    private final Recorder recorder;
    private volatile boolean ended;
    private boolean sounded;

    LiveRecording(Session session, Recorder recorder) {
        this.session = session;
        this.recorder = recorder;
    }

    /// Blocks until the recording shall end; it is not stopped yet.
    ///
    /// @param note stays with it until it is safe
    void run(@Nullable String input, @Nullable Integer seconds, RecordNote note)
            throws ProblemException {
        recorder.start(input, note.json());
        Thread.ofPlatform().daemon().name("keyboard").start(this::listen);
        if (session.terminal()) {
            session.tell(text("record.keys"));
        }
        long limit = seconds == null ? Long.MAX_VALUE : seconds * 1000L;
        try (var line = session.liveLine()) {
            var state = state();
            while (!ended
                    && !session.cancelled()
                    && state.ended() == null
                    && state.elapsedMs() < limit) {
                var now = state;
                line.draw(() -> words(now));
                Thread.sleep(LOOK_MILLIS);
                state = state();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        tellOf(state());
    }

    private void tellOf(Recorder.State last) {
        if (last.ended() != null) {
            session.tell(
                    last.ended() instanceof Problem.DiskFull(var place)
                            ? text("record.diskFilled", place)
                            : ProblemText.of(last.ended()));
        }
        if (last.elapsedMs() >= SILENT_MS && !sounded) {
            session.tell(text("record.silent"));
        }
    }

    /// A microphone that stops giving samples is silent for longer than it recorded.
    private Recorder.State state() {
        var state = Objects.requireNonNull(recorder.state());
        sounded |= state.silentMs() < state.elapsedMs() - LOOK_MILLIS;
        return state;
    }

    private static String words(Recorder.State state) {
        return text(
                "record.line",
                TimeText.of(state.elapsedMs()),
                LiveLine.cells(state.level()),
                state.markers(),
                state.silentMs() >= SILENT_MS ? 1 : 0);
    }

    /// The end of the input is no wish: a recording may be started where there is no keyboard.
    private void listen() {
        var keyboard = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            for (var typed = line(keyboard); typed != null; typed = line(keyboard)) {
                if (typed.isBlank()) {
                    ended = true;
                    return;
                }
                if (typed.strip().equalsIgnoreCase("m")) {
                    recorder.mark();
                }
            }
        } catch (IOException _) {
            // no keyboard; --seconds or a signal ends it
        }
    }

    /// What was typed up to the next Enter, or null at the end of the input; also where there is
    /// more than anybody types, for that is no keyboard.
    static @Nullable String line(Reader keyboard) throws IOException {
        var line = new StringBuilder();
        int typed = keyboard.read();
        boolean end = typed < 0;
        while (typed >= 0 && typed != '\n' && line.length() < LONGEST_LINE) {
            line.append((char) typed);
            typed = keyboard.read();
        }
        return end || line.length() == LONGEST_LINE ? null : line.toString();
    }
}
