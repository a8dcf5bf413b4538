package dev.pharos.engine.batch;

import dev.pharos.engine.batch.BatchItem.Step;
import dev.pharos.engine.library.Recordings;
import dev.pharos.engine.making.MadeNote;
import dev.pharos.engine.making.MakingStep;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Job;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// How items stand: what is kept of them, and the jobs of the queue at one moment, put together.
/// Immutable.
public final class Standing {
    private final Map<Long, Job> jobs = new HashMap<>();
    private final Map<String, Job> transcriptions = new HashMap<>();
    private final Map<Long, Integer> ahead = new HashMap<>();
    private final Clock clock;

    /// @param all jobs of the queue, in their order
    public Standing(List<Job> all, Clock clock) {
        this.clock = clock;
        boolean runs = all.stream().anyMatch(each -> each.state() == Job.State.RUNNING);
        for (Job each : all) {
            if (each.state() == Job.State.WAITING) {
                ahead.put(each.id(), ahead.size() + (runs ? 1 : 0));
            }
            jobs.put(each.id(), each);
            if (each.kind().equals(Recordings.TRANSCRIBE)) {
                transcriptions.merge(each.subject(), each, (a, b) -> a.id() > b.id() ? a : b);
            }
        }
    }

    /// The last job that transcribes a source.
    public Optional<Job> transcription(String source) {
        return Optional.ofNullable(transcriptions.get(source));
    }

    /// The jobs after which items are told to stand: as long as these are the same and over, so are
    /// the items.
    public List<Optional<Job>> behind(List<KeptItem> items) {
        return items.stream()
                .flatMap(item ->
                        Stream.of(
                                Optional.ofNullable(jobs.get(item.job())),
                                transcription(item.source().toString())))
                .toList();
    }

    /// @param pace of items with such settings
    public BatchItem of(KeptItem kept, MadeNote.Settings settings, Pace pace) {
        return new Item(kept, settings, pace).now();
    }

    /// One item being put together.
    private final class Item {
        private final KeptItem kept;
        private final ItemLog log;
        private final MadeNote.Settings settings;
        private final Pace pace;
        private final @Nullable Job making;
        private final @Nullable Job transcription;

        Item(KeptItem kept, MadeNote.Settings settings, Pace pace) {
            this.pace = pace;
            this.kept = kept;
            this.settings = settings;
            log = kept.log();
            making = jobs.get(kept.job());
            var last = transcriptions.get(kept.source().toString());
            boolean needed = last != null && (log.extent().wordless() || !last.state().over());
            transcription = needed ? last : null;
        }

        BatchItem now() {
            var state = state();
            return new BatchItem(
                    kept.source(),
                    kept.title(),
                    state,
                    Arrays.stream(MakingStep.values()).map(step -> step(step, state)).toList(),
                    log.notices(),
                    log.notes(),
                    log.relations(),
                    problem(state),
                    state == Job.State.WAITING ? place() : null);
        }

        private Job.State state() {
            if (making == null) {
                return log.problem() != null
                        ? Job.State.FAILED
                        : log.notes().isEmpty() ? Job.State.CANCELLED : Job.State.DONE;
            }
            if (making.state() != Job.State.WAITING || transcription == null) {
                return making.state();
            }
            return switch (transcription.state()) {
                case RUNNING -> Job.State.RUNNING;
                case PAUSED -> Job.State.PAUSED;
                case WAITING, DONE, FAILED, CANCELLED -> Job.State.WAITING;
            };
        }

        private @Nullable Problem problem(Job.State state) {
            return switch (state) {
                case FAILED -> making == null ? log.problem() : making.problem();
                case WAITING ->
                        transcription != null && !transcription.state().over()
                                ? transcription.problem()
                                : making == null ? null : making.problem();
                case RUNNING, PAUSED, DONE, CANCELLED -> null;
            };
        }

        private @Nullable Integer place() {
            var first =
                    transcription != null && transcription.state() == Job.State.WAITING
                            ? transcription
                            : Objects.requireNonNull(making);
            return ahead.get(first.id());
        }

        private Step step(MakingStep step, Job.State item) {
            return switch (step) {
                case AUDIO -> looking(item);
                case TRANSCRIPTION -> transcribing(item);
                case RESEARCH -> making(step, item, settings.research());
                case RELATIONSHIP_MAPPING -> making(step, item, settings.connected());
                case CONTENT_ANALYSIS, NOTE_GENERATION -> making(step, item, true);
            };
        }

        /// It was looked at when it came; that its bytes are gone or damaged is known once somebody
        /// reads them.
        private Step looking(Job.State item) {
            var why = unreadable(item);
            return why == null
                    ? over(MakingStep.AUDIO, Step.State.DONE)
                    : failed(MakingStep.AUDIO, why);
        }

        private @Nullable Problem unreadable(Job.State item) {
            var why =
                    transcription != null && transcription.state() == Job.State.FAILED
                            ? transcription.problem()
                            : problem(item);
            return why instanceof Problem.FileMissing
                            || why instanceof Problem.DamagedFile
                            || why instanceof Problem.NoSound
                    ? why
                    : null;
        }

        private Step over(MakingStep step, Step.State state) {
            return new Step(step, state, null, null, 0, 0, Duration.ZERO, null);
        }

        private Step transcribing(Job.State item) {
            var step = MakingStep.TRANSCRIPTION;
            if (!log.extent().wordless() && transcription == null) {
                return over(step, log.extent().spoken() ? Step.State.DONE : Step.State.LEFT_OUT);
            }
            var did = log.at(step);
            if (did.isPresent()) {
                return done(did.get());
            }
            if (transcription == null) {
                return over(step, item.over() ? Step.State.CANCELLED : Step.State.DONE);
            }
            return switch (transcription.state()) {
                case WAITING, PAUSED -> waiting(step);
                case RUNNING -> running(step, transcription);
                case DONE -> done(step, transcription.started(), transcription.ended());
                case FAILED ->
                        unreadable(item) == null
                                ? failed(step, transcription.problem())
                                : over(step, Step.State.CANCELLED);
                case CANCELLED -> over(step, Step.State.CANCELLED);
            };
        }

        private Step done(ItemLog.Timed timed) {
            return done(timed.step(), timed.began(), timed.ended());
        }

        private Step done(MakingStep step, @Nullable Instant began, @Nullable Instant ended) {
            return new Step(step, Step.State.DONE, began, ended, 0, 0, Duration.ZERO, null);
        }

        private Step failed(MakingStep step, @Nullable Problem why) {
            var timed = log.at(step);
            return new Step(
                    step,
                    Step.State.FAILED,
                    timed.map(ItemLog.Timed::began).orElse(null),
                    timed.map(ItemLog.Timed::ended).orElse(null),
                    0,
                    0,
                    Duration.ZERO,
                    why);
        }

        private Step waiting(MakingStep step) {
            return new Step(
                    step,
                    Step.State.WAITING,
                    null,
                    null,
                    0,
                    0,
                    pace.estimate(step, log.extent()).orElse(null),
                    null);
        }

        private Step running(MakingStep step, Job job) {
            var began = log.at(step).map(ItemLog.Timed::began).orElse(job.started());
            var measured = job.remaining();
            var left = measured != null ? Optional.of(measured) : estimated(step, began);
            return new Step(
                    step,
                    Step.State.RUNNING,
                    began,
                    null,
                    job.done(),
                    job.total(),
                    left.orElse(null),
                    null);
        }

        /// Nobody knows how long a model still writes that has written for longer than expected.
        private Optional<Duration> estimated(MakingStep step, @Nullable Instant began) {
            var spent = began == null ? Duration.ZERO : Duration.between(began, clock.instant());
            var rest = pace.estimate(step, log.extent()).map(whole -> whole.minus(spent));
            return step == MakingStep.NOTE_GENERATION
                    ? rest.filter(each -> !each.isNegative())
                    : rest.map(each -> each.isNegative() ? Duration.ZERO : each);
        }

        private Step making(MakingStep step, Job.State item, boolean wanted) {
            var timed = log.at(step);
            if (timed.isPresent()) {
                return timed.get().ended() != null
                        ? done(timed.get())
                        : switch (item) {
                            case WAITING, PAUSED -> waiting(step);
                            case RUNNING ->
                                    making != null && making.state() == Job.State.RUNNING
                                            ? running(step, making)
                                            : waiting(step);
                            case FAILED -> failed(step, problem(item));
                            case DONE -> over(step, Step.State.DONE);
                            case CANCELLED -> over(step, Step.State.CANCELLED);
                        };
            }
            boolean passed =
                    log.steps().stream()
                            .anyMatch(each ->
                                    each.step().compareTo(step) > 0
                                            && each.step() != MakingStep.TRANSCRIPTION);
            if (!wanted || passed || item == Job.State.DONE) {
                return over(step, Step.State.LEFT_OUT);
            }
            return item.over() ? over(step, Step.State.CANCELLED) : waiting(step);
        }
    }
}
