package dev.pharos.engine.work;

import dev.pharos.engine.problem.Problem;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// A piece of long work that outlives the program: it is kept in the library and goes on where it
/// stopped. Immutable: a picture of the moment.
///
/// @param kind which worker does it, such as `transcribe`
/// @param subject what it is about, such as a source's id
/// @param title of that, for people
/// @param options of the worker, JSON
/// @param stage what is being done, a key of the texts such as `listening`; null before it begins
/// @param done of `total`, in milliseconds of sound for recordings
/// @param total 0 while unknown
/// @param speed how many times faster than `done` passes the clock, 0 while unknown
/// @param device that it really runs on, such as `CPU`; null before it is known
/// @param problem why it failed; of a waiting job what it lacks, such as `NoSpeechModel`; of
///   another what did not go as wished, such as `DeviceFailed` or `DecodedInPart`; or null
/// @param started when it last began to run, or null
public record Job(
        long id,
        String kind,
        String subject,
        String title,
        String options,
        State state,
        @Nullable String stage,
        long done,
        long total,
        double speed,
        @Nullable String device,
        @Nullable Problem problem,
        Instant created,
        @Nullable Instant started,
        @Nullable Instant ended) {

    /// Where it stands. A job that was running when the program ended waits again at its next
    /// start, and keeps what it had finished.
    public enum State {
        WAITING,
        RUNNING,
        PAUSED,
        DONE,
        FAILED,
        CANCELLED;

        public boolean over() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    /// How long it will still run at this speed, or null while that is unknown.
    public @Nullable Duration remaining() {
        return speed <= 0 || total <= 0
                ? null
                : Duration.ofMillis((long) (Math.max(0, total - done) / speed));
    }

    /// As it is before its turn comes, or comes again.
    Job waiting() {
        return with(State.WAITING, null, started, null);
    }

    /// Stopped until it is resumed, where it waits or runs.
    Job paused() {
        return switch (state) {
            case WAITING, RUNNING -> with(State.PAUSED, null, started, null);
            case PAUSED, DONE, FAILED, CANCELLED -> this;
        };
    }

    /// Waits again, where it was paused.
    Job resumed() {
        return state == State.PAUSED ? waiting() : this;
    }

    /// Cancelled, unless it is over.
    Job cancelled(Instant now) {
        return state.over() ? this : with(State.CANCELLED, null, started, now);
    }

    /// Whether it waits for something that is not there.
    boolean lacking() {
        return state == State.WAITING && problem != null;
    }

    /// Whether nothing will happen to it by itself.
    boolean resting() {
        return state.over() || state == State.PAUSED || lacking();
    }

    Job with(
            State newState,
            @Nullable Problem newProblem,
            @Nullable Instant newStarted,
            @Nullable Instant newEnded) {
        return new Job(
                id,
                kind,
                subject,
                title,
                options,
                newState,
                stage,
                done,
                total,
                speed,
                device,
                newProblem,
                created,
                newStarted,
                newEnded);
    }

    Job with(
            @Nullable String newStage,
            long newDone,
            long newTotal,
            double newSpeed,
            @Nullable String newDevice) {
        return new Job(
                id, kind, subject, title, options, state, newStage, newDone, newTotal, newSpeed,
                newDevice, problem, created, started, ended);
    }
}
