package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.transcription.SpeechScript;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

@Timeout(300)
final class ExportedRecordingsTest extends RecordingsFixture {

    @Test
    void aRecordingComesBackWithItsWords() throws Exception {
        var id = imported(new SpeechScript().say("The tower stood on an island."));
        work();
        var words = library.transcripts().find(id).orElseThrow();
        var passages = library.passages().of(id).stream().map(Passage::text).toList();
        library.recordings()
                .save(library.sources().find(id).orElseThrow(), words, Transcripts.Origin.EDITED);

        library.export(temp.resolve("out"), _ -> true, Progress.NONE);

        try (var again = Library.open(temp.resolve("again"), Library.Access.WRITE, abilities())) {
            again.importer()
                    .importAll(List.of(temp.resolve("out")), ImportListener.NONE, Progress.NONE);
            assertEquals(words, again.transcripts().find(id).orElseThrow());
            assertEquals(passages, again.passages().of(id).stream().map(Passage::text).toList());
            assertEquals(library.transcripts().versions(id), again.transcripts().versions(id));
            assertEquals(List.of(), again.jobs().all());
        }
    }

    @Test
    void aRecordingThatWaitsForItsWordsWaitsForThemWhereItComesBack() throws Exception {
        options = new TranscriptionOptions("scripted", "fr", true, "Cher ami", false, 0);
        imported(new SpeechScript().say("The tower stood on an island."));
        var job = library.jobs().all().getFirst();
        library.export(temp.resolve("out"), _ -> true, Progress.NONE);
        options = CHOSEN;

        try (var again = Library.open(temp.resolve("again"), Library.Access.WRITE, abilities())) {
            assertInstanceOf(Problem.ToBeTranscribed.class, takenBack(again).problem());
            assertEquals(List.of(wanted(job)), wanted(again));

            long queued = again.jobs().all().getFirst().id();
            again.jobs().cancel(queued);
            again.jobs().remove(queued);
            assertInstanceOf(Problem.ToBeTranscribed.class, takenBack(again).problem());
            assertEquals(List.of(wanted(job)), wanted(again));
        }
    }

    private ImportResult takenBack(Library again) throws Exception {
        var results = new ArrayList<ImportResult>();
        again.importer()
                .importAll(
                        List.of(temp.resolve("out")),
                        new ImportListener() {
                            @Override
                            public void started(Path file) {}

                            @Override
                            public void finished(ImportResult result) {
                                assertTrue(
                                        again.sources()
                                                .find(Objects.requireNonNull(result.source()))
                                                .isPresent(),
                                        "told before it was saved");
                                results.add(result);
                            }
                        },
                        Progress.NONE);
        return results.getFirst();
    }

    private static List<String> wanted(Job job) {
        return List.of(job.subject(), job.title(), job.options());
    }

    private static List<List<String>> wanted(Library again) {
        return again.jobs().all().stream().map(ExportedRecordingsTest::wanted).toList();
    }
}
