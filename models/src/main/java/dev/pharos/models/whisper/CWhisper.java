package dev.pharos.models.whisper;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import dev.pharos.engine.model.Device;
import dev.pharos.engine.model.DeviceChoice;
import dev.pharos.engine.model.Hardware;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.SpeechToText;
import dev.pharos.engine.transcription.SpeechToText.Recognised;
import dev.pharos.models.whisper.ParamsLayout.Field;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/// whisper.cpp by its C functions, with times and probabilities of words.
///
/// It decodes as whisper.cpp's own program does by default: beam search with five beams, and where
/// the text repeats itself (entropy below 2.4) or is improbable (mean log probability below -1),
/// again at a higher temperature. Unlike that program it suppresses tokens that are no speech, as
/// OpenAI's own program does.
final class CWhisper implements WhisperRuntime {

    /// What follows each piece of sound: whisper.cpp leaves out what begins in the last second.
    static final int SILENCE = 20_000;

    private final WhisperLibrary library;
    private final Placement placement;
    private final List<String> unloaded;
    private final NativeLog log = new NativeLog();
    private final Backends backends;
    private volatile boolean begun;

    private CWhisper(WhisperLibrary library, Placement placement, List<String> unloaded) {
        this.library = library;
        this.placement = placement;
        this.unloaded = unloaded;
        library.tell(log.callback());
        backends = library.backends();
    }

    /// @throws UnsatisfiedLinkError as [WhisperLibrary#open]
    static CWhisper open(NativeBuild build, Placement placement) {
        var loaded = build.load();
        var library = WhisperLibrary.open(loaded.symbols());
        var whisper = new CWhisper(library, placement, loaded.failures());
        whisper.backends.loadFrom(build);
        return whisper;
    }

    @Override
    public Hardware.Runtime describe() {
        var gpus = backends.gpus();
        var devices = Stream.concat(gpus.stream().map(Backends.Gpu::device), Stream.of(Device.CPU));
        return new Hardware.Runtime(
                NAME, version(), devices.toList(), gpus.isEmpty() ? why() : null);
    }

    private String version() {
        return placement.plugged() ? library.version() : WhisperNatives.VERSION;
    }

    private Hardware.Why why() {
        if (!backends.builtForGpu()) {
            return unloaded.isEmpty()
                    ? new Hardware.Why.BuiltWithoutGpu()
                    : new Hardware.Why.Failed(unloaded.getFirst());
        }
        return log.complaint().isEmpty()
                ? new Hardware.Why.NoGpu()
                : new Hardware.Why.Failed(log.complaint());
    }

    @Override
    public @Nullable Detail complaint() {
        boolean wished =
                placement.device() instanceof DeviceChoice.Gpu
                        || placement.mayUseGpu()
                                && placement.plugged()
                                && (backends.builtForGpu() || !unloaded.isEmpty());
        if (!wished || !begun || !log.backend().isEmpty()) {
            return null;
        }
        if (!unloaded.isEmpty()) {
            return Detail.said(unloaded.getFirst());
        }
        return log.complaint().isEmpty()
                ? Detail.of(Detail.Kind.NO_GPU)
                : Detail.said(log.complaint());
    }

    /// What it computes on, or before it has begun, what it would.
    private String device() {
        if (!placement.mayUseGpu() || begun && log.backend().isEmpty()) {
            return Device.CPU.name();
        }
        var gpus = backends.gpus();
        if (!begun) {
            return gpus.size() > placement.gpu()
                    ? name(gpus.get(placement.gpu()))
                    : Device.CPU.name();
        }
        String id = log.backend();
        return gpus.stream()
                .filter(gpu -> gpu.id().equals(id) || gpu.id().equals(id + placement.gpu()))
                .findFirst()
                .map(CWhisper::name)
                .orElse(id);
    }

    private static String name(Backends.Gpu gpu) {
        return gpu.id() + ": " + gpu.device().name();
    }

    @Override
    public LoadedModel load(Path file, boolean aligned) throws ProblemException {
        var header = ModelFile.header(file);
        var hearing = ModelFile.hearing(file);
        var heads = aligned ? AlignmentHeads.of(header) : null;
        var context = library.load(file, heads, placement);
        if (context.address() == 0) {
            boolean own = placement.safe() || log.complaint().isEmpty();
            throw new ProblemException(
                    new Problem.ModelUnavailable(
                            ModelFile.nameOf(file),
                            own
                                    ? Detail.of(Detail.Kind.NOT_LOADED)
                                    : Detail.said(log.complaint())));
        }
        return new Model(file, context, hearing.context());
    }

    private final class Model implements LoadedModel {
        private final Path file;
        private final MemorySegment context;
        private final int heard;
        private final int endOfText;
        private final boolean multilingual;

        Model(Path file, MemorySegment context, int heard) {
            this.file = file;
            this.context = context;
            this.heard = heard;
            endOfText = library.endOfText(context);
            multilingual = library.multilingual(context);
        }

        /// A new state each time: an old one remembers how often chance was asked, and a
        /// temperature above zero asks chance.
        @Override
        public Recognised recognise(Request.Recognise request, Watch watch)
                throws ProblemException {
            String language = language(request.options().language());
            if (Voicing.of(request.samples()).silent()) {
                return WhisperRuntime.nothing(language, device());
            }
            var state = library.newState(context);
            begun = true;
            if (state.address() == 0) {
                throw new OutOfMemoryError("whisper_init_state");
            }
            try (var arena = Arena.ofShared()) {
                var samples = request.samples();
                var sound = Arrays.copyOf(samples, samples.length + SILENCE);
                var params = params(request.options(), language, arena);
                new Callbacks(library, state, samples, watch).install(params, arena);
                int result =
                        library.full(
                                context,
                                state,
                                params,
                                arena.allocateFrom(JAVA_FLOAT, sound),
                                sound.length);
                if (watch.cancelled()) {
                    throw new CancellationException();
                }
                if (result != 0) {
                    throw new IllegalStateException("whisper_full: " + result);
                }
                String spoken = multilingual ? library.language(library.spoken(state)) : "en";
                return new Recognised(spoken, device(), segments(state, spoken, samples));
            } finally {
                library.freeState(state);
            }
        }

        private String language(String wanted) throws ProblemException {
            boolean auto = wanted.equals(SpeechToText.AUTO);
            if (multilingual
                    ? auto || library.knowsLanguage(wanted)
                    : auto || wanted.equals("en")) {
                return multilingual ? wanted : "en";
            }
            throw new ProblemException(new Problem.LanguageUnknown(wanted, ModelFile.nameOf(file)));
        }

        private MemorySegment params(SpeechToText.Options options, String language, Arena arena) {
            var layout = library.layout();
            var params = library.defaultParams(arena);
            layout.set(params, Field.THREADS, options.threads());
            layout.set(params, Field.TRANSLATE, options.translate());
            layout.set(params, Field.NO_CONTEXT, true);
            layout.set(params, Field.NO_TIMESTAMPS, false);
            layout.set(params, Field.PRINT_PROGRESS, false);
            layout.set(params, Field.TOKEN_TIMESTAMPS, true);
            layout.set(params, Field.AUDIO_CONTEXT, heard);
            layout.set(params, Field.SUPPRESS_NON_SPEECH, true);
            layout.set(params, Field.LANGUAGE, arena.allocateFrom(language));
            String prompt = options.prompt();
            if (prompt != null) {
                layout.set(
                        params, Field.INITIAL_PROMPT, arena.allocateFrom(prompt.replace("\0", "")));
            }
            return params;
        }

        private List<Segment> segments(MemorySegment state, String language, float[] samples) {
            var voicing = Voicing.of(samples);
            var segments = new ArrayList<Segment>();
            for (int s = 0; s < library.segments(state); s++) {
                long start = 10 * library.segmentStart(state, s);
                long end = 10 * library.segmentEnd(state, s);
                Words.segment(pieces(state, s, start), language, start, end, voicing)
                        .ifPresent(segments::add);
            }
            return segments;
        }

        private List<Words.Piece> pieces(MemorySegment state, int segment, long startMs) {
            var pieces = new ArrayList<Words.Piece>();
            long last = startMs;
            for (int t = 0; t < library.tokens(state, segment); t++) {
                var token = library.token(state, segment, t);
                if (token.id() < endOfText) {
                    boolean aligned = token.spoken() >= 0;
                    long start = aligned ? last : 10 * token.start();
                    long end = Math.max(start, 10 * (aligned ? token.spoken() : token.end()));
                    byte[] bytes = library.bytes(context, token.id());
                    pieces.add(new Words.Piece(bytes, token.p(), start, end));
                    last = end;
                }
            }
            return pieces;
        }

        @Override
        public void close() {
            library.free(context);
        }
    }
}
