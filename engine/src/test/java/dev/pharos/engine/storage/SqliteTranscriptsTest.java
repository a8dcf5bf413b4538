package dev.pharos.engine.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.document.PlainText;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.TranscriptEdit;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.transcription.TranscriptsContract;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

final class SqliteTranscriptsTest extends TranscriptsContract {
    @RegisterExtension final TestDatabase file = new TestDatabase();

    @Override
    protected Transcripts transcripts() {
        return new SqliteTranscripts(file.database(), CLOCK);
    }

    @Override
    protected SourceId source() {
        return save(new SourceId(UUID.randomUUID()), 1);
    }

    private SourceId save(SourceId id, int revision) {
        var document = PlainText.document("title", "text");
        var source =
                new Source(
                        id,
                        document.kind(),
                        document.title(),
                        Path.of("/" + id),
                        revision,
                        id + "-" + revision,
                        1,
                        document.mediaType(),
                        document.language(),
                        List.of(),
                        document.tags(),
                        null,
                        null,
                        CLOCK.instant(),
                        0);
        new SqliteSources(file.database())
                .saveAll(List.of(new Sources.Revision(source, document, List.of(), Map.of())));
        return id;
    }

    @Test
    void anEditKeepsOnlyTheSegmentsThatItChanged() {
        var id = source();
        var heard =
                new Transcript(
                        "en",
                        9_000,
                        "tiny",
                        "CPU",
                        List.of(said(0, "One."), said(1_000, "Two."), said(2_000, "Three.")),
                        true);
        transcripts().save(id, heard, Transcripts.Origin.RECOGNISED);

        transcripts().save(id, TranscriptEdit.text(heard, 1, "2."), Transcripts.Origin.EDITED);

        assertEquals(
                List.of("1 One.", "1 Two.", "1 Three.", "2 2."),
                file.database()
                        .read(connection ->
                                Rows.list(
                                        connection,
                                        "SELECT number, text FROM segment ORDER BY number, ordinal",
                                        row -> row.getInt(1) + " " + row.getString(2))));
    }

    private static Segment said(long startMs, String text) {
        return new Segment(startMs, startMs + 500, null, text, List.of());
    }

    @Test
    void theWordsOfEarlierSoundAreKeptButNotTakenForThoseOfTheNewOne() {
        var id = source();
        var transcript = new Transcript("en", 10, "tiny", "CPU", List.of(), true);
        var version = transcripts().save(id, transcript, Transcripts.Origin.RECOGNISED);

        save(id, 2);

        assertEquals(Optional.empty(), transcripts().find(id));
        assertEquals(
                List.of(
                        new Transcripts.Version(
                                1, version.origin(), version.made(), "tiny", true, false)),
                transcripts().versions(id));
        assertEquals(Optional.of(transcript), transcripts().find(id, 1));
        assertEquals(2, transcripts().save(id, transcript, Transcripts.Origin.RECOGNISED).number());
    }
}
