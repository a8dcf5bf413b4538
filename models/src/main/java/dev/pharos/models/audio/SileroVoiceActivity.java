package dev.pharos.models.audio;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.AudioDecoder;
import dev.pharos.engine.transcription.VoiceActivity;
import dev.pharos.models.embedding.OnnxNatives;

import org.jspecify.annotations.Nullable;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Map;

/// Silero VAD in ONNX Runtime: a small recurrent network that hears 32 ms at a time (Silero Team,
/// github.com/snakers4/silero-vad; MIT). The network is loaded at first use and shared; each
/// detector keeps its own memory and computes on the calling thread. Close after all detectors.
public final class SileroVoiceActivity implements VoiceActivity {

    private static final String WEIGHTS = "silero_vad_v6.onnx";

    private final Path cache;
    private final String weights;
    private @Nullable OrtSession session;

    /// @param cache a folder of the program's own for native libraries
    public SileroVoiceActivity(Path cache) {
        this(cache, WEIGHTS);
    }

    SileroVoiceActivity(Path cache, String weights) {
        this.cache = cache;
        this.weights = weights;
    }

    /// The network's name and version.
    public static String version() {
        return "Silero VAD 6";
    }

    @Override
    public Detector begin() throws ProblemException {
        try {
            return new Listening(session());
        } catch (IOException | OrtException | RuntimeException | LinkageError e) {
            throw new ProblemException(
                    new Problem.PartUnavailable(weights, String.valueOf(e.getMessage())), e);
        }
    }

    private synchronized OrtSession session() throws IOException, OrtException {
        if (session == null) {
            OnnxNatives.settle(cache);
            var environment = OrtEnvironment.getEnvironment();
            environment.setTelemetry(false);
            try (var options = new OrtSession.SessionOptions();
                    var bytes = SileroVoiceActivity.class.getResourceAsStream(weights)) {
                if (bytes == null) {
                    throw new FileNotFoundException(weights);
                }
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                options.addConfigEntry("session.intra_op.allow_spinning", "0");
                session = environment.createSession(bytes.readAllBytes(), options);
            }
        }
        return session;
    }

    @Override
    public synchronized void close() {
        try {
            if (session != null) {
                session.close();
                session = null;
            }
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Feeds the network the last 64 samples again before each new 512, and its own state.
    private static final class Listening implements Detector {

        private static final int FRAME = 512;
        private static final int CONTEXT = 64;
        private static final int STATE = 2 * 128;

        private final OrtSession session;
        private final float[] context = new float[CONTEXT];
        private final FloatBuffer heard = floats(CONTEXT + FRAME);
        private final FloatBuffer state = floats(STATE);
        private final Map<String, OnnxTensor> inputs;

        Listening(OrtSession session) throws OrtException {
            this.session = session;
            var environment = OrtEnvironment.getEnvironment();
            this.inputs =
                    Map.of(
                            "input",
                            OnnxTensor.createTensor(
                                    environment, heard, new long[] {1, CONTEXT + FRAME}),
                            "state",
                            OnnxTensor.createTensor(environment, state, new long[] {2, 1, 128}),
                            "sr",
                            OnnxTensor.createTensor(
                                    environment,
                                    LongBuffer.wrap(new long[] {AudioDecoder.RATE}),
                                    new long[0]));
        }

        private static FloatBuffer floats(int count) {
            return ByteBuffer.allocateDirect(count * Float.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
        }

        @Override
        public int frame() {
            return FRAME;
        }

        @Override
        public float speech(float[] samples, int offset) {
            heard.put(0, context).put(CONTEXT, samples, offset, FRAME);
            System.arraycopy(samples, offset + FRAME - CONTEXT, context, 0, CONTEXT);
            try (var result = session.run(inputs)) {
                var next = ((OnnxTensor) result.get("stateN").orElseThrow()).getFloatBuffer();
                state.put(0, next, 0, STATE);
                return ((OnnxTensor) result.get("output").orElseThrow()).getFloatBuffer().get(0);
            } catch (OrtException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            inputs.values().forEach(OnnxTensor::close);
        }
    }
}
