package dev.pharos.models.embedding;

import dev.pharos.engine.work.ChildDied;
import dev.pharos.engine.work.ChildJvm;
import dev.pharos.engine.work.ChildOnDemand;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// The parent's side of a [NetworkChild]. The process is started by the first run and ended after
/// some minutes without one. A run whose process ends under it may be tried once more in a new one.
///
/// @param attempts how often a run is tried
record ChildNetwork(ChildOnDemand child, int attempts) implements Network {

    private static final Duration IDLE = Duration.ofMinutes(5);

    /// The first run unpacks and loads half a gigabyte.
    private static final Duration LIMIT = Duration.ofMinutes(10);

    static ChildNetwork of(ChildJvm.Recipe recipe, int attempts) {
        return new ChildNetwork(new ChildOnDemand(recipe, IDLE), attempts);
    }

    @Override
    public List<float[]> run(List<long[]> texts) throws IOException {
        byte[] request = request(texts);
        for (int attempt = 1; ; attempt++) {
            try {
                return vectors(child.call(request, LIMIT), texts.size());
            } catch (ChildDied e) {
                if (attempt >= attempts) {
                    throw new IOException(ModelFolder.text("processEnded", e.exitStatus()), e);
                }
            } catch (TimeoutException e) {
                throw new IOException(ModelFolder.text("processSilent"), e);
            }
        }
    }

    private static byte[] request(List<long[]> texts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(texts.size());
        for (long[] text : texts) {
            out.writeInt(text.length);
            for (long token : text) {
                out.writeInt(Math.toIntExact(token));
            }
        }
        return bytes.toByteArray();
    }

    static List<long[]> texts(byte[] request) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(request));
        var texts = new ArrayList<long[]>();
        for (int left = in.readInt(); left > 0; left--) {
            var text = new long[in.readInt()];
            for (int t = 0; t < text.length; t++) {
                text[t] = in.readInt();
            }
            texts.add(text);
        }
        return texts;
    }

    /// The answer of a run that went well.
    static byte[] answer(List<float[]> vectors) {
        int floats = vectors.stream().mapToInt(vector -> vector.length).sum();
        var bytes = ByteBuffer.allocate(1 + floats * Float.BYTES).put((byte) 0);
        vectors.forEach(vector -> {
            bytes.asFloatBuffer().put(vector);
            bytes.position(bytes.position() + vector.length * Float.BYTES);
        });
        return bytes.array();
    }

    /// The answer of a run that failed.
    static byte[] failure(String detail) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(1);
        bytes.write(detail.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static List<float[]> vectors(byte[] answer, int texts) throws IOException {
        var bytes = ByteBuffer.wrap(answer, 1, answer.length - 1);
        if (answer[0] != 0) {
            throw new IOException(StandardCharsets.UTF_8.decode(bytes).toString());
        }
        var floats = bytes.asFloatBuffer();
        var vectors = new ArrayList<float[]>();
        int dimension = floats.remaining() / texts;
        for (int i = 0; i < texts; i++) {
            var vector = new float[dimension];
            floats.get(vector);
            vectors.add(vector);
        }
        return vectors;
    }

    @Override
    public void close() {
        child.close();
    }
}
