package dev.pharos.models.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.EmbedderContract;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// What every embedder with a network promises beyond [EmbedderContract].
abstract class NetworkEmbedderContract extends EmbedderContract {

    /// A new one of the same kind; the test closes it.
    abstract Embedder another() throws Exception;

    @Test
    void workThatIsUnderWayEndsWellWhenClosed() throws Exception {
        var expected = embedder().embed(TEXTS);
        var begun = new CountDownLatch(1);
        try (var other = another();
                var thread = Executors.newSingleThreadExecutor()) {
            var work =
                    thread.submit(() -> {
                        var last = other.embed(TEXTS);
                        begun.countDown();
                        while (true) {
                            try {
                                last = other.embed(TEXTS);
                            } catch (IllegalStateException _) {
                                return last;
                            }
                        }
                    });
            begun.await();
            other.close();
            var last = work.get();
            for (int i = 0; i < TEXTS.size(); i++) {
                assertArrayEquals(expected.get(i), last.get(i), 1e-5f);
            }
        }
    }

    @Test
    void aClosedOneRefuses() throws Exception {
        var closed = another();
        closed.close();
        assertThrows(IllegalStateException.class, () -> closed.embed(TEXTS));
        assertThrows(IllegalStateException.class, () -> closed.countTokens(TEXTS));
    }
}
