package dev.pharos.ui.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

final class BackgroundTest {
    private final ArrayDeque<Runnable> worker = new ArrayDeque<>();
    private final ArrayDeque<Runnable> shower = new ArrayDeque<>();
    private final List<Outcome<String>> outcomes = new ArrayList<>();
    private final Background background = new Background(worker::add, shower::add);

    private void runAll() {
        worker.remove().run();
        while (!shower.isEmpty()) {
            shower.remove().run();
        }
    }

    @Test
    void workThatWasCancelledBeforeItsTurnDoesNotRun() {
        var ran = new ArrayList<String>();
        var job =
                background.<String>job(
                        _ -> {
                            ran.add("ran");
                            return "";
                        },
                        outcomes::add);
        job.start();
        job.cancel();
        runAll();
        assertEquals(List.of(), ran);
        assertEquals(List.of(new Outcome.Cancelled<>()), outcomes);
    }

    @Test
    void whatKeepsSomethingIsDoneAlsoAtTheEnd() {
        background.<String>keep(_ -> "kept", outcomes::add);
        background.cancelAll();
        runAll();
        assertEquals(List.of(new Outcome.Done<>("kept")), outcomes);
    }

    @Test
    void whatIsStartedAfterTheEndIsCancelled() {
        var gone =
                new Background(
                        _ -> {
                            throw new RejectedExecutionException();
                        },
                        Runnable::run);
        gone.<String>job(_ -> "", outcomes::add).start();
        assertEquals(List.of(new Outcome.Cancelled<>()), outcomes);
    }

    @Test
    void aProblemIsAnOutcome() {
        var problem = new Problem.NoSuchSource("x");
        background
                .<String>job(
                        _ -> {
                            throw new ProblemException(problem);
                        },
                        outcomes::add)
                .start();
        runAll();
        assertEquals(List.of(new Outcome.Failed<>(problem)), outcomes);
    }

    @Test
    void aBugBecomesAProblemWithAReportCode() {
        background
                .<String>job(
                        _ -> {
                            throw new IllegalStateException("a bug, on purpose");
                        },
                        outcomes::add)
                .start();
        runAll();
        var failed = assertInstanceOf(Outcome.Failed.class, outcomes.getFirst());
        assertInstanceOf(Problem.Unexpected.class, failed.problem());
    }

    @Test
    void ofManyReportsOnlyTheNewestIsShown() {
        var job =
                background.<String>job(
                        progress -> {
                            for (int i = 1; i <= 1_000; i++) {
                                progress.report(i, 1_000);
                            }
                            return "";
                        },
                        outcomes::add);
        job.start();
        worker.remove().run();
        assertEquals(2, shower.size());
        runShown();
        assertEquals(new Job.Step(1_000, 1_000), job.stepProperty().get());
    }

    private void runShown() {
        while (!shower.isEmpty()) {
            shower.remove().run();
        }
    }
}
