package dev.pharos.ui.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.util.concurrent.Uninterruptibles;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.TranscriptEdit;
import dev.pharos.ui.sound.Interview;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;

final class EditingTest {
    private final ArrayDeque<Runnable> worker = new ArrayDeque<>();
    private final ArrayDeque<Runnable> pauses = new ArrayDeque<>();
    private final Executor later =
            command -> {
                pauses.clear();
                pauses.add(command);
            };
    private final List<Transcript> saved = Collections.synchronizedList(new ArrayList<>());
    private final Transcript talk = Interview.transcript();
    private final Editing editing = new Editing(new Background(worker::add, Runnable::run), later);

    @BeforeEach
    void open() {
        editing.open(owner("Talk", saved::add), talk);
    }

    private static Owner owner(String title, Owner.Save save) {
        return new Owner(
                new SourceId(UUID.nameUUIDFromBytes(title.getBytes(StandardCharsets.UTF_8))),
                "sound",
                title,
                save);
    }

    /// A disk that is full until it is told otherwise.
    private final class Disk implements Owner.Save {
        private static final Problem FULL = new Problem.DiskFull(Path.of("disk"));
        private boolean full = true;

        @Override
        public void save(Transcript words) throws ProblemException {
            if (full) {
                throw new ProblemException(FULL);
            }
            saved.add(words);
        }
    }

    /// Changes a transcript that cannot be kept, and opens another one.
    private Transcript leaveUnsaved(Owner full) {
        editing.open(full, talk);
        editing.text(0, "Typed.");
        var typed = now();
        editing.open(owner("Other", saved::add), talk);
        work();
        return typed;
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
        return shown(editing);
    }

    private static Transcript shown(Editing words) {
        return Objects.requireNonNull(words.transcriptProperty().get());
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
    void whatIsBeingTypedIsTakenBeforeOtherWordsCome() {
        var others = Interview.repeated(2);
        editing.setHandIn(() -> editing.typed(talk, Line.of(talk).get(1), "Typed."));
        editing.take(others);
        pause();
        assertEquals(List.of(TranscriptEdit.text(talk, 1, "Typed."), others), saved);
        editing.undo();
        assertEquals("Typed.", text(1));
    }

    @Test
    void whatIsBeingTypedIsKeptAsTheWindowCloses() {
        editing.setHandIn(() -> editing.typed(talk, Line.of(talk).get(1), "Typed."));
        editing.saveBeforeClosing();
        assertEquals(List.of(TranscriptEdit.text(talk, 1, "Typed.")), saved);
    }

    @Test
    void whatWasTypedIntoALineThatIsGoneBecomesAVersionBeforeTheOneShown() {
        var others = talk.with(talk.segments().subList(1, 3));
        editing.take(others);
        editing.typed(talk, Line.of(talk).get(1), "Typed.");
        pause();
        assertEquals(List.of(TranscriptEdit.text(talk, 1, "Typed."), others), saved);
        assertEquals(others, now());
    }

    @Test
    void unsavedWordsAreNotShownWithAnotherSoundOfTheirSource() {
        var full = owner("Full", new Disk());
        leaveUnsaved(full);
        editing.open(new Owner(full.source(), "other sound", "Full", saved::add), talk);
        assertEquals(talk, now());
        assertEquals(1, editing.unsaved().size());
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
        editing.leave();
        work();
        assertEquals(List.of(changed), saved);
    }

    @Test
    void closingSavesWhatWasNotYetSaved() {
        editing.text(0, "Changed at the last moment.");
        assertTrue(editing.saveBeforeClosing());
        assertEquals(List.of(now()), saved);
    }

    @Test
    void whatCannotBeSavedSaysSoAndStays() {
        editing.open(owner("Full", new Disk()), talk);
        editing.text(0, "Typed.");
        pause();
        assertEquals(new Editing.State.Failed(Disk.FULL), editing.stateProperty().get());
        assertEquals("Typed.", text(0));
    }

    @Test
    void whatCouldNotBeSavedIsNamedAfterAnotherRecordingWasOpened() {
        var full = owner("Full", new Disk());
        var typed = leaveUnsaved(full);
        assertEquals(List.of(new Unsaved(full, typed, Disk.FULL, false)), editing.unsaved());
        assertInstanceOf(Editing.State.Unchanged.class, editing.stateProperty().get());
    }

    @Test
    void anotherTrySavesItWithoutOpeningIt() {
        var disk = new Disk();
        var typed = leaveUnsaved(owner("Full", disk));
        disk.full = false;
        editing.saveUnsaved();
        work();
        assertEquals(List.of(typed), saved);
        assertEquals(List.of(), editing.unsaved());
    }

    @Test
    void whatCouldNotBeSavedIsThereAgainWhenItsRecordingIsOpened() {
        var full = owner("Full", new Disk());
        leaveUnsaved(full);
        editing.open(full, talk);
        work();
        assertEquals("Typed.", text(0));
        assertEquals(new Editing.State.Failed(Disk.FULL), editing.stateProperty().get());
    }

    @Test
    void whatIsSavedAfterAllIsNotToldOfAnyMore() {
        var disk = new Disk();
        editing.open(owner("Full", disk), talk);
        editing.text(0, "Typed.");
        editing.saveBeforeClosing();
        disk.full = false;
        editing.saveNow();
        work();
        assertEquals(List.of(), editing.unsaved());
        assertInstanceOf(Editing.State.Saved.class, editing.stateProperty().get());
    }

    @Test
    void closingTellsAlsoOfABug() {
        editing.open(
                owner(
                        "Locked",
                        _ -> {
                            throw new IllegalStateException("locked");
                        }),
                talk);
        editing.text(0, "Typed.");
        assertFalse(editing.saveBeforeClosing());
        assertEquals("Typed.", text(0));
    }

    @Test
    void closingTellsWhatItCouldNotSaveAndSavesTheRest() {
        var full = owner("Full", new Disk());
        leaveUnsaved(full);
        editing.text(1, "Of the other.");
        assertFalse(editing.saveBeforeClosing());
        assertEquals(List.of(now()), saved);
        assertEquals(List.of(full), editing.unsaved().stream().map(Unsaved::owner).toList());
    }

    /// Another origin's words, which the library has already.
    private static Transcript imported(Transcript from) {
        return TranscriptEdit.text(from, 0, "Imported.");
    }

    @Test
    void closingNeverPutsOlderWordsOverNewerOnes() {
        editing.text(0, "Older.");
        editing.saveNow();
        editing.text(0, "Newer.");
        assertTrue(editing.saveBeforeClosing());
        work();
        assertEquals(List.of(now()), saved);
    }

    @Test
    void closingWaitsForTheSaveThatIsRunning() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        // The thread that hears of what was saved is the one that closes.
        var window = new Editing(new Background(worker::add, _ -> {}), later);
        window.open(
                owner(
                        "Slow",
                        words -> {
                            begun.countDown();
                            Uninterruptibles.awaitUninterruptibly(go);
                            saved.add(words);
                        }),
                talk);
        window.text(0, "Older.");
        var older = shown(window);
        window.saveNow();
        var disk = Thread.ofPlatform().start(this::work);
        begun.await();
        window.text(0, "Newer.");
        var closing = Thread.ofPlatform().start(window::saveBeforeClosing);
        while (closing.isAlive() && closing.getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
        }
        go.countDown();
        closing.join();
        disk.join();
        assertEquals(List.of(older, shown(window)), saved);
    }

    @Test
    void whatWasTypedBeforeANewVersionCameIsAVersionBeforeIt() {
        editing.text(0, "Typed.");
        var typed = now();
        var fresh = imported(talk);
        editing.take(fresh);
        editing.leave();
        work();
        assertEquals(List.of(typed, fresh), saved);
    }

    @Test
    void whatWasBeingSavedWhenANewVersionCameDoesNotTakeItsPlace() {
        editing.text(0, "Typed.");
        var typed = now();
        editing.saveNow();
        editing.take(imported(talk));
        work();
        assertEquals(List.of(typed, now()), saved);
        assertInstanceOf(Editing.State.Saved.class, editing.stateProperty().get());
    }

    @Test
    void whatCouldNotBeSavedBeforeANewVersionCameIsStillNamed() {
        var full = owner("Full", new Disk());
        editing.open(full, talk);
        editing.text(0, "Typed.");
        var typed = now();
        pause();
        editing.take(imported(talk));
        work();
        editing.leave();
        work();
        assertTrue(
                editing.unsaved().contains(new Unsaved(full, typed, Disk.FULL, true)),
                editing.unsaved().toString());
    }

    @Test
    void closingKeepsBothWhatWasTypedAndTheNewVersion() {
        editing.text(0, "Typed.");
        var typed = now();
        editing.take(imported(talk));
        assertTrue(editing.saveBeforeClosing());
        work();
        assertEquals(List.of(typed, now()), saved);
    }
}
