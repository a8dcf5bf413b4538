package dev.pharos.ui.sound;

import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.SpokenMicrophone;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.SpeechModels;
import dev.pharos.engine.transcription.SpeechToText;
import dev.pharos.engine.transcription.Transcriber;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.engine.transcription.VoiceActivity;
import dev.pharos.engine.transcription.Word;
import dev.pharos.engine.work.Progress;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;

/// Speech without a model: whoever speaks says the same words. A test may hold the recogniser back.
public final class TestSpeech implements SpeechToText, SpeechModels, VoiceActivity {
    private static final int FRAME = 512;
    private static final long LOOK_NANOS = 5_000_000;

    private final Path folder;
    private volatile boolean held;
    private volatile long pace;

    public TestSpeech(Path folder) {
        this.folder = folder;
    }

    /// What a library needs, with this in place of models.
    public Abilities.Speech abilities(SpokenMicrophone microphone, SettingsFile settings) {
        return new Abilities.Speech(
                new Transcriber.Parts(new WavDecoder(), this, this, this, null),
                microphone,
                () ->
                        settings.read(
                                TranscriptionOptions.FEATURE,
                                TranscriptionOptions.class,
                                TranscriptionOptions.DEFAULT));
    }

    /// From now on the recogniser takes its time, until it is let go.
    public void hold(boolean now) {
        held = now;
    }

    /// From now on the recogniser works so long on each window.
    public void pace(Duration window) {
        pace = window.toNanos();
    }

    @Override
    public Recognised recognise(float[] samples, Options options, Progress progress) {
        for (long begun = System.nanoTime(); held || System.nanoTime() - begun < pace; ) {
            if (progress.cancelled()) {
                throw new CancellationException();
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return new Recognised(
                "en",
                "CPU",
                List.of(
                        new Segment(
                                0,
                                900,
                                null,
                                "The lamp burns.",
                                List.of(
                                        new Word("The", 0, 200, 0.9f),
                                        new Word("lamp", 200, 500, 0.9f),
                                        new Word("burns.", 500, 900, 0.9f)))));
    }

    @Override
    public Model check(Path model, Progress progress) {
        return new Model(model, "test", true, 1, 30_000);
    }

    @Override
    public Path find(String name) throws ProblemException {
        if (!names().contains(name)) {
            throw new ProblemException(new Problem.MissingModel(name, folder));
        }
        return folder.resolve(name);
    }

    @Override
    public List<String> names() {
        return List.of("large-v3-turbo", "base.en", DEMO);
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public Detector begin() {
        return new Detector() {
            @Override
            public int frame() {
                return FRAME;
            }

            @Override
            public float speech(float[] samples, int offset) {
                return 1;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {}
}
