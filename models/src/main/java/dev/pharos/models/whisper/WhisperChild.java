package dev.pharos.models.whisper;

import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.SpeechToText.Recognised;
import dev.pharos.engine.work.ChildLoop;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;

/// The process in which whisper.cpp runs, because native code that aborts takes its process with
/// it. Serves one model on one device: what a driver or an allocator keeps of another one would
/// pile up. The requests about a recognition come while it runs.
final class WhisperChild {

    /// System property: where the native libraries are unpacked.
    static final String CACHE = "pharos.whisper.cache";

    /// Each recognition, a question about it, and one that ends it.
    private static final int REQUESTS_AT_ONCE = 3 * WhisperSpeechToText.AT_ONCE;

    private static final byte[] NOTHING = {};

    private final Path cache;
    private @Nullable WhisperRuntime runtime;
    private WhisperRuntime.@Nullable LoadedModel model;
    private final Map<Integer, Integer> reached = new ConcurrentHashMap<>();
    private final Set<Integer> stopped = ConcurrentHashMap.newKeySet();

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
            case Request.Describe(var placement) -> described(placement).encoded();
            case Request.HowFar(int call) ->
                    ByteBuffer.allocate(Integer.BYTES)
                            .putInt(reached.getOrDefault(call, 0))
                            .array();
            case Request.Stop(int call) -> {
                stopped.add(call);
                yield NOTHING;
            }
        };
    }

    private Reply reply(Request.Recognise request) {
        try {
            var ready = runtime(request.placement());
            return new Reply.Done(recognise(ready, request), ready.complaint());
        } catch (CancellationException _) {
            return new Reply.Cancelled();
        } catch (ProblemException e) {
            return new Reply.Failed(e.problem());
        } catch (IOException | LinkageError e) {
            var detail = Detail.of(e);
            return request.placement().plugged()
                    ? new Reply.Refused(detail)
                    : new Reply.Failed(
                            new Problem.ModelUnavailable(
                                    ModelFile.nameOf(request.options().model()), detail));
        } finally {
            reached.remove(request.call());
        }
    }

    private Reply described(Placement placement) {
        try {
            return new Reply.Described(runtime(placement).describe());
        } catch (IOException | LinkageError e) {
            return new Reply.Refused(Detail.of(e));
        }
    }

    private Recognised recognise(WhisperRuntime ready, Request.Recognise request)
            throws ProblemException {
        return model(ready, request)
                .recognise(
                        request,
                        new WhisperRuntime.Watch() {
                            @Override
                            public boolean cancelled() {
                                return stopped.contains(request.call());
                            }

                            @Override
                            public void reached(int samples) {
                                reached.put(request.call(), samples);
                            }
                        });
    }

    private synchronized WhisperRuntime.LoadedModel model(
            WhisperRuntime ready, Request.Recognise request) throws ProblemException {
        var loaded = model;
        if (loaded == null) {
            loaded = ready.load(request.options().model(), request.aligned());
            model = loaded;
        }
        return loaded;
    }

    private synchronized WhisperRuntime runtime(Placement placement) throws IOException {
        var ready = runtime;
        if (ready == null) {
            ready = WhisperRuntime.open(cache, placement);
            runtime = ready;
        }
        return ready;
    }
}
