package dev.pharos.engine.storage;

import dev.pharos.engine.library.Passage;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Sources.Chunk;
import dev.pharos.engine.library.Sources.Rewritten;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes the passages of one source.
final class PassageRows {
    private static final String INSERT =
            """
            INSERT INTO passage (ordinal, text, language, page, heading, paragraph, start_ms, end_ms,
                start_offset, end_offset, source)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """;
    private static final String MOVE =
            """
            UPDATE passage SET ordinal = ?, text = ?, language = ?, page = ?, heading = ?, paragraph = ?,
                start_ms = ?, end_ms = ?, start_offset = ?, end_offset = ? WHERE id = ? RETURNING id
            """;

    /// All of a passage that is indexed, beside its source's title.
    private record Words(String text, String language, @Nullable String heading) {}

    private final Connection connection;
    private final long key;
    private final SourceId source;

    /// @param key of the source
    PassageRows(Connection connection, long key, SourceId source) {
        this.connection = connection;
        this.key = key;
        this.source = source;
    }

    /// Passages whose words stay only move: their ids, and with them their vectors, stay too.
    Rewritten replace(List<Chunk> chunks) throws SQLException {
        var before = before();
        var added = new ArrayList<Passage>();
        for (int i = 0; i < chunks.size(); i++) {
            var chunk = chunks.get(i);
            var words = new Words(chunk.text(), chunk.language(), chunk.place().heading());
            Long kept = before.getOrDefault(words, new ArrayDeque<>()).poll();
            if (kept == null) {
                long id = write(INSERT, i, chunk, key);
                added.add(
                        new Passage(
                                id,
                                source,
                                i,
                                chunk.place(),
                                chunk.text(),
                                chunk.language(),
                                null));
            } else {
                write(MOVE, i, chunk, kept);
            }
        }
        var removed = before.values().stream().flatMap(Deque::stream).sorted().toList();
        for (long id : removed) {
            Rows.update(connection, "DELETE FROM passage WHERE id = ?", id);
        }
        return new Rewritten(added, removed);
    }

    /// The ids of the passages that are there, in their order.
    private Map<Words, Deque<Long>> before() throws SQLException {
        var ids = new HashMap<Words, Deque<Long>>();
        Rows.list(
                connection,
                "SELECT * FROM passage WHERE source = ? AND highlight IS NULL ORDER BY ordinal",
                row ->
                        ids.computeIfAbsent(
                                        new Words(
                                                row.getString("text"),
                                                row.getString("language"),
                                                row.getString("heading")),
                                        _ -> new ArrayDeque<>())
                                .add(row.getLong("id")),
                key);
        return ids;
    }

    private long write(String sql, int ordinal, Chunk chunk, long idOrSource) throws SQLException {
        var place = chunk.place();
        return Rows.first(
                        connection,
                        sql,
                        row -> row.getLong(1),
                        ordinal,
                        chunk.text(),
                        chunk.language(),
                        place.page(),
                        place.heading(),
                        place.paragraph(),
                        place.startMs(),
                        place.endMs(),
                        place.startOffset(),
                        place.endOffset(),
                        idOrSource)
                .orElseThrow();
    }
}
