package dev.pharos.app;

import dev.pharos.engine.document.Extractor;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.AudioDecoder;
import dev.pharos.engine.recording.Microphone;
import dev.pharos.engine.transcription.SpeechModels;
import dev.pharos.engine.transcription.SpeechToText;
import dev.pharos.engine.transcription.Transcriber;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Mixer;

/// Tries each part that stands on native code or on another process, by having it do a little of
/// its real work.
public final class SelfCheck {

    /// What was tried.
    public enum Part {
        SQLITE,
        LUCENE,
        EMBEDDING,
        EXTRACTOR,
        DECODER,
        VOICE,
        SPEECH,
        MICROPHONE,
        PLAYER
    }

    /// How it went.
    ///
    /// @param version what answered
    /// @param problem the failure in the part's own words, or null
    /// @param tookMs from nothing loaded to the first result, in milliseconds
    public record Finding(Part part, String version, @Nullable String problem, long tookMs) {}

    /// One part's trial; its result is the version that answered.
    private interface Trial {
        String run() throws ProblemException, IOException, SQLException;
    }

    private final Embedder embedder;
    private final Extractor extractor;
    private final Transcriber.Parts speech;
    private final Microphone microphone;

    SelfCheck(
            Embedder embedder,
            Extractor extractor,
            Transcriber.Parts speech,
            Microphone microphone) {
        this.embedder = embedder;
        this.extractor = extractor;
        this.speech = speech;
        this.microphone = microphone;
    }

    /// Blocks for about a second: native libraries and the model are loaded.
    public List<Finding> run() {
        return List.of(
                tried(Part.SQLITE, SelfCheck::sqlite),
                tried(Part.LUCENE, org.apache.lucene.util.Version.LATEST::toString),
                tried(Part.EMBEDDING, this::embed),
                tried(Part.EXTRACTOR, this::extract),
                tried(Part.DECODER, this::decode),
                tried(Part.VOICE, this::listen),
                tried(Part.SPEECH, this::recognise),
                tried(Part.MICROPHONE, this::inputs),
                tried(Part.PLAYER, SelfCheck::outputs));
    }

    private static Finding tried(Part part, Trial trial) {
        long begin = System.nanoTime();
        String version = "";
        String problem = null;
        try {
            version = trial.run();
        } catch (ProblemException
                | IOException
                | SQLException
                | RuntimeException
                | LinkageError e) {
            problem = String.valueOf(e.getMessage());
        }
        return new Finding(part, version, problem, (System.nanoTime() - begin) / 1_000_000);
    }

    private static String sqlite() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                var statement = connection.createStatement();
                var row = statement.executeQuery("select sqlite_version()")) {
            return row.getString(1);
        }
    }

    private String embed() throws ProblemException {
        var vector = embedder.embed(List.of("lighthouse")).getFirst();
        return embedder.model().id() + ", " + vector.length;
    }

    private String extract() throws ProblemException, IOException {
        var file = Files.createTempFile("pharos-check", ".html");
        try {
            Files.writeString(file, "<html><body><p>lighthouse</p></body></html>");
            return extractor.extract(file, file.getFileName()).mediaType();
        } finally {
            Files.delete(file);
        }
    }

    /// A second of silence, as the simplest file of sound.
    private String decode() throws ProblemException, IOException {
        var file = Files.createTempFile("pharos-check", ".wav");
        try (var silence = new ByteArrayInputStream(new byte[2 * AudioDecoder.RATE])) {
            var format = new AudioFormat(AudioDecoder.RATE, 16, 1, true, false);
            AudioSystem.write(
                    new AudioInputStream(silence, format, AudioDecoder.RATE),
                    AudioFileFormat.Type.WAVE,
                    file.toFile());
            try (var stream = speech.audio().open(file, file.getFileName())) {
                var samples = new float[AudioDecoder.RATE];
                while (stream.read(samples) >= 0) {
                    continue;
                }
            }
            return speech.audio().info(file, file.getFileName()).mediaType();
        } finally {
            Files.delete(file);
        }
    }

    private String listen() throws ProblemException {
        try (var detector = speech.voices().begin()) {
            detector.speech(tone(), 0);
            return "%d / %d Hz".formatted(detector.frame(), AudioDecoder.RATE);
        }
    }

    private String recognise() throws ProblemException {
        var model = speech.models().find(SpeechModels.DEMO);
        var options = new SpeechToText.Options(model, "en", false, null, 1);
        var heard = speech.speech().recognise(tone(), options, Progress.NONE);
        return speech.speech().check(model).name() + ", " + heard.device();
    }

    /// A second of sound: on silence the recogniser would not even begin.
    private static float[] tone() {
        var samples = new float[AudioDecoder.RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) Math.sin(2 * Math.PI * 440 * i / AudioDecoder.RATE) / 2;
        }
        return samples;
    }

    private String inputs() {
        return microphone.inputs().stream()
                .map(Microphone.Input::name)
                .collect(Collectors.joining(", "));
    }

    private static String outputs() {
        return Arrays.stream(AudioSystem.getMixerInfo())
                .filter(each -> AudioSystem.getMixer(each).getSourceLineInfo().length > 0)
                .map(Mixer.Info::getName)
                .collect(Collectors.joining(", "));
    }
}
