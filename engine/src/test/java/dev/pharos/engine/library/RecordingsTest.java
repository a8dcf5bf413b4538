package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.document.PlainText;
import dev.pharos.engine.library.ImportResult.Status;
import dev.pharos.engine.library.Library.Access;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.Microphone;
import dev.pharos.engine.recording.Recorder;
import dev.pharos.engine.recording.Waveform;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.transcription.ScriptedSpeech;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.SpeechScript;
import dev.pharos.engine.transcription.Timecode;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.TranscriptEdit;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.engine.transcription.Transcripts.Origin;
import dev.pharos.engine.transcription.Transcripts.Version;
import dev.pharos.engine.transcription.Word;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@Timeout(300)
final class RecordingsTest {
    private static final TranscriptionOptions CHOSEN =
            new TranscriptionOptions("scripted", "auto", false, null, false, 0);

    @TempDir Path temp;
    private final ScriptedSpeech speech = new ScriptedSpeech();
    private TranscriptionOptions options = CHOSEN;
    private Library library;

    /// A machine without a microphone.
    private static final class NoInput implements Microphone {
        @Override
        public List<Input> inputs() {
            return List.of();
        }

        @Override
        public Capture open(@Nullable String input) throws ProblemException {
            throw new ProblemException(new Problem.NoMicrophone());
        }
    }

    @BeforeEach
    void open() throws Exception {
        library = open(Access.WRITE, true);
    }

    @AfterEach
    void close() {
        library.close();
    }

    private Library open(Access access, boolean hears) throws ProblemException {
        return Library.open(
                temp.resolve("library"),
                access,
                new Abilities(
                        new PlainText(),
                        FixedEmbedders.of(new HashingEmbedder()),
                        Abilities.Chat.NONE,
                        hears
                                ? new Abilities.Speech(speech.parts(), new NoInput(), () -> options)
                                : null));
    }

    private void reopen() throws ProblemException {
        library.close();
        library = open(Access.WRITE, true);
    }

    private ImportResult importFile(Path file) throws ProblemException {
        var results = new ArrayList<ImportResult>();
        library.importer()
                .importAll(
                        List.of(file),
                        new ImportListener() {
                            @Override
                            public void started(Path started) {}

                            @Override
                            public void finished(ImportResult result) {
                                results.add(result);
                            }
                        },
                        Progress.NONE);
        return results.getFirst();
    }

    private SourceId imported(SpeechScript script) throws Exception {
        var source = importFile(script.write(temp.resolve("talk.mp3"))).source();
        return Objects.requireNonNull(source);
    }

    private void work() throws ProblemException {
        library.jobs().start();
        library.jobs().await(library.jobs().all().stream().map(Job::id).toList(), Progress.NONE);
        library.meaning().await(Progress.NONE);
    }

    private List<Job.State> states() {
        return library.jobs().all().stream().map(Job::state).toList();
    }

    private List<String> found(String query) throws ProblemException {
        return library.searcher().search(new Query(query, Query.Mode.KEYWORD, 10)).hits().stream()
                .map(hit ->
                        hit.source().title()
                                + " "
                                + hit.place().startMs()
                                + "-"
                                + hit.place().endMs())
                .toList();
    }

    @Test
    void soundIsKeptAndQueuedButNotWorkedOnBeforeTheStart() throws Exception {
        var file = new SpeechScript().say("The ferry leaves at noon.").write(temp.resolve("t.mp3"));
        var result = importFile(file);

        assertEquals(Status.IMPORTED, result.status());
        assertEquals(SourceKind.RECORDING, result.kind());
        assertEquals(new Problem.ToBeTranscribed(file), result.problem());
        var source = library.sources().all().getFirst();
        assertTrue(library.blobs().find(source.contentHash()).isPresent());
        assertEquals(
                List.of("script", "2000"),
                library.sources().document(source.id()).stream()
                        .flatMap(d ->
                                Stream.of(
                                        d.properties().get("codec"),
                                        d.properties().get("durationMs")))
                        .toList());
        assertEquals(List.of(Job.State.WAITING), states());
        assertEquals(List.of(), speech.recognised());
    }

    @Test
    void whatWasSaidIsFoundWithItsTime() throws Exception {
        var script = new SpeechScript().silence(50_000).say("The ferry leaves at noon.");
        script.silence(8_000).say("Bring warm bread.");
        imported(script);

        work();

        assertEquals(List.of(Job.State.DONE), states());
        assertEquals(List.of("talk 60000-61100"), found("kind:recording bread"));
        assertEquals(List.of(), found("kind:note bread"));
        assertEquals("en", library.sources().all().getFirst().language());
    }

    /// Three minutes in one passage.
    private SpeechScript slowTalk() {
        var script = new SpeechScript();
        for (String sentence :
                List.of(
                        "The ferry to the island leaves at noon.",
                        "Where were you then?",
                        "The baker of the island sells bread.",
                        "Warm bread needs salt.",
                        "The keeper trims the lamps of the island.")) {
            script.silence(36_000).say(sentence);
        }
        return script;
    }

    private List<String> places(Query query) throws ProblemException {
        return library.searcher().search(query).hits().stream()
                .map(hit ->
                        Stream.of(hit.passage().place(), hit.place())
                                .map(place -> place.startMs() + "-" + place.endMs())
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    @Test
    void aHitLeadsToTheSentenceWithMostOfItsWords() throws Exception {
        imported(slowTalk());
        work();

        assertEquals(
                List.of("36000-192300 112800-115500"),
                places(new Query("bread of the island", Query.Mode.KEYWORD, 10)));
    }

    @Test
    void aHitWithoutOneOfTheWordsLeadsToTheSentenceThatMeansMost() throws Exception {
        imported(slowTalk());
        work();

        assertEquals(
                List.of("36000-192300 75200-76700"),
                places(new Query("where were you", Query.Mode.MEANING, 10)));
    }

    @Test
    void aCitationPlaysFromItsSentence() throws Exception {
        var script = new SpeechScript().say("The ferry to the island leaves at noon.");
        script.silence(8_000).say("The baker sells warm bread in the harbour.");
        var id = imported(script);
        work();

        var answer = library.answerer().answer("What does the baker sell?", _ -> {}, Progress.NONE);

        var citation = answer.citations().getFirst();
        assertEquals("The baker sells warm bread in the harbour.", citation.quote());
        assertEquals(id, citation.source());
        assertEquals(
                Arrays.asList(script.words().get(8).startMs(), script.words().getLast().endMs()),
                Arrays.asList(citation.place().startMs(), citation.place().endMs()));
    }

    @Test
    void anEditIsFoundAtOnceAndTheFirstVersionStays() throws Exception {
        var id = imported(new SpeechScript().say("The zeppelin leaves at noon."));
        work();
        var first = library.transcripts().find(id).orElseThrow();
        var edited =
                first.with(
                        List.of(
                                new Segment(
                                        0,
                                        700,
                                        "Anna",
                                        "The ferry.",
                                        List.of(
                                                new Word("The", 0, 300, 1),
                                                new Word("ferry.", 400, 700, 1)))));

        library.recordings().save(library.sources().find(id).orElseThrow(), edited, Origin.EDITED);

        assertEquals(List.of(), found("zeppelin"));
        assertEquals(List.of("talk 0-700"), found("anna ferry"));
        assertEquals(first, library.transcripts().find(id, 1).orElseThrow());
        library.meaning().await(Progress.NONE);
        assertEquals(1, library.check(Progress.NONE).vectors());
        reopen();
        assertEquals(List.of("talk 0-700"), found("ferry"));
    }

    @Test
    void anEditIndexesOnlyThePassagesThatItChanged() throws Exception {
        var id = imported(new SpeechScript().ramble(1_200, new Random(7)));
        work();
        var before = library.passages().of(id);
        var heard = library.transcripts().find(id).orElseThrow();
        int last = heard.segments().size() - 1;

        library.recordings()
                .save(
                        library.sources().find(id).orElseThrow(),
                        TranscriptEdit.text(heard, last, "A zeppelin."),
                        Origin.EDITED);

        var after = library.passages().of(id);
        assertTrue(before.size() > 3, "passages: " + before.size());
        assertEquals(before.subList(0, before.size() - 2), after.subList(0, before.size() - 2));
        assertEquals(1, found("zeppelin").size());
        library.meaning().await(Progress.NONE);
        var check = library.check(Progress.NONE);
        assertEquals(
                List.of(after.size(), after.size()), List.of(check.indexed(), check.vectors()));
    }

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
        try (var beside = open(Access.READ, true)) {
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

        library = open(Access.WRITE, true);
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

    @Test
    void aVideoWithoutSoundIsKeptAndNotQueued() throws Exception {
        var file = new SpeechScript().write(temp.resolve("mute.mp4"));

        assertEquals(new Problem.NoSound(file), importFile(file).problem());
        assertEquals(List.of(), states());
        assertEquals(1, library.sources().count());
    }

    @Test
    void withoutSpeechSoundIsAnUnsupportedFormat() throws Exception {
        library.close();
        library = open(Access.WRITE, false);
        var file = new SpeechScript().say("words").write(temp.resolve("talk.mp3"));

        assertEquals(
                new Problem.UnsupportedFormat(file, "audio/x-script"), importFile(file).problem());
    }

    @Test
    void theWaveformIsLeftByTheTranscriptionOrHeardAnew() throws Exception {
        var id = imported(new SpeechScript().silence(1_000).say("loud").silence(1_000));
        var heard = library.recordings().waveform(id, Progress.NONE);
        work();
        var kept = library.recordings().waveform(id, Progress.NONE);

        assertEquals(48, kept.peaks().length);
        assertEquals(Waveform.PER_SECOND, kept.perSecond());
        assertEquals(0, kept.at(10));
        assertTrue(Arrays.equals(heard.peaks(), kept.peaks()));
    }

    @Test
    void aWaveformThatWasHeardIsKept() throws Exception {
        var id = imported(new SpeechScript().say("loud"));
        var heard = library.recordings().waveform(id, Progress.NONE);
        var hash = library.sources().find(id).orElseThrow().contentHash();
        Files.delete(library.blobs().find(hash).orElseThrow().file());

        assertTrue(
                Arrays.equals(
                        heard.peaks(), library.recordings().waveform(id, Progress.NONE).peaks()));
    }

    @Test
    void aRecordingIsWhatItsNoteSaysThatItShouldBecome() throws Exception {
        var place = Files.createDirectories(temp.resolve("library/recordings/one"));
        var file = new SpeechScript().say("Ahoy.").write(place.resolve("recording.wav"));
        var chosen = new TranscriptionOptions("scripted", "de", true, "Anna", true, 2);
        var note = new RecordNote("Memo", chosen).json();
        var recorded = new Recorder.Recorded(file, Instant.EPOCH, 1_200, List.of(), true, note);

        var id = library.recordings().add(recorded, library.recorder(), "Recording");

        assertEquals("Memo", library.sources().find(id).orElseThrow().title());
        assertEquals(LibraryRecordings.json(chosen), library.jobs().all().getFirst().options());
    }

    @Test
    void aFinishedRecordingComesInOnceWithItsMarkersAndGivesItsPlaceFree() throws Exception {
        var place = Files.createDirectories(temp.resolve("library/recordings/one"));
        var file =
                new SpeechScript().say("The ferry leaves.").write(place.resolve("recording.wav"));
        var recorded =
                new Recorder.Recorded(
                        file,
                        Instant.parse("2024-05-01T12:00:00Z"),
                        1_200,
                        List.of(700L, 300L),
                        true,
                        "");
        var bytes = Files.readAllBytes(file);

        var id = library.recordings().add(recorded, library.recorder(), "On the quay");
        assertTrue(Files.notExists(file));
        Files.write(Files.createDirectories(place).resolve("recording.wav"), bytes);
        assertEquals(id, library.recordings().add(recorded, library.recorder(), "again"));
        work();

        assertEquals(List.of("On the quay 0-1100"), found("ferry"));
        assertEquals(List.of(300L, 700L), library.recordings().markers(id));
        assertEquals(List.of(Job.State.DONE), states());
    }

    @Test
    void aReaderSeesJobsAndTranscriptsBesideTheWriter() throws Exception {
        var id = imported(new SpeechScript().say("The ferry leaves."));
        work();

        try (var reader = open(Access.READ, true)) {
            assertEquals(1, reader.jobs().all().size());
            assertTrue(reader.transcripts().find(id).isPresent());
        }
    }

    @Test
    void aLibraryFromBeforeSpeechIsMigratedEvenByAReader() throws Exception {
        Files.writeString(temp.resolve("note.txt"), "The tower was built of light stone.");
        importFile(temp.resolve("note.txt"));
        library.close();
        try (var database = Database.open(temp.resolve("library/pharos.db"), false)) {
            for (var sql :
                    List.of(
                            "DROP TABLE embedding",
                            "DROP TABLE marker",
                            "DROP TABLE waveform",
                            "DROP TABLE checkpoint",
                            "DROP TABLE segment",
                            "DROP TABLE transcript",
                            "DROP TABLE job",
                            "PRAGMA user_version = 1")) {
                database.write(connection -> connection.createStatement().execute(sql));
            }
        }

        try (var reader = open(Access.READ, true)) {
            assertEquals(List.of(), reader.jobs().all());
            assertEquals(1, reader.sources().count());
        }
        assertTrue(Files.exists(temp.resolve("library/backups/pharos-schema-1.db")));
        library = open(Access.WRITE, true);
        assertEquals(1, found("tower").size());
    }
}
