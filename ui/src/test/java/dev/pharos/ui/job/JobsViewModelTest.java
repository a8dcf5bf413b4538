package dev.pharos.ui.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.FailingJobs;
import dev.pharos.engine.work.InMemoryJobs;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.JobQueue;
import dev.pharos.ui.work.Background;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;

final class JobsViewModelTest {
    private static final Problem FULL = new Problem.DiskFull(Path.of("disk"));

    private final InMemoryJobs kept =
            new InMemoryJobs(Clock.fixed(Instant.parse("2024-05-01T12:00:00Z"), ZoneOffset.UTC));
    private final ArrayDeque<Runnable> worker = new ArrayDeque<>();
    private final JobsViewModel viewModel =
            new JobsViewModel(
                    new JobQueue(kept, Map.of()), new Background(worker::add, Runnable::run));

    private void work() {
        while (!worker.isEmpty()) {
            worker.remove().run();
        }
    }

    private Job add(String title) {
        return kept.add("transcribe", title, title, "");
    }

    private void becomes(Job job, Job.State state, @Nullable Problem problem) {
        kept.save(
                new Job(
                        job.id(),
                        job.kind(),
                        job.subject(),
                        job.title(),
                        job.options(),
                        state,
                        null,
                        0,
                        0,
                        0,
                        null,
                        problem,
                        job.created(),
                        null,
                        null));
    }

    private void look() {
        viewModel.load();
        work();
    }

    private List<String> titles() {
        return viewModel.all().stream().map(Job::title).toList();
    }

    private Job shown(String title) {
        return viewModel.all().stream()
                .filter(job -> job.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsToBeDoneStandsBeforeWhatIsOverNewestFirst() {
        becomes(add("failed long ago"), Job.State.FAILED, FULL);
        becomes(add("done lately"), Job.State.DONE, null);
        becomes(add("running"), Job.State.RUNNING, null);
        add("waiting");
        look();
        assertEquals(List.of("running", "waiting", "done lately", "failed long ago"), titles());
    }

    @Test
    void aWaitingJobIsMovedPastItsNeighbourAndNoFurtherThanTheEnd() {
        add("first");
        add("second");
        add("third");
        look();
        viewModel.move(shown("second"), false);
        work();
        viewModel.move(shown("second"), false);
        work();
        assertEquals(List.of("first", "third", "second"), titles());
    }

    @Test
    void whatCouldNotBeKeptIsTold() {
        var jobs = new FailingJobs(kept);
        var told =
                new JobsViewModel(
                        new JobQueue(jobs, Map.of()), new Background(worker::add, Runnable::run));
        var job = add("first");
        jobs.full(true);
        told.pause(job);
        work();
        assertInstanceOf(Problem.Unexpected.class, told.problemProperty().get());
    }

    @Test
    void whatChangesWhileTheListIsReadIsNotMissed() {
        viewModel.load();
        worker.remove().run();
        viewModel.load();
        var read = worker.remove();
        viewModel.changed();
        read.run();
        add("added meanwhile");
        work();
        assertEquals(List.of("added meanwhile"), titles());
    }
}
