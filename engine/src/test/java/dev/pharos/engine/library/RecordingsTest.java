package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.library.ImportResult.Status;
import dev.pharos.engine.library.Library.Access;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.recording.Recorder;
import dev.pharos.engine.recording.Waveform;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.transcription.SpeechScript;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

final class RecordingsTest extends RecordingsFixture {
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
    void aVideoWithoutSoundIsKeptAndNotQueued() throws Exception {
        var file = new SpeechScript().write(temp.resolve("mute.mp4"));

        assertEquals(new Problem.NoSound(file), importFile(file).problem());
        assertEquals(List.of(), states());
        assertEquals(1, library.sources().count());
    }

    @Test
    void withoutSpeechSoundIsAnUnsupportedFormat() throws Exception {
        library.close();
        library = Library.open(temp.resolve("library"), Access.WRITE, deaf());
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

        try (var reader = open(Access.READ)) {
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
                            "DROP TABLE relationship",
                            "DROP TABLE batch_item",
                            "DROP TABLE batch",
                            "DROP TABLE made",
                            "DROP TABLE answer",
                            "DROP TABLE turn",
                            "DROP TABLE conversation",
                            "DROP TABLE reading",
                            "DROP INDEX passage_highlight",
                            "ALTER TABLE passage DROP COLUMN highlight",
                            "DROP TABLE highlight",
                            "DROP TABLE picked",
                            "DROP TABLE collection",
                            "DROP TABLE tag_colour",
                            "DROP TABLE tag_choice",
                            "DROP VIEW present",
                            "DROP TABLE origin",
                            "DROP TABLE mirror",
                            "DROP TABLE trash",
                            "DROP TABLE unused",
                            "DROP TABLE name",
                            "DROP INDEX link_name",
                            "ALTER TABLE link DROP COLUMN name",
                            "ALTER TABLE revision DROP COLUMN began",
                            "ALTER TABLE revision DROP COLUMN replaced",
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

        try (var reader = open(Access.READ)) {
            assertEquals(List.of(), reader.jobs().all());
            assertEquals(1, reader.sources().count());
        }
        assertTrue(Files.exists(temp.resolve("library/backups/pharos-schema-1.db")));
        library = open(Access.WRITE);
        assertEquals(1, found("tower").size());
    }
}
