package dev.pharos.engine.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Job.State;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

@Timeout(300)
final class JobQueueTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2024-05-01T12:00:00Z"), ZoneOffset.UTC);

    private final FailingJobs jobs = new FailingJobs(new InMemoryJobs(CLOCK));
    private final AtomicLong nanos = new AtomicLong();
    private final Steps steps = new Steps();
    private JobQueue queue = newQueue();

    /// A worker that does what the test tells it, step by step.
    private static final class Steps implements JobQueue.Worker {
        private interface Step {
            void run(JobQueue.Report report) throws ProblemException;
        }

        private static final Step END = _ -> {};
        private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
        private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

        @Override
        public void run(Job job, JobQueue.Report report) throws ProblemException {
            begun.add(job.subject());
            while (true) {
                report.checkpoint();
                var step = steps.poll();
                if (step == END) {
                    return;
                }
                if (step != null) {
                    step.run(report);
                    done.add(job.subject());
                }
                Thread.onSpinWait();
            }
        }

        private void take(Step step) throws InterruptedException {
            steps.add(step);
            done.take();
        }
    }

    private JobQueue newQueue() {
        return new JobQueue(jobs, Map.of("work", steps), CLOCK, nanos::get);
    }

    @BeforeEach
    void start() {
        queue.start();
    }

    @AfterEach
    void close() {
        queue.close();
    }

    private long add(String subject) {
        return queue.add("work", subject, subject, "{}").id();
    }

    private Job job(long id) {
        return queue.all().stream().filter(job -> job.id() == id).findFirst().orElseThrow();
    }

    private void await(Long... ids) {
        queue.await(List.of(ids), Progress.NONE);
    }

    @Test
    void jobsRunOneAfterAnotherInTheirOrder() throws Exception {
        var a = add("a");
        assertEquals("a", steps.begun.take());
        var b = add("b");
        var c = add("c");
        queue.move(c, b);
        for (int i = 0; i < 3; i++) {
            steps.steps.add(Steps.END);
        }

        await(a, b, c);

        assertEquals(List.of("c", "b"), List.copyOf(steps.begun));
        assertEquals(List.of(State.DONE, State.DONE, State.DONE), states());
    }

    private List<State> states() {
        return queue.all().stream().map(Job::state).toList();
    }

    @Test
    void aSubjectIsNotQueuedTwiceWhileItIsNotOver() throws Exception {
        var a = add("a");
        steps.begun.take();
        assertEquals(a, add("a"));
        queue.cancel(a);

        assertTrue(add("a") != a);
    }

    @Test
    void progressSpeedAndRemainingTimeAreTold() throws Exception {
        var a = add("a");
        steps.take(report -> report.report(0, 60_000));
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        steps.take(report -> report.report(20_000, 60_000));
        steps.take(report -> report.device("CPU"));

        var job = job(a);
        assertEquals(List.of(20_000L, 60_000L), List.of(job.done(), job.total()));
        assertEquals(2.0, job.speed());
        assertEquals(Duration.ofSeconds(20), job.remaining());
        assertEquals("CPU", job.device());
    }

    @Test
    void whatWasSkippedDoesNotCountAsSpeed() throws Exception {
        var a = add("a");
        steps.take(report -> report.report(0, 60_000));
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        steps.take(report -> report.report(50_000, 60_000));
        steps.take(report -> report.stage("listening"));
        steps.take(report -> report.report(50_000, 60_000));
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        steps.take(report -> report.report(51_000, 60_000));

        assertEquals(1.0, job(a).speed());
    }

    @Test
    void aCancelledJobShowsAsCancelledAtOnceAndNeverAsSuccess() throws Exception {
        var a = add("a");
        var busy = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        steps.steps.add(_ -> {
            busy.countDown();
            awaitLatch(released);
        });
        steps.steps.add(Steps.END);
        busy.await();
        steps.begun.take();
        try {
            queue.cancel(a);
            await(a);
            assertEquals(
                    List.of(State.CANCELLED, State.CANCELLED),
                    List.of(job(a).state(), jobs.find(a).orElseThrow().state()),
                    "shown and saved");
            assertEquals(0, steps.done.size(), "the worker has not returned");
        } finally {
            released.countDown();
        }
        var b = add("b");
        assertEquals("b", steps.begun.take());
        steps.steps.add(Steps.END);
        await(b);

        assertEquals(State.CANCELLED, job(a).state());
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void pausingARunningJobLetsTheNextOneRun() throws Exception {
        var a = add("a");
        var b = add("b");
        assertEquals("a", steps.begun.take());
        queue.pause(a);

        assertEquals("b", steps.begun.take());
        assertEquals(List.of(State.PAUSED, State.RUNNING), states());

        queue.resume(a);
        steps.steps.add(Steps.END);
        await(b);
        assertEquals("a", steps.begun.take());
        steps.steps.add(Steps.END);
        await(a);
        assertEquals(List.of(State.DONE, State.DONE), states());
    }

    @Test
    void aProblemFailsTheJobAndARetryRunsItAgain() throws Exception {
        var a = add("a");
        var problem = new Problem.NoMicrophone();
        steps.steps.add(_ -> {
            throw new ProblemException(problem);
        });
        await(a);
        assertEquals(problem, job(a).problem());
        assertEquals(State.FAILED, job(a).state());

        queue.retry(a);
        steps.steps.add(Steps.END);
        await(a);
        assertEquals(State.DONE, job(a).state());
        assertEquals(null, job(a).problem());
    }

    @Test
    void aNoticeStaysWithAJobThatEndsWell() throws Exception {
        var notice = new Problem.DeviceFailed("CUDA0", "out of memory");
        var a = add("a");
        steps.take(report -> report.notice(notice));
        steps.steps.add(Steps.END);
        await(a);
        assertEquals(State.DONE, job(a).state());
        assertEquals(notice, job(a).problem());
    }

    @Test
    void aBugFailsTheJobWithAReportAndTheNextOneRuns() throws Exception {
        var a = add("a");
        var b = add("b");
        steps.steps.add(_ -> {
            throw new StackOverflowError("a bug");
        });
        steps.begun.take();
        assertEquals("b", steps.begun.take());
        steps.steps.add(Steps.END);
        await(a, b);

        assertInstanceOf(Problem.Unexpected.class, job(a).problem());
        assertEquals(List.of(State.FAILED, State.DONE), states());
    }

    @Test
    void closingLetsTheRunningJobWaitForTheNextStart() throws Exception {
        add("a");
        steps.begun.take();
        steps.take(report -> report.report(7_000, 9_000));

        queue.close();

        assertEquals(State.WAITING, jobs.all().getFirst().state());
        assertEquals(7_000, jobs.all().getFirst().done());
        queue = newQueue();
        assertEquals(0, steps.begun.size(), "nothing runs before the start");
        queue.start();
        assertEquals("a", steps.begun.take());
    }

    @Test
    void whatAKilledProgramWasWorkingOnWaitsAgain() throws Exception {
        queue.close();
        var a = jobs.add("work", "a", "a", "{}");
        jobs.save(a.with(State.RUNNING, null, CLOCK.instant(), null));
        queue = newQueue();

        queue.recover();

        assertEquals(List.of(State.WAITING), states());
    }

    @Test
    void onlyWhatIsOverCanBeRemoved() throws Exception {
        var a = add("a");
        steps.begun.take();
        queue.remove(a);
        assertEquals(List.of(State.RUNNING), states());

        queue.cancel(a);
        queue.remove(a);
        assertEquals(List.of(), states());
    }

    @Test
    void listenersHearOfChangesUntilTheyAreClosed() throws Exception {
        var heard = new LinkedBlockingQueue<String>();
        var subscription = queue.onChange(() -> heard.add("changed"));
        add("a");
        heard.take();
        subscription.close();
        var other = new LinkedBlockingQueue<String>();
        queue.onChange(() -> other.add("changed"));
        heard.clear();
        add("b");
        other.take();

        assertEquals(0, heard.size());
    }

    @Test
    void jobsOfAKindWithoutWorkerWait() throws Exception {
        var other = queue.add("other", "x", "x", "{}").id();
        var a = add("a");
        steps.steps.add(Steps.END);
        await(a);

        assertEquals(State.WAITING, job(other).state());
    }

    /// Lets the job fail while the database fails too.
    private long failedUnsaved(Problem problem) throws InterruptedException {
        var a = add("a");
        steps.steps.add(_ -> {
            jobs.fail(true);
            throw new ProblemException(problem);
        });
        while (jobs.refused().take() != State.FAILED) {
            Thread.onSpinWait();
        }
        jobs.fail(false);
        return a;
    }

    @Test
    void aJobThatFailsWhileTheDatabaseFailsShowsItsProblemAndCanBeRetried() throws Exception {
        var problem = new Problem.NoMicrophone();
        var a = failedUnsaved(problem);
        await(a);
        assertEquals(List.of(State.FAILED, problem), List.of(job(a).state(), job(a).problem()));

        queue.retry(a);
        steps.steps.add(Steps.END);
        await(a);
        assertEquals(State.DONE, job(a).state());
    }

    @Test
    void aRetryThatCannotBeSavedSaysSoAndRunsAllTheSame() throws Exception {
        var a = add("a");
        steps.steps.add(_ -> {
            throw new ProblemException(new Problem.NoMicrophone());
        });
        await(a);
        jobs.full(true);

        assertThrows(IllegalStateException.class, () -> queue.retry(a));

        assertTrue(Set.of(State.WAITING, State.RUNNING).contains(job(a).state()));
        steps.steps.add(Steps.END);
        await(a);
        assertEquals(State.DONE, job(a).state());
        jobs.full(false);
        queue.close();
        assertEquals(State.DONE, jobs.all().getFirst().state());
    }

    @Test
    void theQueueStartsWhereNothingCanBeSaved() throws Exception {
        queue.close();
        var a = jobs.add("work", "a", "a", "{}");
        jobs.save(a.with(State.RUNNING, null, CLOCK.instant(), null));
        jobs.full(true);
        queue = newQueue();

        queue.start();
        steps.steps.add(Steps.END);
        await(a.id());

        assertEquals(State.DONE, job(a.id()).state());
    }

    @Test
    void howAJobEndedIsSavedOnceTheDatabaseCanBeWrittenAgain() throws Exception {
        failedUnsaved(new Problem.NoMicrophone());

        queue.close();

        assertEquals(State.FAILED, jobs.all().getFirst().state());
    }
}
