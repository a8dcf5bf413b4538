package dev.pharos.models.whisper;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.pharos.models.whisper.ParamsLayout.Field;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;

/// What whisper.cpp calls while it recognises a piece of sound, on the thread that called it.
/// Nothing may be thrown through C: whatever is, ends the recognition.
final class Callbacks {

    /// Sound after the last word that is not worth another pass.
    private static final int REST_MS = 400;

    private final WhisperLibrary library;
    private final MemorySegment state;
    private final float[] samples;
    private final WhisperRuntime.Watch watch;
    private boolean begun;

    Callbacks(
            WhisperLibrary library,
            MemorySegment state,
            float[] samples,
            WhisperRuntime.Watch watch) {
        this.library = library;
        this.state = state;
        this.samples = samples;
        this.watch = watch;
    }

    /// Until `arena` is closed.
    void install(MemorySegment params, Arena arena) {
        var layout = library.layout();
        layout.set(
                params,
                Field.PROGRESS,
                WhisperLibrary.callback(
                        this,
                        "progress",
                        FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_INT, ADDRESS),
                        arena));
        layout.set(
                params,
                Field.ENCODER_BEGIN,
                WhisperLibrary.callback(
                        this,
                        "goOn",
                        FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, ADDRESS, ADDRESS),
                        arena));
        layout.set(
                params,
                Field.ABORT,
                WhisperLibrary.callback(
                        this, "abort", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS), arena));
    }

    void progress(MemorySegment context, MemorySegment sameState, int percent, MemorySegment data) {
        try {
            int reached = (int) ((long) samples.length * percent / 100);
            watch.reached(Math.clamp(reached, 0, samples.length));
        } catch (RuntimeException | Error _) {
            begun = true; // the next pass will not begin
        }
    }

    /// A pass covers 30 s, so one is enough unless whisper.cpp stopped listening before the end. It
    /// also begins a second one for the silence after the last word, where it would only invent
    /// something.
    boolean goOn(MemorySegment context, MemorySegment sameState, MemorySegment data) {
        try {
            boolean first = !begun;
            begun = true;
            return !watch.cancelled()
                    && (first || Voicing.of(samples).msAfter(heardMs()) > REST_MS);
        } catch (RuntimeException | Error _) {
            return false;
        }
    }

    boolean abort(MemorySegment data) {
        try {
            return watch.cancelled();
        } catch (RuntimeException | Error _) {
            return true;
        }
    }

    private long heardMs() {
        int segments = library.segments(state);
        return segments == 0 ? 0 : 10 * library.segmentEnd(state, segments - 1);
    }
}
