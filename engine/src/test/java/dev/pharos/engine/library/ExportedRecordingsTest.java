package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.transcription.SpeechScript;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;

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

        library.export(temp.resolve("out"), Progress.NONE);

        try (var again = Library.open(temp.resolve("again"), Library.Access.WRITE, abilities())) {
            again.importer()
                    .importAll(List.of(temp.resolve("out")), ImportListener.NONE, Progress.NONE);
            assertEquals(words, again.transcripts().find(id).orElseThrow());
            assertEquals(passages, again.passages().of(id).stream().map(Passage::text).toList());
            assertEquals(
                    List.of(Transcripts.Origin.EDITED, Transcripts.Origin.RECOGNISED),
                    again.transcripts().versions(id).stream()
                            .map(Transcripts.Version::origin)
                            .toList());
            assertEquals(List.of(), again.jobs().all());
        }
    }
}
