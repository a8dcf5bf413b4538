package dev.pharos.models.whisper;

import dev.pharos.engine.model.Device;
import dev.pharos.engine.model.Hardware;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.problem.UnusableException;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.SpeechToText;
import dev.pharos.engine.transcription.SpeechToText.Recognised;
import dev.pharos.engine.transcription.Word;

import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperJNI;
import io.github.givimad.whisperjni.WhisperSamplingStrategy;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

/// whisper.cpp by whisper-jni's Java methods, for where its C functions cannot be reached. These
/// know no times or probabilities of words, no progress, no way to stop and no detected language: a
/// segment's time is shared out to its words by their length, all words are certain, cancelling
/// takes the end of the process, and a language that was not given stays unknown (`und`).
final class JniWhisper implements WhisperRuntime {

    private static final String LIBRARIES = "io.github.givimad.whisperjni.libdir";
    private static final Set<String> LANGUAGES =
            Set.of(
                    ("af am ar as az ba be bg bn bo br bs ca cs cy da de el en es et eu fa fi fo"
                                    + " fr gl gu ha haw he hi hr ht hu hy id is it ja jw ka kk km"
                                    + " kn ko la lb ln lo lt lv mg mi mk ml mn mr ms mt my ne nl nn"
                                    + " no oc pa pl ps pt ro ru sa sd si sk sl sn so sq sr su sv sw"
                                    + " ta te tg th tk tl tr tt uk ur uz vi yi yo yue zh")
                            .split(" "));

    private static final String DEVICE = Device.CPU.name();

    private final WhisperJNI whisper = new WhisperJNI();

    private JniWhisper() {}

    static JniWhisper open(Path folder) throws IOException {
        System.setProperty(LIBRARIES, folder.toAbsolutePath().toString());
        WhisperJNI.loadLibrary();
        WhisperJNI.setLibraryLogger(null);
        return new JniWhisper();
    }

    @Override
    public Hardware.Runtime describe() {
        return new Hardware.Runtime(
                NAME,
                WhisperNatives.VERSION,
                List.of(Device.CPU),
                new Hardware.Why.BuiltWithoutGpu());
    }

    @Override
    public @Nullable Detail complaint() {
        return null;
    }

    @Override
    public LoadedModel load(Path file, boolean aligned) throws ProblemException {
        try {
            var context = whisper.init(file);
            if (context != null) {
                return new Model(file, context);
            }
            throw new UnusableException(Detail.Kind.NOT_LOADED);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.ModelUnavailable(ModelFile.nameOf(file), Detail.of(e)), e);
        }
    }

    private final class Model implements LoadedModel {
        private final Path file;
        private final WhisperContext context;

        Model(Path file, WhisperContext context) {
            this.file = file;
            this.context = context;
        }

        @Override
        public synchronized Recognised recognise(Request.Recognise request, Watch watch)
                throws ProblemException {
            var options = request.options();
            boolean multilingual = whisper.isMultilingual(context);
            boolean auto = options.language().equals(SpeechToText.AUTO);
            if (!auto && !(multilingual ? LANGUAGES : Set.of("en")).contains(options.language())) {
                throw new ProblemException(
                        new Problem.LanguageUnknown(options.language(), ModelFile.nameOf(file)));
            }
            var samples = request.samples();
            if (Voicing.of(samples).silent()) {
                return WhisperRuntime.nothing(multilingual ? options.language() : "en", DEVICE);
            }
            var sound = Arrays.copyOf(samples, samples.length + CWhisper.SILENCE);
            String language = multilingual ? options.language() : "en";
            int result = whisper.full(context, params(options, language), sound, sound.length);
            if (watch.cancelled()) {
                throw new CancellationException();
            }
            if (result != 0) {
                throw new IllegalStateException("whisper_full: " + result);
            }
            String spoken = multilingual && auto ? UNKNOWN_LANGUAGE : language;
            return new Recognised(spoken, DEVICE, segments(samples.length / 16));
        }

        private static WhisperFullParams params(SpeechToText.Options options, String language) {
            var params = new WhisperFullParams(WhisperSamplingStrategy.BEAN_SEARCH);
            params.nThreads = options.threads();
            params.language = language;
            params.translate = options.translate();
            params.initialPrompt = options.prompt();
            params.noContext = true;
            params.printProgress = false;
            params.suppressNonSpeechTokens = true;
            return params;
        }

        private List<Segment> segments(long lengthMs) {
            var segments = new ArrayList<Segment>();
            for (int i = 0; i < whisper.fullNSegments(context); i++) {
                String text = whisper.fullGetSegmentText(context, i).strip();
                long start =
                        Math.clamp(10 * whisper.fullGetSegmentTimestamp0(context, i), 0, lengthMs);
                long end =
                        Math.clamp(
                                10 * whisper.fullGetSegmentTimestamp1(context, i), start, lengthMs);
                if (!text.isEmpty()) {
                    segments.add(new Segment(start, end, null, text, words(text, start, end)));
                }
            }
            return segments;
        }

        @Override
        public void close() {
            context.close();
        }
    }

    private static List<Word> words(String text, long start, long end) {
        var words = new ArrayList<Word>();
        String[] parts = text.split("\\s+");
        long letters = Arrays.stream(parts).mapToLong(String::length).sum();
        long before = 0;
        for (String part : parts) {
            long from = start + (end - start) * before / letters;
            before += part.length();
            words.add(new Word(part, from, start + (end - start) * before / letters, 1));
        }
        return words;
    }
}
