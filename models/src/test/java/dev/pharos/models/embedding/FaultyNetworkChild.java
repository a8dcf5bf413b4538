package dev.pharos.models.embedding;

import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.work.ChildLoop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands for a GPU that works for a while: gives wrong vectors for some runs, and then fails in
/// the way that a system property says.
final class FaultyNetworkChild {
    static final String FAULT = "pharos.fault";
    static final int GOOD_RUNS = 2;

    /// How it fails.
    enum Fault {
        /// As when a driver aborts.
        DIES,
        /// As when memory is used up.
        MEMORY,
        /// As when a call of the provider fails.
        SAYS,
        /// As when a driver hangs.
        HANGS
    }

    private static final AtomicInteger RUNS = new AtomicInteger();

    private FaultyNetworkChild() {}

    public static void main(String[] args) {
        ChildLoop.serve(1, FaultyNetworkChild::answer);
    }

    private static byte[] answer(byte[] request) throws Exception {
        if (RUNS.incrementAndGet() > GOOD_RUNS) {
            return switch (Fault.valueOf(System.getProperty(FAULT))) {
                case DIES -> {
                    Runtime.getRuntime().halt(134);
                    yield new byte[0];
                }
                case MEMORY -> throw new OutOfMemoryError();
                case SAYS -> ChildNetwork.failure(Detail.said("CUDA failure 2: out of memory"));
                case HANGS -> {
                    Thread.sleep(Duration.ofDays(1));
                    yield new byte[0];
                }
            };
        }
        var vectors = new ArrayList<float[]>();
        for (var _ : ChildNetwork.texts(request)) {
            var vector = new float[384];
            vector[0] = 1;
            vectors.add(vector);
        }
        return ChildNetwork.answer(List.copyOf(vectors));
    }
}
