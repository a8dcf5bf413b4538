package dev.pharos.engine.storage;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.timeline.Event;
import dev.pharos.engine.timeline.Timeline;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Reads from the records that a library keeps anyway what happened in it. Safe for use by several
/// threads.
public final class SqliteTimeline implements Timeline {
    /// A recording happened when it was made; where that is not known, it only came in. The first
    /// sitting at a note begins it, also where later saves have replaced its first version.
    private static final String ALL =
            """
            WITH first AS (SELECT source, min(number) AS number FROM revision WHERE replaced = 0 GROUP BY source)
            SELECT s.created AS at, 'RECORDED' AS what, s.id, s.kind, s.title,
                c.properties ->> 'durationMs' AS length, NULL AS highlight, '' AS words
            FROM present s JOIN content c ON c.source = s.key WHERE s.kind = 'RECORDING' AND s.created IS NOT NULL
            UNION ALL
            SELECT CASE WHEN r.number = f.number AND r.began IS NOT NULL THEN r.began ELSE r.imported END,
                CASE WHEN r.began IS NULL THEN 'IMPORTED' WHEN r.number = f.number THEN 'WRITTEN' ELSE 'EDITED' END,
                s.id, s.kind, s.title, CASE WHEN s.kind = 'RECORDING' THEN c.properties ->> 'durationMs' END, NULL, ''
            FROM revision r JOIN present s ON s.key = r.source JOIN first f ON f.source = r.source
                JOIN content c ON c.source = s.key
            WHERE r.replaced = 0 AND NOT (s.kind = 'RECORDING' AND s.created IS NOT NULL
                AND r.imported - s.created BETWEEN 0 AND 86400000)
            UNION ALL
            SELECT t.made, 'EDITED', s.id, s.kind, s.title, t.duration_ms, NULL, ''
            FROM transcript t JOIN present s ON s.key = t.source WHERE t.origin = 'EDITED'
            UNION ALL
            SELECT h.made, 'HIGHLIGHTED', s.id, s.kind, s.title, NULL, h.id, h.quote
            FROM highlight h JOIN present s ON s.key = h.source
            ORDER BY 1 DESC, 3, 2
            """;

    private final Database database;

    public SqliteTimeline(Database database) {
        this.database = database;
    }

    /// The latest first.
    @Override
    public List<Event> events() {
        return database.read(connection -> Rows.list(connection, ALL, SqliteTimeline::event));
    }

    private static Event event(ResultSet row) throws SQLException {
        @Nullable String highlight = row.getString("highlight");
        return new Event(
                Instant.ofEpochMilli(row.getLong("at")),
                Event.What.valueOf(row.getString("what")),
                SourceId.of(row.getString("id")),
                SourceKind.valueOf(row.getString("kind")),
                row.getString("title"),
                Rows.longer(row, "length"),
                highlight == null ? null : UUID.fromString(highlight),
                row.getString("words"));
    }
}
