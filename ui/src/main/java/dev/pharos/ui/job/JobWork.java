package dev.pharos.ui.job;

import dev.pharos.engine.batch.Batches;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.work.Job;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.job.LongWork.Deed;
import dev.pharos.ui.job.LongWork.Kind;
import dev.pharos.ui.job.LongWork.Stand;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// The jobs of the library among the long work. For the JavaFX thread.
public final class JobWork {
    private final JobsViewModel jobs;
    private final Consumer<SourceId> open;
    private final Runnable chooseModel;
    private final Texts texts;
    private final JobText words;
    private final ProblemText problems;
    private final WorkList list;
    private final Set<Long> told = new HashSet<>();

    /// @param open shows a recording
    /// @param chooseModel leads to where a model for speech is chosen
    public JobWork(
            JobsViewModel jobs,
            LongWorkViewModel all,
            Consumer<SourceId> open,
            Runnable chooseModel,
            Texts texts,
            ProblemText problems) {
        this.jobs = jobs;
        this.open = open;
        this.chooseModel = chooseModel;
        this.texts = texts;
        this.words = new JobText(texts, problems);
        this.problems = problems;
        list = all.list(this::act);
        jobs.all().subscribe(this::show);
        show();
    }

    private void show() {
        jobs.all().stream().filter(job -> told.add(job.id())).forEach(this::tellBefore);
        list.set(jobs.all().stream().map(this::work).toList());
    }

    /// What is known of a job from the time before it was seen.
    private void tellBefore(Job job) {
        String id = id(job);
        list.note(id, job.created(), texts.text("work.queued"));
        if (job.started() != null && job.state() != Job.State.RUNNING) {
            list.note(id, job.started(), texts.text("work.begun"));
        }
        if (job.ended() != null) {
            String why = job.problem() == null ? "" : ": " + problems.of(job.problem());
            list.note(id, job.ended(), words.stage(job) + why);
        }
    }

    private static String id(Job job) {
        return "job:" + job.id();
    }

    private LongWork work(Job job) {
        boolean runs = job.state() == Job.State.RUNNING;
        Duration left = runs ? job.remaining() : null;
        return new LongWork(
                id(job),
                job.kind().equals(Batches.MAKE_NOTE) ? Kind.NOTE : Kind.TRANSCRIPTION,
                job.title(),
                new Stand(
                        job.state(),
                        words.stage(job),
                        words.facts(job),
                        JobText.fraction(job),
                        left,
                        trouble(job),
                        job.state().over() ? job.ended() : null),
                deeds(job));
    }

    private @Nullable String trouble(Job job) {
        return job.problem() == null || JobText.lacks(job) ? null : problems.of(job.problem());
    }

    private static Set<Deed> deeds(Job job) {
        return switch (job.state()) {
            case WAITING ->
                    JobText.lacksModel(job)
                            ? EnumSet.of(Deed.CHOOSE_MODEL, Deed.CANCEL, Deed.OPEN)
                            : EnumSet.of(
                                    Deed.PAUSE, Deed.CANCEL, Deed.OPEN, Deed.EARLIER, Deed.LATER);
            case RUNNING -> EnumSet.of(Deed.PAUSE, Deed.CANCEL, Deed.OPEN);
            case PAUSED -> EnumSet.of(Deed.RESUME, Deed.CANCEL, Deed.OPEN);
            case DONE -> EnumSet.of(Deed.REMOVE, Deed.OPEN);
            case FAILED, CANCELLED -> EnumSet.of(Deed.RETRY, Deed.REMOVE, Deed.OPEN);
        };
    }

    private void act(LongWork work, Deed deed) {
        jobs.all().stream()
                .filter(job -> id(job).equals(work.id()))
                .findFirst()
                .ifPresent(job -> act(job, deed));
    }

    private void act(Job job, Deed deed) {
        switch (deed) {
            case CHOOSE_MODEL -> chooseModel.run();
            case PAUSE -> jobs.pause(job);
            case RESUME -> jobs.resume(job);
            case RETRY -> jobs.retry(job);
            case CANCEL -> jobs.cancel(job);
            case REMOVE -> jobs.remove(job);
            case OPEN -> open.accept(SourceId.of(job.subject()));
            case EARLIER -> jobs.move(job, true);
            case LATER -> jobs.move(job, false);
            case OPEN_FOLDER -> {}
        }
    }
}
