package dev.pharos.engine.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.pharos.engine.document.Block;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Link;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Sources.Revision;
import dev.pharos.engine.library.Sources.Rewritten;
import dev.pharos.engine.note.LinkNames;

import org.jspecify.annotations.Nullable;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Writes one revision of a source into all tables that hold a part of it.
final class RevisionRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String INSERT_SOURCE =
            """
            INSERT INTO source (id, kind, title, path, revision, content_hash, size, media_type, language, authors,
                created, modified, imported, passages)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title, path = excluded.path,
                revision = excluded.revision, content_hash = excluded.content_hash, size = excluded.size,
                media_type = excluded.media_type, language = excluded.language, authors = excluded.authors,
                created = excluded.created, modified = excluded.modified, imported = excluded.imported,
                passages = excluded.passages
            """;

    private static final String INSERT_LINK =
            "INSERT INTO link (source, ordinal, kind, target, start_offset, end_offset, name)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_NAMES =
            """
            INSERT OR IGNORE INTO name SELECT s.key, j.value ->> 0, j.value ->> 1
            FROM source s JOIN content c ON c.source = s.key, json_each(pharos_names(s.path, s.title, c.properties)) j
            WHERE s.key = ?
            """;

    private RevisionRows() {}

    /// A revision with its own original.
    static Rewritten save(Connection connection, Revision revision) throws SQLException {
        Source s = revision.source();
        long key = saveText(connection, revision);
        var removed =
                Rows.list(
                        connection,
                        "DELETE FROM passage WHERE source = ? RETURNING id",
                        row -> row.getLong(1),
                        key);
        var added = new PassageRows(connection, key, s.id()).replace(revision.chunks()).added();
        record(connection, key, s, s.imported(), null);
        return new Rewritten(added, removed);
    }

    /// Takes a revision into the record of all.
    ///
    /// @param began as the schema tells; null for one that came from a file
    static void record(
            Connection connection, long key, Source s, Instant saved, @Nullable Instant began)
            throws SQLException {
        Rows.update(
                connection,
                "INSERT INTO revision (source, number, content_hash, size, path, imported, began)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                key,
                s.revision(),
                s.contentHash(),
                s.size(),
                s.path().toString(),
                saved,
                began);
    }

    /// Other words for a revision that is there.
    static Rewritten rewrite(Connection connection, Revision revision) throws SQLException {
        long key = saveText(connection, revision);
        return new PassageRows(connection, key, revision.source().id()).replace(revision.chunks());
    }

    /// All but the passages and the record of revisions.
    static long saveText(Connection connection, Revision revision) throws SQLException {
        Source s = revision.source();
        Document document = revision.document();
        Rows.update(
                connection,
                INSERT_SOURCE,
                s.id().toString(),
                s.kind(),
                s.title(),
                s.path().toString(),
                s.revision(),
                s.contentHash(),
                s.size(),
                s.mediaType(),
                s.language(),
                String.join("\n", s.authors()),
                s.created(),
                s.modified(),
                s.imported(),
                revision.chunks().size());
        long key = key(connection, s.id());
        for (String table : List.of("tag", "content", "block", "link", "attachment")) {
            Rows.update(connection, "DELETE FROM " + table + " WHERE source = ?", key);
        }
        for (String tag : s.tags()) {
            Rows.update(connection, "INSERT INTO tag VALUES (?, ?)", key, tag);
        }
        Rows.update(
                connection,
                "INSERT INTO content VALUES (?, ?, ?, ?)",
                key,
                document.text(),
                json(document.properties()),
                document.complete());
        saveNames(connection, key);
        saveBlocks(connection, key, document.blocks());
        saveLinks(connection, key, document.links());
        saveAttachments(connection, key, revision.attachments());
        return key;
    }

    /// What a source is called, after its path, title or aliases have changed.
    static void saveNames(Connection connection, long key) throws SQLException {
        Rows.update(connection, "DELETE FROM name WHERE source = ?", key);
        Rows.update(connection, INSERT_NAMES, key);
    }

    private static void saveBlocks(Connection connection, long key, List<Block> blocks)
            throws SQLException {
        try (var statement =
                connection.prepareStatement("INSERT INTO block VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < blocks.size(); i++) {
                Block block = blocks.get(i);
                Rows.bind(
                        statement,
                        key,
                        i,
                        block.kind(),
                        block.level(),
                        block.page(),
                        block.start(),
                        block.end());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void saveLinks(Connection connection, long key, List<Link> links)
            throws SQLException {
        try (var statement = connection.prepareStatement(INSERT_LINK)) {
            for (int i = 0; i < links.size(); i++) {
                Link link = links.get(i);
                Rows.bind(
                        statement,
                        key,
                        i,
                        link.kind(),
                        link.target(),
                        link.start(),
                        link.end(),
                        link.kind() == Link.Kind.WEB ? null : LinkNames.ofTarget(link.target()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    static int saveAttachments(Connection connection, long key, Map<String, String> hashesByTarget)
            throws SQLException {
        Rows.update(connection, "DELETE FROM attachment WHERE source = ?", key);
        for (var entry : hashesByTarget.entrySet()) {
            Rows.update(
                    connection,
                    "INSERT INTO attachment VALUES (?, ?, ?)",
                    key,
                    entry.getKey(),
                    entry.getValue());
        }
        return hashesByTarget.size();
    }

    static long key(Connection connection, SourceId id) throws SQLException {
        return Rows.first(
                        connection,
                        "SELECT key FROM source WHERE id = ?",
                        row -> row.getLong(1),
                        id.toString())
                .orElseThrow();
    }

    private static String json(Map<String, String> properties) {
        try {
            return JSON.writeValueAsString(properties);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
