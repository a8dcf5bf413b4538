package dev.pharos.engine.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.problem.Problem;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// What every implementation of [Jobs] keeps, empty at first, at [#CLOCK].
public abstract class JobsContract {
    protected static final Clock CLOCK =
            Clock.fixed(Instant.parse("2024-05-01T12:00:00.123Z"), ZoneOffset.UTC);

    protected abstract Jobs jobs();

    private Job add(String subject) {
        return jobs().add("transcribe", subject, "Ein «Titel» 🗼", "{\"model\":\"tiny\"}");
    }

    private List<String> order() {
        return jobs().all().stream().map(Job::subject).toList();
    }

    @Test
    void aNewJobWaitsAtTheEnd() {
        add("a");
        var job = add("b");

        assertEquals(
                new Job(
                        job.id(),
                        "transcribe",
                        "b",
                        "Ein «Titel» 🗼",
                        "{\"model\":\"tiny\"}",
                        Job.State.WAITING,
                        null,
                        0,
                        0,
                        0,
                        null,
                        null,
                        CLOCK.instant(),
                        null,
                        null),
                job);
        assertEquals(Optional.of(job), jobs().find(job.id()));
        assertEquals(List.of("a", "b"), order());
    }

    @Test
    void aChangedJobComesBackWholeAndInItsPlace() {
        var job = add("a");
        add("b");
        var changed =
                new Job(
                        job.id(),
                        job.kind(),
                        job.subject(),
                        job.title(),
                        job.options(),
                        Job.State.FAILED,
                        "listening",
                        5_000,
                        9_000,
                        1.5,
                        "CPU",
                        new Problem.NoMicrophone(),
                        job.created(),
                        CLOCK.instant().plusSeconds(1),
                        CLOCK.instant().plusSeconds(2));

        jobs().save(changed);

        assertEquals(Optional.of(changed), jobs().find(job.id()));
        assertEquals(List.of("a", "b"), order());
    }

    @Test
    void whyAJobFailedComesBackAsItWas() {
        var problems =
                List.of(
                        new Problem.DamagedFile(Path.of("relative", "ü файл.mp3")),
                        new Problem.TookTooLong(Path.of("/a"), Duration.ofMillis(1_500)),
                        new Problem.NoSpeechModel(Path.of("/models")),
                        new Problem.RecogniserDied("base.en", 123_456_789_012L),
                        new Problem.LibraryTooNew(Path.of("/l"), 9, 2),
                        new Problem.MicrophoneGone(),
                        new Problem.Unexpected("abc"));
        var job = add("a");

        for (Problem problem : problems) {
            jobs().save(job.with(Job.State.FAILED, problem, null, null));
            assertEquals(Optional.of(problem), jobs().find(job.id()).map(Job::problem), "as saved");
        }
    }

    @Test
    void aJobCanBePutBeforeAnotherAndLast() {
        var a = add("a");
        var b = add("b");
        var c = add("c");

        jobs().move(c.id(), a.id());
        assertEquals(List.of("c", "a", "b"), order());
        jobs().move(c.id(), b.id());
        assertEquals(List.of("a", "c", "b"), order());
        jobs().move(a.id(), null);
        assertEquals(List.of("c", "b", "a"), order());
        jobs().move(b.id(), b.id());
        jobs().move(99, b.id());
        assertEquals(List.of("c", "b", "a"), order());
    }

    @Test
    void aRemovedJobIsGoneAndItsNumberIsNotUsedAgain() {
        var job = add("a");

        jobs().remove(job.id());
        jobs().save(job);

        assertEquals(List.of(), jobs().all());
        assertEquals(1, add("b").id() - job.id());
    }

    @Test
    void anOrderNamesWhatComesFirst() {
        long a = add("a").id();
        add("b");
        long c = add("c").id();

        jobs().order(List.of(c, a));

        assertEquals(List.of("c", "a", "b"), order());
    }
}
