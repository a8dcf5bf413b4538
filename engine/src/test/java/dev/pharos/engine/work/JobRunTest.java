package dev.pharos.engine.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

@Timeout(300)
final class JobRunTest {
    private final InMemoryJobs jobs = new InMemoryJobs(Clock.systemUTC());
    private final JobBoard board = new JobBoard(jobs);
    private final Job job = jobs.add("work", "a", "a", "{}");
    private final JobRun run =
            new JobRun(board, job, (_, _) -> {}, Clock.systemUTC(), () -> 0, () -> {});

    /// What is shown after one thread began to tell `second` while another one, which holds the
    /// board, told `first`.
    private List<Object> shown(Consumer<JobQueue.Report> first, Consumer<JobQueue.Report> second)
            throws InterruptedException {
        Thread teller;
        synchronized (board) {
            teller = Thread.ofPlatform().start(() -> second.accept(run));
            while (teller.getState() != Thread.State.BLOCKED) {
                Thread.onSpinWait();
            }
            first.accept(run);
        }
        teller.join();
        var now = board.find(job.id()).orElseThrow();
        return Arrays.asList(now.done(), now.stage(), now.device());
    }

    @Test
    void whatAnEarlierRunHasDoneIsNoSpeed() {
        var now = new AtomicLong();
        var resumed = new JobRun(board, job, (_, _) -> {}, Clock.systemUTC(), now::get, () -> {});
        resumed.report(0, 900_000);
        now.addAndGet(1_000_000_000);
        resumed.recall(600_000, 900_000);
        resumed.report(600_000, 900_000);
        now.addAndGet(1_000_000_000);
        resumed.report(602_000, 900_000);
        assertEquals(2, board.find(job.id()).orElseThrow().speed());
    }

    @Test
    void whatIsToldAtTheSameTimeIsNotLost() throws Exception {
        assertEquals(
                Arrays.asList(5L, null, "CPU"), shown(r -> r.report(5, 9), r -> r.device("CPU")));
        assertEquals(
                List.of(6L, "listening", "CPU"),
                shown(r -> r.report(6, 9), r -> r.stage("listening")));
        assertEquals(
                List.of(7L, "listening", "GPU"), shown(r -> r.device("GPU"), r -> r.report(7, 9)));
    }
}
