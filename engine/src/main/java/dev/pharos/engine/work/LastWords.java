package dev.pharos.engine.work;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/// Reads a stream to its end on a thread of its own, so that its writer never waits, and keeps the
/// end of it.
final class LastWords {

    private static final int KEPT = 4096;

    private final Thread reader;
    private byte[] kept = {};

    LastWords(InputStream stream, String name) {
        reader = Thread.ofPlatform().daemon().name(name).start(() -> read(stream));
    }

    private void read(InputStream stream) {
        var buffer = new byte[KEPT];
        try (stream) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                keep(buffer, count);
            }
        } catch (IOException _) {
            // as good as its end
        }
    }

    private synchronized void keep(byte[] buffer, int count) {
        byte[] all = Arrays.copyOf(kept, kept.length + count);
        System.arraycopy(buffer, 0, all, kept.length, count);
        kept = Arrays.copyOfRange(all, Math.max(0, all.length - KEPT), all.length);
    }

    /// @param limit how long to wait for the end of the stream
    String within(Duration limit) {
        try {
            reader.join(limit);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            return new String(kept, StandardCharsets.UTF_8);
        }
    }
}
