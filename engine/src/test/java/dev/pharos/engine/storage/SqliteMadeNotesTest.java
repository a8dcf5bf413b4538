package dev.pharos.engine.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.annotation.Anchor;
import dev.pharos.engine.answer.AnswerSentence.Doubt;
import dev.pharos.engine.document.PlainText;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.making.MadeNote;
import dev.pharos.engine.making.MadeNote.Details;
import dev.pharos.engine.making.MadeNote.Settings;
import dev.pharos.engine.summary.Depth;
import dev.pharos.engine.summary.KeyPhrase;
import dev.pharos.engine.summary.Summary;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

final class SqliteMadeNotesTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    /// As the first version that made notes wrote them.
    private static final String SETTINGS =
            """
            {"form":"meeting","depth":"BRIEF","tags":false,"related":true,"language":null}\
            """;

    private static final String SUMMARY =
            """
            {"title":"Solar panels","language":"en","overview":[],"topics":[],"points":[],"decisions":[],"questions":[],\
            "actions":[{"line":{"text":"I'll send it by Friday.","speaker":"Ben",\
            "place":{"page":null,"heading":null,"paragraph":null,"startMs":1000,"endMs":2000,"startOffset":0,"endOffset":23},\
            "words":{"quote":"I'll send it by Friday.","before":"","after":""}},"person":"Ben","due":"by Friday","day":[2026,1,2]}],\
            "phrases":[{"text":"solar panels","count":3,"weight":1.0}],"tags":["solar"],"words":90,"readingTime":27.000000000,\
            "complexity":"BEGINNER","confidence":0.5}\
            """;

    @RegisterExtension final TestDatabase file = new TestDatabase();

    private SourceId note() {
        var id = new SourceId(UUID.randomUUID());
        var document = PlainText.document("title", "text");
        var source =
                new Source(
                        id,
                        document.kind(),
                        document.title(),
                        Path.of("/" + id),
                        1,
                        id + "-1",
                        1,
                        document.mediaType(),
                        document.language(),
                        List.of(),
                        document.tags(),
                        null,
                        null,
                        NOON,
                        0);
        new SqliteSources(file.database())
                .saveAll(List.of(new Sources.Revision(source, document, List.of(), Map.of())));
        return id;
    }

    private static Summary summary() {
        var line =
                new Summary.Line(
                        "I'll send it by Friday.",
                        "Ben",
                        new Place(null, null, null, 1_000L, 2_000L, 0, 23),
                        new Anchor("I'll send it by Friday.", "", ""),
                        null);
        return new Summary(
                "Solar panels",
                "en",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Summary.Action(line, "Ben", "by Friday", LocalDate.of(2026, 1, 2))),
                List.of(new KeyPhrase("solar panels", 3, 1)),
                List.of("solar"),
                90,
                Duration.ofSeconds(27),
                Summary.Complexity.BEGINNER,
                0.5);
    }

    @Test
    void aNoteThatAnEarlierVersionMadeIsReadAsItWas() {
        var note = note();
        var source = new SourceId(UUID.randomUUID());
        file.database()
                .write(connection ->
                        Rows.update(
                                connection,
                                "INSERT INTO made (note, source, settings, markdown, summary, made)"
                                        + " SELECT key, ?, ?, 'x', ?, ? FROM source WHERE id = ?",
                                source.toString(),
                                SETTINGS,
                                SUMMARY,
                                NOON,
                                note.toString()));
        var settings = new Settings("meeting", Depth.BRIEF, false, true, null, false, 0, null);
        var expected = new MadeNote(note, source, settings, "x", summary(), Details.NONE, NOON);
        var made = new SqliteMadeNotes(file.database());
        assertEquals(Optional.of(expected), made.find(note));
        made.save(expected);
        assertEquals(Optional.of(expected), made.find(note));
    }

    @Test
    void whatAModelWroteBeforeItWasToldWhatIsThereIsReadAsItWas() {
        var before = summary();
        var action = before.actions().getFirst();
        var doubt = new Doubt(Doubt.Reason.FAR, List.of());
        var line = action.line();
        var written =
                new Summary.Line(
                        line.text(),
                        null,
                        line.place(),
                        line.words(),
                        new Summary.Written(List.of(line.place()), doubt, null));
        var summary =
                new Summary(
                        before.title(),
                        "en",
                        List.of(written),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        before.actions(),
                        before.phrases(),
                        before.tags(),
                        90,
                        before.readingTime(),
                        before.complexity(),
                        0.5);
        var expected =
                new MadeNote(
                        note(),
                        new SourceId(UUID.randomUUID()),
                        Settings.DEFAULT,
                        "x",
                        summary,
                        Details.NONE,
                        NOON);
        var made = new SqliteMadeNotes(file.database());
        made.save(expected);
        String there = "SELECT summary FROM made WHERE summary LIKE '%\"there\"%'";
        assertEquals(1, rows(there));
        file.database()
                .write(connection ->
                        Rows.update(
                                connection,
                                "UPDATE made SET summary = replace(summary, ',\"there\":null', '')"));
        assertEquals(0, rows(there));
        assertEquals(Optional.of(expected), made.find(expected.note()));
    }

    private int rows(String query) {
        return file.database()
                .read(connection -> Rows.list(connection, query, row -> row.getString(1)))
                .size();
    }
}
