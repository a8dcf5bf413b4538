package dev.pharos.models.embedding;

import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.UnusableException;
import dev.pharos.engine.work.ChildDied;
import dev.pharos.engine.work.ChildJvm;
import dev.pharos.engine.work.ChildOnDemand;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// The parent's side of a [NetworkChild]. The process is started by the first run and ended after
/// some time without one. A run whose process ends under it may be tried once more in a new one.
final class ChildNetwork implements Network {

    /// A search after a pause would wait for runtime and weights again, up to some seconds.
    private static final Duration IDLE = Duration.ofMinutes(30);

    /// The first run of a process unpacks and loads half a gigabyte.
    private static final Duration FIRST_LIMIT = Duration.ofMinutes(10);

    /// Then one takes seconds, even on a slow machine.
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final ChildOnDemand child;
    private final int attempts;
    private final AtomicInteger hangUps = new AtomicInteger();
    private volatile @Nullable ChildJvm ready;

    /// @param attempts how often a run is tried
    ChildNetwork(ChildJvm.Recipe recipe, int attempts) {
        this.child = new ChildOnDemand(recipe, IDLE);
        this.attempts = attempts;
    }

    @Override
    public List<float[]> run(List<long[]> texts) throws IOException {
        byte[] request = request(texts);
        int before = hangUps.get();
        for (int attempt = 1; ; attempt++) {
            try {
                var running = child.running();
                boolean loaded = running != null && running.equals(ready);
                byte[] answer = child.call(request, loaded ? LIMIT : FIRST_LIMIT);
                ready = child.running();
                return vectors(answer, texts.size());
            } catch (ChildDied e) {
                if (attempt >= attempts || hangUps.get() != before) {
                    throw new UnusableException(Detail.of(Kind.PROCESS_ENDED, e.exitStatus()), e);
                }
            } catch (TimeoutException e) {
                throw new UnusableException(Detail.of(Kind.PROCESS_SILENT), e);
            }
        }
    }

    /// Ends the process, and with it the runs that are under way.
    void hangUp() {
        hangUps.incrementAndGet();
        var running = child.running();
        if (running != null) {
            running.kill();
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
    static byte[] failure(Detail detail) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(1);
        var out = new DataOutputStream(bytes);
        out.writeUTF(detail.kind().name());
        for (String told : detail.told()) {
            out.writeUTF(told);
        }
        return bytes.toByteArray();
    }

    private static Detail failure(byte[] answer) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(answer, 1, answer.length - 1));
        var kind = Kind.valueOf(in.readUTF());
        var told = new ArrayList<String>();
        while (in.available() > 0) {
            told.add(in.readUTF());
        }
        return new Detail(kind, told);
    }

    private static List<float[]> vectors(byte[] answer, int texts) throws IOException {
        var bytes = ByteBuffer.wrap(answer, 1, answer.length - 1);
        if (answer[0] != 0) {
            throw new UnusableException(failure(answer));
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
