package dev.pharos.ui.library;

import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.job.LongWork;
import dev.pharos.ui.job.LongWork.Deed;
import dev.pharos.ui.job.LongWork.Kind;
import dev.pharos.ui.job.LongWork.Stand;
import dev.pharos.ui.job.LongWorkViewModel;
import dev.pharos.ui.job.Pace;
import dev.pharos.ui.job.WorkList;
import dev.pharos.ui.library.MeaningViewModel.State;
import dev.pharos.ui.work.Job;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.LongSupplier;

/// Completing the index and learning the meaning of passages, among the long work: only what takes
/// longer than a moment, since every note that is kept is learned. For the JavaFX thread.
public final class MeaningWork {
    private static final long MOMENT = Duration.ofSeconds(2).toNanos();

    private final MeaningViewModel meaning;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Texts texts;
    private final ProblemText problems;
    private final WorkList list;
    private @Nullable Shown shown;
    private int count;

    /// What is worked on.
    ///
    /// @param told it is on the list
    private record Shown(Kind kind, String id, boolean told) {}

    /// @param clock tells when it ended
    /// @param nanos measures how fast it goes
    public MeaningWork(
            MeaningViewModel meaning,
            LongWorkViewModel all,
            Clock clock,
            LongSupplier nanos,
            Texts texts,
            ProblemText problems) {
        this.meaning = meaning;
        this.clock = clock;
        this.nanos = nanos;
        this.texts = texts;
        this.problems = problems;
        list = all.list(this::act);
        meaning.stateProperty().subscribe(this::show);
    }

    private void show(State state) {
        switch (state) {
            case State.Indexing(var job) -> begin(Kind.INDEX, job);
            case State.Working(var job) -> {
                end(null);
                begin(Kind.MEANING, job);
            }
            case State.Complete _ -> end(null);
            case State.Failed(var problem) -> end(problems.of(problem));
            case State.Unknown _ -> {}
        }
    }

    private void begin(Kind kind, Job job) {
        shown = new Shown(kind, kind.name() + ":" + ++count, false);
        long began = nanos.getAsLong();
        var pace = new Pace(nanos);
        long[] first = {-1};
        job.stepProperty()
                .subscribe(step -> {
                    if (step.total() <= step.done() || !isShown(job)) {
                        return;
                    }
                    if (first[0] < 0) {
                        first[0] = step.done();
                    }
                    var left = pace.left(step.done(), step.total());
                    if (nanos.getAsLong() - began >= MOMENT) {
                        show(step.done() - first[0], step.total() - first[0], left);
                    }
                });
    }

    private boolean isShown(Job job) {
        return switch (meaning.stateProperty().get()) {
            case State.Indexing(var now) -> now == job;
            case State.Working(var now) -> now == job;
            case State.Unknown _, State.Complete _, State.Failed _ -> false;
        };
    }

    private void show(long done, long total, @Nullable Duration left) {
        if (shown == null) {
            return;
        }
        shown = new Shown(shown.kind(), shown.id(), true);
        var device = meaning.device();
        String passages = texts.text("work.passages", done, total);
        put(
                shown,
                Stand.running(
                        texts.text(shown.kind() == Kind.INDEX ? "work.indexing" : "work.learning"),
                        device == null || shown.kind() == Kind.INDEX
                                ? passages
                                : passages + " · " + device.name(),
                        (double) done / total,
                        left),
                Set.of());
    }

    /// What was over in a moment leaves nothing behind, unless it failed.
    private void end(@Nullable String trouble) {
        var now = shown;
        shown = null;
        if (now != null && (now.told() || trouble != null)) {
            boolean again = trouble != null && now.kind() == Kind.MEANING;
            put(
                    now,
                    trouble == null
                            ? Stand.done(texts.text("job.done"), clock.instant())
                            : Stand.failed(texts.text("job.failed"), trouble, clock.instant()),
                    again ? EnumSet.of(Deed.REMOVE, Deed.RETRY) : EnumSet.of(Deed.REMOVE));
        }
    }

    private void put(Shown now, Stand stand, Set<Deed> deeds) {
        String title = texts.text(now.kind() == Kind.INDEX ? "work.index" : "work.meaning");
        list.put(new LongWork(now.id(), now.kind(), title, stand, deeds));
    }

    private void act(LongWork work, Deed deed) {
        list.remove(work.id());
        if (deed == Deed.RETRY) {
            meaning.watch();
        }
    }
}
