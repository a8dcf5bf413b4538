package dev.pharos.engine.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.problem.Problem;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

@Timeout(300)
final class LackingJobsTest {
    private final AtomicReference<@Nullable Problem> lacks =
            new AtomicReference<>(new Problem.NoMicrophone());
    private final CountDownLatch begun = new CountDownLatch(1);

    /// Goes on until it is stopped.
    private final JobQueue.Worker endless =
            new JobQueue.Worker() {
                @Override
                public void run(Job job, JobQueue.Report report) {
                    begun.countDown();
                    while (true) {
                        report.checkpoint();
                        Thread.onSpinWait();
                    }
                }

                @Override
                public @Nullable Problem lacks(Job job, UnfinishedJobs open) {
                    return lacks.get();
                }
            };

    private static List<@Nullable Problem> problems(JobQueue queue) {
        return queue.all().stream().<@Nullable Problem>map(Job::problem).toList();
    }

    @Test
    void aJobThatWaitsForAnotherBeginsOnceThatIsOver() throws Exception {
        var order = new ArrayList<String>();
        var second =
                new JobQueue.Worker() {
                    @Override
                    public void run(Job job, JobQueue.Report report) {
                        order.add("second " + job.subject());
                    }

                    @Override
                    public @Nullable Problem lacks(Job job, UnfinishedJobs open) {
                        return open.has("first", job.subject())
                                ? new Problem.TranscribedFirst()
                                : null;
                    }
                };
        JobQueue.Worker first = (job, _) -> order.add("first " + job.subject());
        var jobs = new InMemoryJobs(Clock.systemUTC());
        try (var queue = new JobQueue(jobs, Map.of("first", first, "second", second))) {
            var ids =
                    List.of(
                            queue.add("second", "a", "a", "{}").id(),
                            queue.add("second", "b", "b", "{}").id(),
                            queue.add("first", "a", "a", "{}").id());
            queue.start();
            queue.await(ids, Progress.NONE);
        }
        assertEquals(List.of("second b", "first a", "second a"), order);
    }

    @Test
    void whatWaitingJobsLackIsToldOfAllOfThemAlsoWhileOneRuns() throws Exception {
        var lacking = lacks.get();
        var jobs = new InMemoryJobs(Clock.systemUTC());
        try (var queue = new JobQueue(jobs, Map.of("work", endless))) {
            queue.start();
            var ids =
                    List.of("a", "b", "c").stream()
                            .map(each -> queue.add("work", each, each, "{}").id())
                            .toList();
            queue.await(ids, Progress.NONE);
            assertEquals(Arrays.asList(lacking, lacking, lacking), problems(queue));

            lacks.set(null);
            queue.changed();
            begun.await();
            assertEquals(Arrays.asList(null, null, null), problems(queue));

            lacks.set(lacking);
            queue.changed();
            assertEquals(Arrays.asList(null, lacking, lacking), problems(queue));
        }
    }
}
