package dev.pharos.engine.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// An embedder between its library and its machine. The limit only ends what hangs.
@Timeout(300)
final class PassageEmbedderTest {
    private static final List<String> TEXTS = List.of("lamp");

    private final EmbeddingModel model = new HashingEmbedder().model();
    private final List<Object> openedFor = new ArrayList<>();
    private Object setting = "CPU";

    /// Waits for another process that never answers.
    private final class Hanging implements Embedder {
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch hungUp = new CountDownLatch(1);

        @Override
        public EmbeddingModel model() {
            return model;
        }

        @Override
        public List<float[]> embed(List<String> texts) throws ProblemException {
            asked.countDown();
            try {
                hungUp.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            throw new ProblemException(new Problem.ModelUnavailable(model.id(), "ended"));
        }

        @Override
        public int[] countTokens(List<String> texts) {
            return new int[texts.size()];
        }

        @Override
        public void hangUp() {
            hungUp.countDown();
        }

        @Override
        public void close() {}
    }

    private PassageEmbedder on(Embedder embedder) {
        return new PassageEmbedder(
                new Embedders() {
                    @Override
                    public EmbeddingModel bundled() {
                        return model;
                    }

                    @Override
                    public List<EmbeddingModel> available() {
                        return List.of(model);
                    }

                    @Override
                    public Object setting() {
                        return setting;
                    }

                    @Override
                    public Embedder open(String id) {
                        openedFor.add(setting);
                        return embedder;
                    }
                },
                model);
    }

    @Test
    void anotherDeviceIsTakenAtTheNextCall() throws Exception {
        try (var embedder = on(new HashingEmbedder())) {
            embedder.embed(TEXTS);
            embedder.embedQuery("lamp");
            setting = "GPU";
            embedder.embedQuery("lamp");
            embedder.embed(TEXTS);
        }
        assertEquals(List.of("CPU", "GPU"), openedFor);
    }

    @Test
    void closingDoesNotWaitForAProcessThatHangs() throws Exception {
        var hanging = new Hanging();
        try (var embedder = on(hanging);
                var thread = Executors.newSingleThreadExecutor()) {
            var call =
                    thread.submit(() ->
                            assertThrows(ProblemException.class, () -> embedder.embed(TEXTS)));
            hanging.asked.await();
            embedder.close();
            call.get();
        }
    }
}
