package dev.pharos.engine.recording;

import dev.pharos.engine.problem.ProblemException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// A recorder in a folder of its own. Its microphone hears what it is told, its clocks stand still.
abstract class RecorderFixture {
    static final int RATE = SpokenMicrophone.RATE;
    static final int PIECE = RATE / 4;

    @TempDir Path folder;
    final SpokenMicrophone microphone = new SpokenMicrophone();
    volatile Instant now = Instant.parse("2026-11-21T12:00:00Z");
    volatile Instant awake = now;
    Recorder recorder = new Recorder(microphone, Path.of("nowhere"));

    Recorder record() throws ProblemException {
        next().start(null);
        return recorder;
    }

    @AfterEach
    void close() {
        recorder.close();
    }

    /// Another one in the same folder, as after a restart.
    Recorder next() {
        recorder = new Recorder(microphone, folder, List.of(), () -> now, () -> awake);
        return recorder;
    }
}
