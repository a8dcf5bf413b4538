package dev.pharos.ui.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.ImportResult;
import dev.pharos.engine.library.ImportSummary;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.InMemoryJobs;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.JobQueue;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.job.LongWork.Deed;
import dev.pharos.ui.job.LongWorkViewModel.Group;
import dev.pharos.ui.job.LongWorkViewModel.Row;
import dev.pharos.ui.library.ImportViewModel;
import dev.pharos.ui.library.ImportWork;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;

/// All long work in one list: a real queue with a worker that goes on until it is stopped, and real
/// imports of files that are told of one by one.
final class LongWorkViewModelTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2024-05-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Path GOOD = Path.of("good.txt");
    private static final Path EMPTY = Path.of("empty.txt");

    private final Texts texts = new Texts(Locale.ENGLISH);
    private final ProblemText problems = new ProblemText(texts);
    private final ArrayDeque<Runnable> worker = new ArrayDeque<>();
    private final Background background = new Background(worker::add, Runnable::run);
    private final JobQueue queue =
            new JobQueue(
                    new InMemoryJobs(CLOCK),
                    Map.of("transcribe", LongWorkViewModelTest::untilStopped));
    private final JobsViewModel jobs = new JobsViewModel(queue, background);
    private final List<String> opened = new ArrayList<>();
    private final LongWorkViewModel works = new LongWorkViewModel(CLOCK);
    private final ImportViewModel imports = new ImportViewModel(this::importAll, background);

    LongWorkViewModelTest() {
        new JobWork(jobs, works, id -> opened.add(id.toString()), () -> {}, texts, problems);
        new ImportWork(imports, works, CLOCK, System::nanoTime, texts, problems);
    }

    @AfterEach
    void end() {
        queue.close();
    }

    private static void untilStopped(Job job, JobQueue.Report report) {
        report.stage("listening");
        report.report(430, 1_000);
        while (!report.cancelled()) {
            LockSupport.parkNanos(1_000_000);
        }
        throw new CancellationException();
    }

    private ImportSummary importAll(List<Path> paths, ImportListener listener, Progress progress) {
        for (int i = 0; i < paths.size(); i++) {
            progress.checkpoint();
            listener.started(paths.get(i));
            listener.finished(result(paths.get(i)));
            progress.report(i + 1, paths.size());
        }
        return new ImportSummary(
                Map.of(ImportResult.Status.IMPORTED, 1, ImportResult.Status.FAILED, 1),
                1,
                Duration.ZERO);
    }

    private static ImportResult result(Path path) {
        return path.equals(EMPTY)
                ? new ImportResult(
                        path,
                        ImportResult.Status.FAILED,
                        null,
                        null,
                        0,
                        new Problem.EmptyFile(path))
                : new ImportResult(path, ImportResult.Status.IMPORTED, null, null, 1, null);
    }

    private void work() {
        while (!worker.isEmpty()) {
            worker.remove().run();
        }
    }

    private void look() {
        jobs.load();
        work();
    }

    private void transcribe(String title) {
        queue.add("transcribe", "0190b8a2-0000-7000-8000-00000000000" + title.length(), title, "");
    }

    /// As soon as it stands so; the queue works on a thread of its own.
    private LongWork awaited(String title, Job.State state) {
        while (true) {
            look();
            var found = works.all(each -> each.title().equals(title) && each.state() == state);
            if (!found.isEmpty()) {
                return found.getFirst();
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private List<Object> lines() {
        return works.rows().stream()
                .map(row ->
                        switch (row) {
                            case Row.Head(Group group, _) -> (Object) group;
                            case Row.Item(LongWork work, _) -> work.title();
                        })
                .toList();
    }

    @Test
    void importsAndTranscriptionsStandInOneListByHowTheyStand() {
        transcribe("Talk");
        transcribe("Lecture");
        queue.start();
        awaited("Talk", Job.State.RUNNING);
        imports.start(List.of(GOOD, EMPTY));
        assertEquals(
                List.of(Group.NOW, "Talk", "Import of good.txt +1", Group.WAITING, "Lecture"),
                lines());
        work();
        assertEquals(
                List.of(
                        Group.NOW,
                        "Talk",
                        Group.WAITING,
                        "Lecture",
                        Group.OVER,
                        "Import of good.txt +1"),
                lines());
    }

    @Test
    void whatIsPausedGoesOnAndWhatIsCancelledIsOver() {
        transcribe("Talk");
        queue.start();
        works.act(awaited("Talk", Job.State.RUNNING), Deed.PAUSE);
        works.act(awaited("Talk", Job.State.PAUSED), Deed.RESUME);
        works.act(awaited("Talk", Job.State.RUNNING), Deed.CANCEL);
        assertTrue(awaited("Talk", Job.State.CANCELLED).can(Deed.RETRY));
    }

    @Test
    void cancellingAnImportEndsIt() {
        imports.start(List.of(GOOD));
        works.act(works.all(_ -> true).getFirst(), Deed.CANCEL);
        work();
        var over = works.all(_ -> true).getFirst();
        assertEquals(Job.State.CANCELLED, over.state());
        works.act(over, Deed.RETRY);
        work();
        assertEquals(Job.State.DONE, works.all(_ -> true).getLast().state());
    }

    @Test
    void theLogOfAnImportNamesWhatDidNotComeAndWhy() {
        imports.start(List.of(GOOD, EMPTY));
        work();
        var log = works.log(works.all(_ -> true).getFirst());
        assertTrue(
                log.stream().anyMatch(entry -> entry.words().startsWith("empty.txt: ")),
                log.toString());
    }

    @Test
    void theLineSumsUpAllThatIsToBeDoneAndLeavesNothingWhenItIsOver() {
        transcribe("Talk");
        queue.start();
        awaited("Talk", Job.State.RUNNING);
        imports.start(List.of(GOOD));
        work();
        var sum = works.summaryProperty().get();
        assertEquals(2, sum == null ? 0 : sum.nth());
        assertEquals(2, sum == null ? 0 : sum.count());
        works.act(awaited("Talk", Job.State.RUNNING), Deed.CANCEL);
        awaited("Talk", Job.State.CANCELLED);
        assertNull(works.summaryProperty().get());
    }

    @Test
    void whatEndsIsToldOnceAndWhatWasOverBeforeIsNot() {
        transcribe("Talk");
        queue.cancel(queue.all().getFirst().id());
        var told = new ArrayList<String>();
        works.onEnd(work -> told.add(work.title()));
        look();
        imports.start(List.of(GOOD));
        work();
        look();
        assertEquals(List.of("Import of good.txt"), told);
    }

    @Test
    void clearingTakesWhatIsOverAndNothingElse() {
        transcribe("Talk");
        queue.start();
        imports.start(List.of(GOOD));
        work();
        awaited("Talk", Job.State.RUNNING);
        works.clear();
        assertEquals(List.of(Group.NOW, "Talk"), lines());
    }
}
