package dev.pharos.models.whisper;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.SpeechToText.Recognised;
import dev.pharos.engine.work.ChildLoop;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/// The process in which whisper.cpp runs, because native code that aborts takes its process with
/// it. Keeps the last model loaded. Recognitions come one after another, numbered upwards; the
/// other requests come while one runs.
final class WhisperChild {

    /// System property: where the native libraries are unpacked.
    static final String CACHE = "pharos.whisper.cache";

    private static final int REQUESTS_AT_ONCE = 3;
    private static final byte[] NOTHING = {};

    private record Loaded(
            String version, Path file, boolean aligned, WhisperRuntime.LoadedModel model) {}

    private final Path cache;
    private @Nullable WhisperRuntime runtime;
    private @Nullable Loaded loaded;
    private volatile int running;
    private volatile int reached;
    private volatile int lastStopped;

    private WhisperChild(Path cache) {
        this.cache = cache;
    }

    public static void main(String[] args) {
        var child = new WhisperChild(Path.of(System.getProperty(CACHE)));
        ChildLoop.serve(REQUESTS_AT_ONCE, child::answer);
    }

    private byte[] answer(byte[] bytes) throws IOException {
        return switch (Request.decode(bytes)) {
            case Request.Recognise recognise -> reply(recognise).encoded();
            case Request.HowFar(int call) ->
                    ByteBuffer.allocate(Integer.BYTES)
                            .putInt(call == running ? reached : 0)
                            .array();
            case Request.Stop(int call) -> {
                lastStopped = call;
                yield NOTHING;
            }
        };
    }

    private synchronized Reply reply(Request.Recognise request) {
        reached = 0;
        running = request.call();
        try {
            return new Reply.Done(recognise(request));
        } catch (CancellationException _) {
            return new Reply.Cancelled();
        } catch (ProblemException e) {
            return new Reply.Failed(e.problem());
        }
    }

    private Recognised recognise(Request.Recognise request) throws ProblemException {
        var model = model(request);
        return model.recognise(
                request,
                new WhisperRuntime.Watch() {
                    @Override
                    public boolean cancelled() {
                        return lastStopped >= request.call();
                    }

                    @Override
                    public void reached(int samples) {
                        reached = samples;
                    }
                });
    }

    private WhisperRuntime.LoadedModel model(Request.Recognise request) throws ProblemException {
        Path file = request.options().model();
        var last = loaded;
        if (last != null
                && last.file().equals(file)
                && last.version().equals(request.modelVersion())
                && last.aligned() == request.aligned()) {
            return last.model();
        }
        if (last != null) {
            loaded = null;
            last.model().close(); // first, or both would be in memory
        }
        var model = runtime(file).load(file, request.aligned());
        loaded = new Loaded(request.modelVersion(), file, request.aligned(), model);
        return model;
    }

    private WhisperRuntime runtime(Path model) throws ProblemException {
        var ready = runtime;
        if (ready == null) {
            try {
                ready = WhisperRuntime.open(cache);
            } catch (IOException | LinkageError e) {
                throw new ProblemException(
                        new Problem.ModelUnavailable(
                                ModelFile.nameOf(model), String.valueOf(e.getMessage())),
                        e);
            }
            runtime = ready;
        }
        return ready;
    }
}
