package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.batch.Batch;
import dev.pharos.engine.batch.Batch.Status;
import dev.pharos.engine.batch.BatchItem;
import dev.pharos.engine.batch.BatchItem.Step.State;
import dev.pharos.engine.batch.Batches;
import dev.pharos.engine.making.MadeNote;
import dev.pharos.engine.making.MakingStep;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.relationship.Relationship;
import dev.pharos.engine.transcription.SpeechScript;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.engine.work.Job;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/// Notes of many sources at once.
final class BatchesTest extends RecordingsFixture {
    private static final Batch.Settings SETTINGS =
            new Batch.Settings(MadeNote.Settings.DEFAULT, null);
    private static final String PLAN =
            """
            The school wants solar panels on its roof before the next winter begins.

            The solar panels cost twelve thousand euros with the inverter and all cables.

            We decided to buy the solar panels from the supplier in the village.

            The kitchen of the school needs a new oven, because the old oven burns the bread.
            """;

    private SourceId document(String name) throws Exception {
        return document(name, PLAN + "\nThis is told in " + name + ".\n");
    }

    private SourceId document(String name, String text) throws Exception {
        return Objects.requireNonNull(importFile(write(name, text)).source());
    }

    private SourceId recording(String name) throws Exception {
        var script = new SpeechScript();
        for (String each : PLAN.split("\\s*\n\\s*\n?")) {
            script.say(each).silence(1_000);
        }
        script.say("This is told in " + name);
        return Objects.requireNonNull(importFile(script.write(temp.resolve(name))).source());
    }

    private Batch submit(SourceId... sources) throws ProblemException {
        return library.batches().submit(List.of(sources), SETTINGS);
    }

    private Batch now(Batch batch) {
        return library.batches().find(batch.id()).orElseThrow();
    }

    private static List<Job.State> states(Batch batch) {
        return batch.items().stream().map(BatchItem::state).toList();
    }

    private static List<State> steps(BatchItem item) {
        return item.steps().stream().map(BatchItem.Step::state).toList();
    }

    private List<String> order() {
        return library.jobs().all().stream()
                .map(job ->
                        job.kind()
                                + " "
                                + library.sources()
                                        .find(SourceId.of(job.subject()))
                                        .map(Source::title)
                                        .orElse("?"))
                .toList();
    }

    private long notes() {
        return library.sources().all().stream()
                .filter(each -> library.making().made().find(each.id()).isPresent())
                .count();
    }

    @Test
    void recordingsAndDocumentsBecomeNotesOneByOne() throws Exception {
        var batch = submit(recording("talk.mp3"), document("plan.txt"));
        assertEquals(Status.QUEUED, batch.status());
        work();

        var done = now(batch);
        assertEquals(Status.COMPLETED, done.status(), done::toString);
        assertEquals(100, done.percent());
        assertEquals(Duration.ZERO, done.remaining().orElseThrow());
        assertEquals(
                List.of(
                        List.of(
                                State.DONE,
                                State.DONE,
                                State.DONE,
                                State.LEFT_OUT,
                                State.DONE,
                                State.DONE),
                        List.of(
                                State.DONE,
                                State.LEFT_OUT,
                                State.DONE,
                                State.LEFT_OUT,
                                State.DONE,
                                State.DONE)),
                done.items().stream().map(BatchesTest::steps).toList());
        for (BatchItem each : done.items()) {
            assertEquals(
                    each.notes(),
                    library.making().made().from(each.source()).stream()
                            .map(MadeNote::note)
                            .toList());
        }
        assertEquals(2, notes());
    }

    @Test
    void howFarItIsAgreesWithHowManyAreDone() throws Exception {
        var batch = submit(document("a.txt"), document("b.txt"));
        assertEquals(0, batch.percent());
        library.jobs().pause(library.jobs().all().getLast().id());
        work();
        assertEquals(1, now(batch).count(Job.State.DONE));
        assertEquals(50, now(batch).percent());

        var talk = submit(recording("talk.mp3"));
        library.jobs().pause(library.jobs().all().getLast().id());
        assertEquals(0, talk.percent());
        work();
        assertEquals(25, now(talk).percent(), "one step of four");
    }

    @Test
    void whatTheSourcesOfABatchSayAgainstEachOtherIsFound() throws Exception {
        var one = document("plan.txt");
        var other =
                Objects.requireNonNull(
                        importFile(write("offer.txt", PLAN.replace("twelve", "fifteen"))).source());
        submit(one, other);
        work();
        assertTrue(
                library.relationships().of(one).stream()
                        .anyMatch(each -> each.type() == Relationship.Type.CONTRADICTS),
                () -> library.relationships().all().toString());
    }

    @Test
    void aNoteComesRightAfterTheTranscriptionThatItNeeds() throws Exception {
        var first = recording("a.mp3");
        var second = recording("b.mp3");
        submit(document("plan.txt"), first, second);

        assertEquals(
                List.of(
                        "transcribe a",
                        "make-note a",
                        "transcribe b",
                        "make-note b",
                        "make-note plan"),
                order());
    }

    @Test
    void whatWaitsForItsTranscriptSaysSoAndTheOthersAreMade() throws Exception {
        options = TranscriptionOptions.DEFAULT;
        var batch = submit(recording("talk.mp3"), document("plan.txt"));
        work();

        var now = now(batch);
        assertEquals(List.of(Job.State.WAITING, Job.State.DONE), states(now));
        assertEquals(
                new Problem.NoSpeechModel(Path.of("models")), now.items().getFirst().problem());
        assertEquals(
                List.of(
                        new Problem.NoSpeechModel(Path.of("models")),
                        new Problem.TranscribedFirst()),
                library.jobs().all().stream().limit(2).map(Job::problem).toList());
        assertEquals(Status.PROCESSING, now.status());

        options = CHOSEN;
        library.jobs().changed();
        work();
        assertEquals(Status.COMPLETED, now(batch).status());
    }

    @Test
    void whatCannotBeTranscribedFailsWithThatAndTheOthersAreMade() throws Exception {
        var broken = recording("talk.mp3");
        speech.diesAt = 0;
        var batch = submit(broken, document("plan.txt"));
        work();

        var now = now(batch);
        var item = now.items().getFirst();
        assertEquals(Status.PARTIAL, now.status());
        assertEquals(List.of(Job.State.FAILED, Job.State.DONE), states(now));
        assertEquals(library.jobs().all().getFirst().problem(), item.problem());
        assertEquals(
                List.of(
                        State.DONE,
                        State.FAILED,
                        State.CANCELLED,
                        State.LEFT_OUT,
                        State.CANCELLED,
                        State.CANCELLED),
                steps(item));

        assertEquals(
                List.of(
                        MakingStep.AUDIO,
                        MakingStep.CONTENT_ANALYSIS,
                        MakingStep.NOTE_GENERATION,
                        MakingStep.RELATIONSHIP_MAPPING),
                now.completed());

        speech.diesAt = -1;
        library.batches().retry(batch.id());
        work();
        assertEquals(Status.COMPLETED, now(batch).status());
        assertEquals(2, notes(), "what was finished is not made again");
    }

    @Test
    void whereTheBytesAreGoneNoStepIsToldAsDone() throws Exception {
        var gone = recording("talk.mp3");
        var blob = library.sources().find(gone).orElseThrow().contentHash();
        Files.delete(library.blobs().find(blob).orElseThrow().file());
        var batch = submit(gone);
        work();

        var now = now(batch);
        assertEquals(
                List.of(
                        State.FAILED,
                        State.CANCELLED,
                        State.CANCELLED,
                        State.LEFT_OUT,
                        State.CANCELLED,
                        State.CANCELLED),
                steps(now.items().getFirst()));
        assertEquals(
                new Problem.FileMissing(temp.resolve("talk.mp3")),
                now.items().getFirst().steps().getFirst().problem());
        assertEquals(List.of(), now.completed());
    }

    @Test
    void sourcesThatContradictEachOtherAreToldThoughOnlyTheirNotesWereMade() throws Exception {
        var map =
                document(
                        "map.txt",
                        "We walked over the river on a warm morning. The Harbour Bridge is 503"
                                + " metres long. Behind it two painters had a rest.");
        var walk =
                document(
                        "walk.txt",
                        "Ben went there by bicycle and was late. The Harbour Bridge is 530"
                                + " metres long. He had tea at the lighthouse.");
        var batch = submit(map, walk);
        work();

        var last = now(batch).items().getLast();
        var found =
                library.relationships().of(walk).stream()
                        .filter(each -> each.type() == Relationship.Type.CONTRADICTS)
                        .map(each -> each.other(walk))
                        .toList();
        assertEquals(List.of(map), found);
        var all = new HashSet<>(library.relationships().of(walk));
        last.notes().forEach(note -> all.addAll(library.relationships().of(note)));
        assertEquals(all.size(), last.relations());
    }

    @Test
    void aBatchThatIsOverIsReadOnceUntilItsWorkIsDoneAgain() throws Exception {
        var broken = recording("talk.mp3");
        speech.diesAt = 0;
        var batch = submit(broken);
        work();
        var over = now(batch);
        assertSame(over, now(batch));
        assertSame(over, library.batches().all().getFirst());

        speech.diesAt = -1;
        library.batches().retry(batch.id());
        assertNotSame(over, now(batch));
        work();
        assertEquals(Status.COMPLETED, now(batch).status());
        assertEquals(1, now(batch).items().getFirst().notes().size());
    }

    @Test
    void whoCancelsATranscriptionGetsNoNoteOfIt() throws Exception {
        var batch = submit(recording("talk.mp3"));
        library.jobs().cancel(library.jobs().all().getFirst().id());
        work();

        assertEquals(
                new Problem.NotTranscribed(temp.resolve("talk.mp3")),
                now(batch).items().getFirst().problem());
    }

    @Test
    void whatWasBeingReadWhenItsProgramWasKilledIsReadAnew() throws Exception {
        var batch = submit(document("a.txt"), document("b.txt"));
        library.jobs().pause(library.jobs().all().getLast().id());
        work();
        var first = now(batch).items().getFirst().notes();

        kill("json_set(log, '$.steps', json('[{\"step\":\"CONTENT_ANALYSIS\",\"began\":1}]'))");

        var waiting = now(batch).items().getLast();
        assertEquals(Job.State.WAITING, waiting.state());
        assertEquals(
                State.WAITING, waiting.steps().get(MakingStep.CONTENT_ANALYSIS.ordinal()).state());
        work();
        assertEquals(Status.COMPLETED, now(batch).status());
        assertEquals(first, now(batch).items().getFirst().notes());
        assertEquals(2, notes());
    }

    @Test
    void aNoteThatWasMadeBeforeItsProgramWasKilledIsNotMadeAgain() throws Exception {
        var batch = submit(document("a.txt"));
        work();
        var note = now(batch).items().getFirst().notes().getFirst();
        var made = library.making().made().find(note).orElseThrow().made();

        kill("log");
        work();

        assertEquals(Status.COMPLETED, now(batch).status());
        assertEquals(List.of(note), now(batch).items().getFirst().notes());
        assertEquals(made, library.making().made().find(note).orElseThrow().made());
    }

    @Test
    void twoBatchesMayHoldOneSourceWithSettingsOfTheirOwn() throws Exception {
        var plan = document("plan.txt");
        var book = submit(plan);
        var other = new MadeNote.Settings("lecture", null, false, false, null);
        var lecture = library.batches().submit(List.of(plan), new Batch.Settings(other, null));
        work();

        assertEquals(Status.COMPLETED, now(book).status());
        assertEquals(Status.COMPLETED, now(lecture).status());
        assertEquals(
                List.of("lecture", "memo"),
                library.making().made().from(plan).stream()
                        .map(each -> String.valueOf(each.settings().form()))
                        .toList());
        assertEquals(
                List.of(lecture.id(), book.id()),
                library.batches().all().stream().map(Batch::id).toList());
    }

    @Test
    void aSourceIsTakenOnceAndOneThatIsUnknownIsRefusedBeforeAnything() throws Exception {
        var plan = document("plan.txt");
        assertEquals(1, submit(plan, plan).items().size());
        var unknown = new SourceId(UUID.randomUUID());
        assertThrows(ProblemException.class, () -> submit(plan, unknown));
        assertThrows(IllegalArgumentException.class, () -> submit());
        assertEquals(1, library.batches().all().size());
        assertEquals(1, library.jobs().all().size());
    }

    @Test
    void whatIsThrownAwayIsCancelledAndComesBackUnlessItsBatchIsCancelled() throws Exception {
        var plan = document("plan.txt");
        var batch = submit(plan, document("other.txt"));
        library.trash().put(List.of(plan));
        assertEquals(List.of(Job.State.CANCELLED, Job.State.WAITING), states(now(batch)));
        library.trash().restore(List.of(plan));
        assertEquals(List.of(Job.State.WAITING, Job.State.WAITING), states(now(batch)));

        library.trash().put(List.of(plan));
        library.batches().cancel(batch.id());
        library.trash().restore(List.of(plan));
        assertEquals(Status.CANCELLED, now(batch).status());
    }

    /// Without the transcription that its import has queued.
    private SourceId silent(String name) throws Exception {
        var id = recording(name);
        var job = library.jobs().all().getLast().id();
        library.jobs().cancel(job);
        library.jobs().remove(job);
        return id;
    }

    @Test
    void cancellingTakesTheTranscriptionsThatWereQueuedForItAlone() throws Exception {
        var asked = recording("asked.mp3");
        var shared = silent("shared.mp3");
        var alone = silent("alone.mp3");
        var batch = submit(asked, shared, alone);
        var other = submit(shared);

        library.batches().cancel(batch.id());
        work();

        assertEquals(Status.CANCELLED, now(batch).status());
        assertEquals(Status.COMPLETED, now(other).status());
        assertEquals(
                List.of(true, true, false),
                Stream.of(asked, shared, alone)
                        .map(each -> library.transcripts().find(each).isPresent())
                        .toList());
    }

    @Test
    void anItemWhoseJobIsGoneIsToldAsItEnded() throws Exception {
        var batch = submit(document("plan.txt"), document("empty.txt"));
        var cancelled = library.jobs().all().getLast().id();
        library.jobs().cancel(cancelled);
        work();
        library.jobs().all().forEach(job -> library.jobs().remove(job.id()));

        assertEquals(List.of(Job.State.DONE, Job.State.CANCELLED), states(now(batch)));
        library.batches().retry(batch.id());
        work();
        assertEquals(Status.COMPLETED, now(batch).status());
    }

    @Test
    void aBatchIsForgottenOnceItIsOverAndItsNotesStay() throws Exception {
        var batch = submit(document("plan.txt"));
        assertFalse(library.batches().remove(batch.id()));
        work();

        assertTrue(library.batches().remove(batch.id()));
        assertEquals(List.of(), library.batches().all());
        assertEquals(List.of(), library.jobs().all());
        assertEquals(1, notes());
    }

    @Test
    void theRestIsEstimatedFromWhatItTookBefore() throws Exception {
        var text = new StringBuilder(PLAN);
        for (int i = 1; text.length() < 20_000; i++) {
            text.append("\nOn day %d the ferry came %d minutes late.\n".formatted(i, i * 7 % 60));
        }
        var plan = importFile(write("plan.txt", text.toString())).source();
        var batch = submit(Objects.requireNonNull(plan));
        long before = batch.remaining().orElseThrow().toMillis();
        long characters = library.sources().document(plan).orElseThrow().text().length();
        assertEquals(Math.round(characters * 0.3) + Math.round(characters * 0.01) + 1_000, before);
        assertEquals(0, batch.ahead().orElseThrow());
        work();

        var took =
                now(batch).items().getFirst().steps().stream()
                        .filter(each -> each.step() == MakingStep.CONTENT_ANALYSIS)
                        .map(each ->
                                Duration.between(
                                        Objects.requireNonNull(each.began()),
                                        Objects.requireNonNull(each.ended())))
                        .findFirst()
                        .orElseThrow();
        reopen(); // with a queue that rests
        var next = library.batches().submit(List.of(plan), SETTINGS).items().getFirst();
        int analysis = MakingStep.CONTENT_ANALYSIS.ordinal();
        assertEquals(took, next.steps().get(analysis).remaining());
        var model = new MadeNote.Settings(null, null, true, true, null, false, 1, true);
        var written = library.batches().submit(List.of(plan), new Batch.Settings(model, null));
        assertEquals(
                batch.items().getFirst().steps().get(analysis).remaining(),
                written.items().getFirst().steps().get(analysis).remaining(),
                "a model takes another time");
    }

    @Test
    void whatAKilledProgramWasDoingIsNextForWhoLooks() throws Exception {
        var batch = submit(document("plan.txt"));
        var running =
                new Batch(
                        batch.id(),
                        batch.settings(),
                        batch.created(),
                        batch.items().stream().map(BatchesTest::running).toList());
        assertEquals(Status.PROCESSING, running.status());
        assertEquals(Status.QUEUED, running.resting().status());
        assertEquals(0, running.resting().ahead().orElseThrow());
    }

    private static BatchItem running(BatchItem item) {
        return new BatchItem(
                item.source(),
                item.title(),
                Job.State.RUNNING,
                item.steps(),
                item.notices(),
                item.notes(),
                item.relations(),
                item.problem(),
                null);
    }

    @Test
    void fiveHundredSourcesAreQueuedAndCancelledAsOne() throws Exception {
        var files = new ArrayList<Path>();
        for (int i = 0; i < 500; i++) {
            files.add(write("many/" + i + ".txt", "Number " + i + " of many. " + PLAN));
        }
        var ids =
                results(files.toArray(Path[]::new)).stream()
                        .map(ImportResult::source)
                        .filter(Objects::nonNull)
                        .toList();
        var batch = library.batches().submit(ids, SETTINGS);
        library.batches().cancel(batch.id());
        var cancelled = now(batch);

        assertEquals(500, cancelled.count(Job.State.CANCELLED));
        assertEquals(
                500,
                Stream.of(library.jobs().all())
                        .flatMap(List::stream)
                        .filter(job -> job.kind().equals(Batches.MAKE_NOTE))
                        .count());
    }
}
