package dev.pharos.engine.batch;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.making.MakingStep;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Job;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One source of a batch, as it is at this moment. Immutable.
///
/// @param source may be gone
/// @param title of that when it was handed over
/// @param state as that of a job; running also while it is being transcribed
/// @param steps all of them, in their order
/// @param notices what did not go as wished
/// @param notes that were made; may be gone
/// @param relations how many these notes have to other sources
/// @param problem why it failed, or what it waits for; or null
/// @param ahead how many jobs of the library come before it; null where it runs or is over
public record BatchItem(
        SourceId source,
        String title,
        Job.State state,
        List<Step> steps,
        List<Problem> notices,
        List<SourceId> notes,
        int relations,
        @Nullable Problem problem,
        @Nullable Integer ahead) {

    /// A step of it.
    ///
    /// @param began when it did, the last time; null before that, and where it was done before
    /// @param done of `total`, 0 of 0 while unknown
    /// @param remaining how long it will still take; null while that is unknown, zero when it is
    ///   over
    /// @param problem why it failed, else null
    public record Step(
            MakingStep step,
            State state,
            @Nullable Instant began,
            @Nullable Instant ended,
            long done,
            long total,
            @Nullable Duration remaining,
            @Nullable Problem problem) {

        /// Where a step stands.
        public enum State {
            WAITING,
            RUNNING,
            DONE,
            /// Nobody wished for it, or there is nothing to do.
            LEFT_OUT,
            FAILED,
            /// It will not be done, because another one failed or all was cancelled.
            CANCELLED;

            /// Whether nothing is left to do.
            public boolean over() {
                return switch (this) {
                    case WAITING, RUNNING -> false;
                    case DONE, LEFT_OUT, FAILED, CANCELLED -> true;
                };
            }
        }

        /// Whether it is work of the batch: not what nobody wished for, or was done before.
        boolean counts() {
            return state != State.LEFT_OUT && (state != State.DONE || began != null);
        }

        /// 0 to 1.
        double fraction() {
            return switch (state) {
                case WAITING -> 0;
                case RUNNING -> total > 0 ? Math.min(1, (double) done / total) : 0;
                case DONE, LEFT_OUT, FAILED, CANCELLED -> 1;
            };
        }

        Step resting() {
            return state == State.RUNNING
                    ? new Step(step, State.WAITING, began, null, done, total, remaining, problem)
                    : this;
        }
    }

    public BatchItem {
        steps = List.copyOf(steps);
        notices = List.copyOf(notices);
        notes = List.copyOf(notes);
    }

    /// The step that runs, or would be the next one.
    public Optional<Step> current() {
        return steps.stream().filter(each -> !each.state().over()).findFirst();
    }

    Step.State at(MakingStep step) {
        return steps.get(step.ordinal()).state();
    }

    /// Whether it is over and came to nothing.
    boolean failed() {
        return state.over() && state != Job.State.DONE;
    }

    /// How long it will still take when its turn has come; nothing while that is unknown.
    public Optional<Duration> remaining() {
        var sum = Duration.ZERO;
        for (Step each : steps) {
            if (each.remaining() == null) {
                return Optional.empty();
            }
            sum = sum.plus(each.remaining());
        }
        return Optional.of(sum);
    }

    /// Why the language model that was to write its notes did not, so that they were made without
    /// it; nothing where none was to, or it did.
    public Optional<Problem> unwritten() {
        return notices.stream()
                .filter(each ->
                        each instanceof Problem.UnusableReply
                                || each instanceof Problem.NoteWithoutWriter
                                || each instanceof Problem.EndpointFailed
                                || each instanceof Problem.ContextTooSmall)
                .findFirst();
    }

    /// 0 to 1, by the steps that there are to be done: 0 while none of them has begun.
    double fraction() {
        return state.over()
                ? 1
                : steps.stream()
                        .filter(Step::counts)
                        .mapToDouble(Step::fraction)
                        .average()
                        .orElse(0);
    }

    BatchItem resting() {
        return new BatchItem(
                source,
                title,
                state == Job.State.RUNNING ? Job.State.WAITING : state,
                steps.stream().map(Step::resting).toList(),
                notices,
                notes,
                relations,
                problem,
                state == Job.State.RUNNING ? Integer.valueOf(0) : ahead);
    }
}
