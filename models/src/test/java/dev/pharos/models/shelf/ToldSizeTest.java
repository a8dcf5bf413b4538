package dev.pharos.models.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.model.ModelInfo.RemoteFile;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Downloads of which the catalogue does not know the size.
final class ToldSizeTest {
    private static final byte[] MODEL = ModelServer.content(300_000);

    @TempDir Path folder;

    private Set<Long> totals(RemoteFile... files) throws Exception {
        var totals = ConcurrentHashMap.<Long>newKeySet();
        TestShelf.of(folder, TestShelf.IMPATIENT, files).fetch(TestShelf.ID, new Totals(totals));
        return totals;
    }

    private record Totals(Set<Long> seen) implements Progress {
        @Override
        public void report(long done, long total) {
            seen.add(total);
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    @Test
    void theTotalIsWhatTheServerTells() throws Exception {
        try (var server = ModelServer.doing(ModelServer.giving(MODEL, "a"))) {
            var file = TestShelf.file(server.address(), 0, null);
            assertEquals(Set.of((long) MODEL.length), totals(file));
        }
    }

    @Test
    void filesToComeCountAsFarAsTheyAreKnown() throws Exception {
        var giving = ModelServer.giving(MODEL, "a");
        try (var server = ModelServer.doing(giving, giving)) {
            var first = TestShelf.file(server.address(), 0, null);
            var second =
                    new RemoteFile(
                            "tokenizer.json", server.address() + "/other", MODEL.length, null);
            assertEquals(Set.of(2L * MODEL.length), totals(first, second));
        }
    }
}
