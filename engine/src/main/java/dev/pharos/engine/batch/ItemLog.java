package dev.pharos.engine.batch;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.making.MakingStep;
import dev.pharos.engine.problem.Problem;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is known of an item of a batch beside its jobs, and outlives these. Immutable; the library
/// keeps it as JSON, where null stands for nothing.
///
/// @param extent how much there is to do
/// @param steps that have begun, in that order
/// @param notices what did not go as wished
/// @param notes that were made
/// @param relations how many these notes have to other sources
/// @param problem why it failed the last time
/// @param asked when it was to be done again after it had failed; null where that never was
public record ItemLog(
        Extent extent,
        List<Timed> steps,
        List<Problem> notices,
        List<SourceId> notes,
        int relations,
        @Nullable Problem problem,
        @Nullable Instant asked) {

    /// How much there is to do.
    ///
    /// @param spoken whether it is sound
    /// @param wordless whether it had to be transcribed when it was handed over
    /// @param soundMs how long it is heard; 0 for a document, or while unknown
    /// @param characters of its text; 0 while unknown
    public record Extent(boolean spoken, boolean wordless, long soundMs, long characters) {
        /// A hundred and fifty words a minute, of six letters with their blank.
        private static final double CHARACTERS_A_SECOND = 15;

        private static final double MILLIS = 1000;

        /// How many units a step has: milliseconds of sound for a transcription, characters where
        /// all of the text is read or written, else 1. Nothing where nobody knows.
        Optional<Long> units(MakingStep step) {
            long text =
                    characters > 0
                            ? characters
                            : Math.round(soundMs / MILLIS * CHARACTERS_A_SECOND);
            return switch (step) {
                case TRANSCRIPTION -> soundMs > 0 ? Optional.of(soundMs) : Optional.empty();
                case CONTENT_ANALYSIS, NOTE_GENERATION ->
                        text > 0 ? Optional.of(text) : Optional.empty();
                case AUDIO, RESEARCH, RELATIONSHIP_MAPPING -> Optional.of(1L);
            };
        }
    }

    /// A step that has begun.
    ///
    /// @param ended null while it has not
    public record Timed(MakingStep step, Instant began, @Nullable Instant ended) {
        public Optional<Duration> took() {
            return Optional.ofNullable(ended).map(end -> Duration.between(began, end));
        }
    }

    public ItemLog {
        steps = List.copyOf(steps);
        notices = List.copyOf(notices);
        notes = List.copyOf(notes);
    }

    /// Of what is only waiting.
    public static ItemLog of(Extent extent) {
        return new ItemLog(extent, List.of(), List.of(), List.of(), 0, null, null);
    }

    Optional<Timed> at(MakingStep step) {
        return steps.stream().filter(each -> each.step() == step).findFirst();
    }

    /// From the beginning of its notes, or, where these are there, from what follows them.
    public ItemLog again() {
        var kept =
                steps.stream()
                        .filter(each -> each.ended() != null)
                        .filter(each -> !notes.isEmpty() || each.step() == MakingStep.TRANSCRIPTION)
                        .toList();
        var told = notes.isEmpty() ? List.<Problem>of() : notices;
        return new ItemLog(extent, kept, told, notes, relations, null, asked);
    }

    /// It is to be done again.
    public ItemLog asked(Instant now) {
        return new ItemLog(extent, steps, notices, notes, relations, problem, now);
    }

    /// A step begins, and ends the one before.
    public ItemLog begun(MakingStep step, Instant now) {
        return with(new Timed(step, now, null), now);
    }

    /// A step that was done elsewhere.
    public ItemLog did(Timed step) {
        return with(step, step.began());
    }

    private ItemLog with(Timed step, Instant now) {
        var all =
                Stream.concat(
                                ended(now).steps.stream()
                                        .filter(each -> each.step() != step.step()),
                                Stream.of(step))
                        .toList();
        return new ItemLog(extent, all, notices, notes, relations, problem, asked);
    }

    /// No step runs any more.
    public ItemLog ended(Instant now) {
        var all =
                steps.stream()
                        .map(each ->
                                each.ended() == null
                                        ? new Timed(each.step(), each.began(), now)
                                        : each)
                        .toList();
        return new ItemLog(extent, all, notices, notes, relations, problem, asked);
    }

    /// Once each.
    public ItemLog noticed(Problem notice) {
        return notices.contains(notice)
                ? this
                : new ItemLog(
                        extent, steps, joined(notices, notice), notes, relations, problem, asked);
    }

    public ItemLog failed(Problem why) {
        return new ItemLog(extent, steps, notices, notes, relations, why, asked);
    }

    /// Its notes are there.
    public ItemLog made(List<SourceId> all) {
        return new ItemLog(extent, steps, notices, all, 0, problem, asked);
    }

    public ItemLog related(int found) {
        return new ItemLog(extent, steps, notices, notes, found, problem, asked);
    }

    /// With as much text as there is now.
    public ItemLog reading(long characters) {
        var now = new Extent(extent.spoken(), extent.wordless(), extent.soundMs(), characters);
        return new ItemLog(now, steps, notices, notes, relations, problem, asked);
    }

    private static <T> List<T> joined(List<T> all, T last) {
        var joined = new ArrayList<>(all);
        joined.add(last);
        return joined;
    }
}
