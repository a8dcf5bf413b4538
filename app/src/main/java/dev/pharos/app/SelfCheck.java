package dev.pharos.app;

import dev.pharos.engine.document.Extractor;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.AudioDecoder;
import dev.pharos.engine.recording.Microphone;
import dev.pharos.engine.transcription.SpeechModels;
import dev.pharos.engine.transcription.SpeechToText;
import dev.pharos.engine.transcription.Transcriber;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Mixer;

/// Tries each part that stands on native code or on another process, by having it do a little of
/// its real work.
public final class SelfCheck {

    /// What was tried. SPEECH is tried with the demo's model, MODEL is the one that the user chose.
    public enum Part {
        SETTINGS,
        SQLITE,
        LUCENE,
        EMBEDDING,
        EXTRACTOR,
        DECODER,
        VOICE,
        SPEECH,
        MODEL,
        MICROPHONE,
        PLAYER
    }

    /// How it went.
    ///
    /// @param version what answered; empty where there is nothing to try
    /// @param problem the failure in words, or null
    /// @param tookMs from nothing loaded to the first result, in milliseconds
    public record Finding(Part part, String version, @Nullable String problem, long tookMs) {}

    /// One part's trial; its result is the version that answered.
    @FunctionalInterface
    interface Trial {
        String run() throws ProblemException, IOException, SQLException;
    }

    /// Reads the user's settings.
    @FunctionalInterface
    interface Settings {
        TranscriptionOptions read() throws ProblemException;
    }

    /// A model that takes longer for a second of sound is of no use here.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Embedder embedder;
    private final Extractor extractor;
    private final Transcriber.Parts speech;
    private final Microphone microphone;
    private final Settings settings;
    private final Map<Part, Trial> carried;

    /// @param carried names and versions of the native code below a part
    SelfCheck(
            Embedder embedder,
            Extractor extractor,
            Transcriber.Parts speech,
            Microphone microphone,
            Settings settings,
            Map<Part, Trial> carried) {
        this.embedder = embedder;
        this.extractor = extractor;
        this.speech = speech;
        this.microphone = microphone;
        this.settings = settings;
        this.carried = carried;
    }

    /// Blocks for seconds, native libraries and models are loaded; for a minute or so where the
    /// chosen model for speech is too large for this machine.
    ///
    /// @param words says a problem
    public List<Finding> run(Function<Problem, String> words) {
        var trials = new EnumMap<Part, Trial>(Part.class);
        trials.put(Part.SETTINGS, this::readSettings);
        trials.put(Part.SQLITE, SelfCheck::sqlite);
        trials.put(Part.LUCENE, org.apache.lucene.util.Version.LATEST::toString);
        trials.put(Part.EMBEDDING, this::embed);
        trials.put(Part.EXTRACTOR, this::extract);
        trials.put(Part.DECODER, this::decode);
        trials.put(Part.VOICE, this::listen);
        trials.put(Part.SPEECH, this::recognise);
        trials.put(Part.MODEL, this::recogniseAsChosen);
        trials.put(Part.MICROPHONE, this::inputs);
        trials.put(Part.PLAYER, SelfCheck::outputs);
        return trials.entrySet().stream()
                .map(trial -> tried(trial.getKey(), trial.getValue(), words))
                .toList();
    }

    private Finding tried(Part part, Trial trial, Function<Problem, String> words) {
        long begin = System.nanoTime();
        String version = "";
        String problem = null;
        try {
            var runtime = carried.get(part);
            version = runtime == null ? trial.run() : runtime.run() + ", " + trial.run();
        } catch (ProblemException e) {
            problem = words.apply(e.problem());
        } catch (IOException | SQLException | RuntimeException | LinkageError e) {
            problem = String.valueOf(e.getMessage());
        }
        return new Finding(part, version, problem, (System.nanoTime() - begin) / 1_000_000);
    }

    private String readSettings() throws ProblemException {
        settings.read();
        return "JSON";
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
        if (embedder.notice() instanceof Problem failed) {
            throw new ProblemException(failed); // the CPU did it, and that was not the wish
        }
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
        return recognise(new TranscriptionOptions(SpeechModels.DEMO, "en", false, null, false, 1));
    }

    private String recogniseAsChosen() throws ProblemException {
        var options = settings.read();
        return options.model() == null ? "" : recognise(options);
    }

    private String recognise(TranscriptionOptions chosen) throws ProblemException {
        var model = speech.models().find(String.valueOf(chosen.model()));
        var options =
                new SpeechToText.Options(
                        model, chosen.language(), chosen.translate(), null, chosen.threads());
        var patience = new Patience();
        var name = speech.speech().check(model, patience).name();
        try {
            var heard = speech.speech().recognise(tone(), options, patience);
            var noticed = patience.noticed;
            if (noticed != null) {
                throw new ProblemException(noticed);
            }
            return name + ", " + heard.device();
        } catch (CancellationException e) {
            throw new ProblemException(new Problem.ModelTooSlow(name, PATIENCE), e);
        }
    }

    /// Runs out, and keeps what did not go as its owner wished.
    private static final class Patience implements Progress {
        private final long begin = System.nanoTime();
        private volatile @Nullable Problem noticed;

        @Override
        public void report(long done, long total) {}

        @Override
        public boolean cancelled() {
            return System.nanoTime() - begin > PATIENCE.toNanos();
        }

        @Override
        public void notice(Problem problem) {
            noticed = problem;
        }
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
