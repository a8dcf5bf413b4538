package dev.pharos.models.shelf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// Programs that are killed, and programs that want the same.
@Timeout(300)
final class TwoProgramsTest {
    private static final byte[] MODEL = ModelServer.content(400_000);
    private static final String TAG = "\"a1\"";

    @TempDir Path folder;

    private Path target() {
        return folder.resolve("reranking/thing").resolve(TestShelf.FILE);
    }

    private Path part() {
        return folder.resolve("reranking/.incoming/thing").resolve(TestShelf.FILE + ".part");
    }

    @Test
    void whatAKilledProgramHasFetchedIsNotFetchedAgain() throws Exception {
        try (var server =
                ModelServer.doing(
                        ModelServer.silentAfter(MODEL, TAG, 250_000),
                        ModelServer.giving(MODEL, TAG))) {
            var child = FetchChild.start(folder, server, MODEL);
            while (!Files.exists(part()) || Files.size(part()) < 250_000) {
                assertTrue(child.isAlive());
                Thread.sleep(20);
            }
            child.destroyForcibly().waitFor();
            server.requests.clear();
            TestShelf.of(folder, server.address(), MODEL.length, TestShelf.sha256(MODEL))
                    .fetch(TestShelf.ID, Progress.NONE);
            assertEquals(250_000, server.requests.remove().from());
            assertArrayEquals(MODEL, Files.readAllBytes(target()));
        }
    }

    @Test
    void twoProgramsThatWantTheSameFetchItOnce() throws Exception {
        var both = new CountDownLatch(1);
        ModelServer.Script waiting =
                (request, out) -> {
                    try {
                        both.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    ModelServer.giving(MODEL, TAG).answer(request, out);
                };
        try (var server = ModelServer.doing(waiting)) {
            var child = FetchChild.start(folder, server, MODEL);
            server.requests.take(); // the child holds the lock now
            var here =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    TestShelf.of(
                                                    folder,
                                                    server.address(),
                                                    MODEL.length,
                                                    TestShelf.sha256(MODEL))
                                            .fetch(TestShelf.ID, Progress.NONE);
                                } catch (Exception e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            both.countDown();
            here.join();
            assertEquals(0, child.waitFor());
            assertEquals(0, server.requests.size());
            assertArrayEquals(MODEL, Files.readAllBytes(target()));
        }
    }
}
