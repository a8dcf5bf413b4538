package dev.pharos.ui.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.ui.sound.Interview;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;

final class EditingTest {
    private final ArrayDeque<Runnable> worker = new ArrayDeque<>();
    private final ArrayDeque<Runnable> pauses = new ArrayDeque<>();
    private final Executor later =
            command -> {
                pauses.clear();
                pauses.add(command);
            };
    private final List<Transcript> saved = new ArrayList<>();
    private final Transcript talk = Interview.transcript();
    private final Editing editing = new Editing(new Background(worker::add, Runnable::run), later);

    @BeforeEach
    void open() {
        editing.open(talk, saved::add);
    }

    private void pause() {
        while (!pauses.isEmpty()) {
            pauses.remove().run();
        }
        work();
    }

    private void work() {
        while (!worker.isEmpty()) {
            worker.remove().run();
        }
    }

    private Transcript now() {
        return Objects.requireNonNull(editing.transcriptProperty().get());
    }

    private String text(int segment) {
        return now().segments().get(segment).text();
    }

    @Test
    void aChangeIsSavedByItself() {
        editing.text(1, "Three hundred and two.");
        pause();
        assertEquals(List.of(now()), saved);
        assertInstanceOf(Editing.State.Saved.class, editing.stateProperty().get());
    }

    @Test
    void wordsThatStayKeepTheirTimes() {
        var before = talk.segments().get(1).words().getFirst();
        editing.text(1, "Three hundred and two.");
        assertEquals(before, now().segments().get(1).words().getFirst());
    }

    @Test
    void changesInQuickSuccessionBecomeOneVersion() {
        editing.text(0, "One.");
        editing.text(1, "Two.");
        pause();
        assertEquals(List.of(now()), saved);
    }

    @Test
    void undoLeadsBackAndIsKeptAsAVersionOfItsOwn() {
        editing.text(1, "Wrong.");
        pause();
        editing.undo();
        pause();
        assertSame(talk, now());
        assertEquals(talk, saved.getLast());
    }

    @Test
    void redoLeadsForwardAgain() {
        editing.text(1, "Better.");
        editing.undo();
        editing.redo();
        assertEquals("Better.", text(1));
    }

    @Test
    void theSameTextIsNoChange() {
        editing.text(1, "  " + text(1) + "\n");
        pause();
        assertEquals(List.of(), saved);
    }

    @Test
    void theNameOfAnotherVoiceMakesBothOne() {
        editing.rename("1", "Anna");
        assertEquals(
                List.of("Anna"),
                now().segments().stream().map(Segment::speaker).distinct().toList());
    }

    @Test
    void whatIsOpenedNextDoesNotLoseWhatWasNotYetSaved() {
        editing.text(0, "Changed at the last moment.");
        var changed = now();
        editing.open(null, _ -> {});
        work();
        assertEquals(List.of(changed), saved);
    }

    @Test
    void closingSavesWhatWasNotYetSaved() throws ProblemException {
        editing.text(0, "Changed at the last moment.");
        editing.saveBeforeClosing();
        assertEquals(List.of(now()), saved);
    }

    @Test
    void whatCannotBeSavedSaysSoAndStays() {
        var full = new Problem.DiskFull(Path.of("disk"));
        editing.open(
                talk,
                _ -> {
                    throw new ProblemException(full);
                });
        editing.text(0, "Typed.");
        pause();
        assertEquals(new Editing.State.Failed(full), editing.stateProperty().get());
        assertEquals("Typed.", text(0));
    }
}
