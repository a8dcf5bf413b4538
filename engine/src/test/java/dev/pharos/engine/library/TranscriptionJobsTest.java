package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.library.ImportResult.Status;
import dev.pharos.engine.library.Library.Access;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.SpeechScript;
import dev.pharos.engine.transcription.Timecode;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.engine.transcription.Transcripts.Origin;
import dev.pharos.engine.transcription.Transcripts.Version;
import dev.pharos.engine.transcription.Word;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/// The jobs of a library that give its recordings their words.
final class TranscriptionJobsTest extends RecordingsFixture {
    @Test
    void anUnchangedFileChangesNothing() throws Exception {
        imported(new SpeechScript().say("The ferry leaves."));
        work();

        assertEquals(Status.UNCHANGED, importFile(temp.resolve("talk.mp3")).status());
        assertEquals(List.of(Job.State.DONE), states());
        assertEquals(1, found("ferry").size());
    }

    @Test
    void aRecordingThatLostItsJobIsQueuedByItsNextImport() throws Exception {
        var id = imported(new SpeechScript().say("The ferry leaves."));
        var job = library.jobs().all().getFirst().id();
        library.jobs().cancel(job);
        library.jobs().remove(job);

        var again = importFile(temp.resolve("talk.mp3"));

        assertEquals(Status.UNCHANGED, again.status());
        assertEquals(new Problem.ToBeTranscribed(temp.resolve("talk.mp3")), again.problem());
        work();
        assertEquals(List.of(Job.State.DONE), states());
        assertTrue(library.transcripts().find(id).isPresent());
    }

    @Test
    void anImportQueuesNothingForARecordingWhoseJobIsPaused() throws Exception {
        imported(new SpeechScript().say("The ferry leaves."));
        library.jobs().pause(library.jobs().all().getFirst().id());

        importFile(temp.resolve("talk.mp3"));

        assertEquals(List.of(Job.State.PAUSED), states());
        assertEquals(1, library.recordings().wordless());
    }

    @Test
    void aChangedFileIsTranscribedAnew() throws Exception {
        var id = imported(new SpeechScript().say("The ferry leaves."));
        work();

        assertEquals(id, imported(new SpeechScript().say("The bread is warm.")));
        assertEquals(List.of(), found("ferry"), "the words of the old sound are gone");
        work();

        assertEquals(List.of(Job.State.DONE, Job.State.DONE), states());
        assertEquals(1, found("bread").size());
        assertEquals(
                List.of(true, false),
                library.transcripts().versions(id).stream().map(Version::sameSound).toList());
    }

    @Test
    void aFileThatChangesWhileItIsTranscribedGetsTheWordsOfTheNewSound() throws Exception {
        var id = imported(new SpeechScript().say("The ferry leaves."));
        var begun = new CountDownLatch(1);
        var changed = new CountDownLatch(1);
        speech.beforeRecognition =
                _ -> {
                    begun.countDown();
                    await(changed);
                };
        library.jobs().start();
        await(begun);
        imported(new SpeechScript().say("The bread is warm."));
        changed.countDown();
        work();

        assertEquals(List.of(Job.State.DONE), states());
        assertEquals(List.of(), found("ferry"));
        assertEquals(1, found("bread").size());
        assertEquals(1, library.transcripts().versions(id).size());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void cancellingLeavesNoTranscriptBehind() throws Exception {
        var id = imported(new SpeechScript().say("The ferry leaves."));
        long job = library.jobs().all().getFirst().id();
        speech.beforeRecognition = _ -> library.jobs().cancel(job);

        work();

        assertEquals(List.of(Job.State.CANCELLED), states());
        assertEquals(List.of(), library.transcripts().versions(id));
        assertEquals(List.of(), found("ferry"));
    }

    @Test
    void aCancelledTranscriptionShowsSoToEveryProcessBeforeTheRecogniserStops() throws Exception {
        imported(new SpeechScript().say("The ferry leaves."));
        long job = library.jobs().all().getFirst().id();
        var busy = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        speech.beforeRecognition =
                _ -> {
                    busy.countDown();
                    await(released);
                };
        library.jobs().start();
        await(busy);
        try (var beside = open(Access.READ)) {
            assertEquals(Job.State.RUNNING, beside.jobs().all().getFirst().state());
            library.jobs().cancel(job);
            library.jobs().await(List.of(job), Progress.NONE);

            assertEquals(List.of(Job.State.CANCELLED), states());
            assertEquals(Job.State.CANCELLED, beside.jobs().all().getFirst().state());
        } finally {
            released.countDown();
        }
    }

    @Test
    void aJobStoppedByClosingGoesOnWhereItStopped() throws Exception {
        var script = new SpeechScript().ramble(400, new Random(7));
        var id = imported(script);
        var third = new CountDownLatch(1);
        var closing = new CountDownLatch(1);
        speech.beforeRecognition =
                count -> {
                    if (count == 2) {
                        third.countDown();
                        await(closing);
                    }
                };
        library.jobs().start();
        await(third);
        var closer = Thread.ofPlatform().start(library::close);
        while (library.jobs().all().getFirst().state() == Job.State.RUNNING) {
            Thread.onSpinWait();
        }
        closing.countDown();
        closer.join();
        speech.beforeRecognition = _ -> {};

        library = open(Access.WRITE);
        assertEquals(List.of(Job.State.WAITING), states());
        work();

        var words = new ArrayList<String>();
        library.transcripts().find(id).stream()
                .flatMap(t -> t.segments().stream())
                .flatMap(s -> s.words().stream())
                .forEach(word -> words.add(word.text()));
        assertEquals(script.words().stream().map(Word::text).toList(), words);
        assertEquals(
                speech.recognised().size(),
                speech.recognised().stream().distinct().count(),
                "no window was recognised twice");
    }

    @Test
    void withoutAModelAJobWaitsAndBeginsOnceOneIsChosen() throws Exception {
        options = TranscriptionOptions.DEFAULT;
        imported(new SpeechScript().say("The ferry leaves."));
        work();
        assertEquals(List.of(Job.State.WAITING), states());
        assertEquals(
                new Problem.NoSpeechModel(Path.of("models")),
                library.jobs().all().getFirst().problem());

        options = CHOSEN;
        library.jobs().recover();
        library.jobs().changed();
        work();

        assertEquals(1, found("ferry").size());
    }

    @Test
    void whereNobodySpeaksTheJobIsDoneAllTheSame() throws Exception {
        var id = imported(new SpeechScript().silence(5_000));
        work();

        assertEquals(List.of(Job.State.DONE), states());
        assertEquals(
                new Transcript("und", 5_000, "scripted", "", List.of(), true),
                library.transcripts().find(id).orElseThrow());
        assertEquals(
                new Problem.NoSpeech(temp.resolve("talk.mp3")),
                library.jobs().all().getFirst().problem());
    }

    @Test
    void whoBringsTheWordsNeedsNoModelAnyMore() throws Exception {
        options = TranscriptionOptions.DEFAULT;
        var id = imported(new SpeechScript().say("The ferry leaves."));
        work();

        var source = library.sources().find(id).orElseThrow();
        var words = List.of(new Segment(0, 900, null, "The ferry left.", List.of()));
        library.recordings()
                .save(source, new Transcript("en", 900, "", "", words, true), Origin.IMPORTED);

        assertEquals(List.of(Job.State.CANCELLED), states());
    }

    @Test
    void aJobTellsUpToWhereItCouldHear() throws Exception {
        var cut = new SpeechScript().say("The ferry leaves.").silence(70_000);
        var file = cut.write(temp.resolve("cut.mp3"), "truncated");
        importFile(file);
        work();

        assertEquals(List.of(Job.State.DONE), states());
        assertEquals(
                new Problem.DecodedInPart(file, Timecode.brief(cut.lengthMs())),
                library.jobs().all().getFirst().problem());
    }
}
