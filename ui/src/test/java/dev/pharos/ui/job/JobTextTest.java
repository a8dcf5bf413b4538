package dev.pharos.ui.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Job;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

final class JobTextTest {
    private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");

    private final JobText words = words(Locale.ENGLISH);

    private static JobText words(Locale language) {
        var texts = new Texts(language);
        return new JobText(texts, new ProblemText(texts));
    }

    /// A job about an hour of sound.
    private static Job job(Job.State state, long done, double speed, @Nullable Problem problem) {
        return new Job(
                1,
                "transcribe",
                "talk",
                "Talk",
                "",
                state,
                "listening",
                done,
                3_600_000,
                speed,
                "CPU, 3 threads",
                problem,
                NOON,
                NOON,
                null);
    }

    @Test
    void whatRunsTellsHowFarHowFastOnWhatAndHowLongStill() {
        assertEquals(
                "Transcribing · 12:34 of 1:00:00 · 4.2× real time · CPU, 3 threads · about 11 min"
                        + " left",
                words.line(job(Job.State.RUNNING, 754_000, 4.2, null)));
    }

    @Test
    void figuresAreWrittenAsTheLanguageWritesThem() {
        assertEquals(
                "Wird transkribiert · 12:34 von 1:00:00 · 4,2× Echtzeit · CPU, 3 threads · noch"
                        + " etwa 11 min",
                words(Locale.GERMAN).line(job(Job.State.RUNNING, 754_000, 4.2, null)));
    }

    @Test
    void aSpeedThatIsNotKnownYetIsNotInvented() {
        assertEquals(
                "Transcribing · 0:00 of 1:00:00 · CPU, 3 threads",
                words.line(job(Job.State.RUNNING, 0, 0, null)));
    }

    @Test
    void whatIsPausedTellsHowFarItCameAndPromisesNothing() {
        assertEquals(
                "Paused · 30:00 of 1:00:00",
                words.line(job(Job.State.PAUSED, 1_800_000, 4.2, null)));
    }

    @Test
    void whatFailedTellsWhy() {
        var why = new Problem.NoSpeech(Path.of("talk.wav"));
        assertEquals(
                "Failed · " + new ProblemText(new Texts(Locale.ENGLISH)).of(why),
                words.line(job(Job.State.FAILED, 754_000, 4.2, why)));
    }

    @Test
    void whatLacksAModelHasNotFailedButWaits() {
        var why = new Problem.NoSpeechModel(Path.of("models"));
        assertEquals(
                "Waiting for a model · 0:00 of 1:00:00",
                words.line(job(Job.State.WAITING, 0, 0, why)));
    }

    @Test
    void whatEndedWellTellsWhatIsWorthKnowing() {
        var why = new Problem.DecodedInPart(Path.of("talk.mp3"), "0:05");
        assertEquals(
                "Done · Only a part of it could be decoded; the transcript ends at 0:05.",
                words.line(job(Job.State.DONE, 5_000, 0, why)));
    }
}
