package dev.pharos.engine.storage;

import dev.pharos.engine.annotation.Anchor;
import dev.pharos.engine.annotation.Highlight;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Outline;
import dev.pharos.engine.library.Passage;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Sources.Rewritten;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Highlights and the passages that make them findable.
final class HighlightRows {
    /// Of sources that are not in the trash, and of all.
    static final String PRESENT =
            "SELECT h.*, s.id AS source_id FROM highlight h JOIN present s ON s.key = h.source ";

    static final String ANY = PRESENT.replace("present", "source");
    private static final String INSERT =
            """
            INSERT INTO highlight (id, source, quote, before, after, colour, note, made, page, heading,
                paragraph, start_ms, end_ms, start_offset, end_offset)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET quote = excluded.quote, before = excluded.before,
                after = excluded.after, colour = excluded.colour, note = excluded.note, page = excluded.page,
                heading = excluded.heading, paragraph = excluded.paragraph, start_ms = excluded.start_ms,
                end_ms = excluded.end_ms, start_offset = excluded.start_offset,
                end_offset = excluded.end_offset
            """;
    private static final String INSERT_PASSAGE =
            """
            INSERT INTO passage (source, ordinal, text, language, page, heading, paragraph, start_ms, end_ms,
                start_offset, end_offset, highlight)
            VALUES (?, -1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """;
    private static final String MOVE_PASSAGE =
            """
            UPDATE passage SET page = ?, paragraph = ?, start_ms = ?, end_ms = ?, start_offset = ?,
                end_offset = ? WHERE id = ?
            """;

    private final Connection connection;
    private final List<Passage> added = new ArrayList<>();
    private final List<Long> removed = new ArrayList<>();

    /// The passage of a highlight, as far as the index knows it.
    private record Indexed(long id, String text, String language, Optional<String> heading) {}

    HighlightRows(Connection connection) {
        this.connection = connection;
    }

    static Highlight highlight(ResultSet row) throws SQLException {
        return new Highlight(
                UUID.fromString(row.getString("id")),
                SourceId.of(row.getString("source_id")),
                new Place(
                        Rows.integer(row, "page"),
                        row.getString("heading"),
                        Rows.integer(row, "paragraph"),
                        Rows.longer(row, "start_ms"),
                        Rows.longer(row, "end_ms"),
                        row.getInt("start_offset"),
                        row.getInt("end_offset")),
                new Anchor(row.getString("quote"), row.getString("before"), row.getString("after")),
                Highlight.Colour.valueOf(row.getString("colour")),
                row.getString("note"),
                Instant.ofEpochMilli(row.getLong("made")));
    }

    /// What has changed of passages since this was made.
    Rewritten changed() {
        return new Rewritten(added, removed);
    }

    /// What has changed of a source's passages, those of its highlights included, which have found
    /// their words in its new text.
    static Rewritten after(Rewritten text, Connection connection, Source source, Document document)
            throws SQLException {
        long key = RevisionRows.key(connection, source.id());
        var rows = new HighlightRows(connection);
        var highlights =
                Rows.list(connection, ANY + "WHERE h.source = ?", HighlightRows::highlight, key);
        if (highlights.isEmpty()) {
            return text;
        }
        var outline = Outline.of(document);
        for (Highlight each : highlights) {
            rows.save(anchored(each, document, outline), document.language());
        }
        rows.added.addAll(0, text.added());
        rows.removed.addAll(0, text.removed());
        return rows.changed();
    }

    /// A highlight where its words stand now; its time stays.
    static Highlight anchored(Highlight highlight, Document document, Outline outline) {
        var old = highlight.place();
        var found = highlight.words().in(document.text(), old.startOffset());
        Place place =
                found.map(span -> outline.place(span.start(), span.end()))
                        .orElse(
                                new Place(
                                        old.page(),
                                        old.heading(),
                                        old.paragraph(),
                                        null,
                                        null,
                                        0,
                                        0));
        return new Highlight(
                highlight.id(),
                highlight.source(),
                new Place(
                        place.page(),
                        place.heading(),
                        place.paragraph(),
                        old.startMs(),
                        old.endMs(),
                        place.startOffset(),
                        place.endOffset()),
                found.map(span -> Anchor.of(document.text(), span.start(), span.end()))
                        .orElse(highlight.words()),
                highlight.colour(),
                highlight.note(),
                highlight.made());
    }

    /// Saves a highlight, and its passage in step.
    void save(Highlight highlight, String language) throws SQLException {
        long key = RevisionRows.key(connection, highlight.source());
        var place = highlight.place();
        var passage = passage(highlight.id());
        Rows.update(
                connection,
                INSERT,
                id(highlight),
                key,
                highlight.words().quote(),
                highlight.words().before(),
                highlight.words().after(),
                highlight.colour(),
                highlight.note(),
                highlight.made(),
                place.page(),
                place.heading(),
                place.paragraph(),
                place.startMs(),
                place.endMs(),
                place.startOffset(),
                place.endOffset());
        if (passage.isPresent() && same(passage.get(), highlight, language)) {
            move(passage.get().id(), highlight);
            return;
        }
        if (passage.isPresent()) {
            removed.add(passage.get().id());
            Rows.update(connection, "DELETE FROM passage WHERE id = ?", passage.get().id());
        }
        if (!highlight.text().isBlank()) {
            add(key, highlight, language);
        }
    }

    private static String id(Highlight highlight) {
        return highlight.id().toString();
    }

    private Optional<Indexed> passage(UUID highlight) throws SQLException {
        return Rows.first(
                connection,
                "SELECT * FROM passage WHERE highlight = ?",
                row ->
                        new Indexed(
                                row.getLong("id"),
                                row.getString("text"),
                                row.getString("language"),
                                Optional.ofNullable(row.getString("heading"))),
                highlight.toString());
    }

    private static boolean same(Indexed passage, Highlight highlight, String language) {
        return passage.text().equals(highlight.text())
                && passage.language().equals(language)
                && passage.heading().equals(Optional.ofNullable(highlight.place().heading()));
    }

    private void move(long passage, Highlight highlight) throws SQLException {
        var place = highlight.place();
        Rows.update(
                connection,
                MOVE_PASSAGE,
                place.page(),
                place.paragraph(),
                place.startMs(),
                place.endMs(),
                place.startOffset(),
                place.endOffset(),
                passage);
    }

    private void add(long key, Highlight highlight, String language) throws SQLException {
        var place = highlight.place();
        long id =
                Rows.first(
                                connection,
                                INSERT_PASSAGE,
                                row -> row.getLong(1),
                                key,
                                highlight.text(),
                                language,
                                place.page(),
                                place.heading(),
                                place.paragraph(),
                                place.startMs(),
                                place.endMs(),
                                place.startOffset(),
                                place.endOffset(),
                                id(highlight))
                        .orElseThrow();
        added.add(
                new Passage(
                        id,
                        highlight.source(),
                        -1,
                        place,
                        highlight.text(),
                        language,
                        highlight.id()));
    }

    void delete(UUID highlight) throws SQLException {
        passage(highlight).ifPresent(passage -> removed.add(passage.id()));
        Rows.update(connection, "DELETE FROM highlight WHERE id = ?", highlight.toString());
    }
}
