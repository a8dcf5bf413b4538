package dev.pharos.ui.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

final class ReloadTest {
    private final ArrayDeque<Runnable> worker = new ArrayDeque<>();
    private final List<String> shown = new ArrayList<>();
    private final Reload<String> reload = new Reload<>(new Background(worker::add, Runnable::run));

    private void read(String what) {
        reload.read(
                _ -> what,
                outcome -> {
                    if (outcome instanceof Outcome.Done(var now)) {
                        shown.add(now);
                    }
                });
    }

    @Test
    void whatIsAskedForWhileOneReadsIsReadAfterThatTheNewestAlone() {
        read("first");
        read("second");
        read("third");
        assertEquals(1, worker.size());
        worker.remove().run();
        worker.remove().run();
        assertEquals(List.of("first", "third"), shown);
    }
}
