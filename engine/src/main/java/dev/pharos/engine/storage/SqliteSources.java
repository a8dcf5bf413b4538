package dev.pharos.engine.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.pharos.engine.document.Block;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Link;
import dev.pharos.engine.library.ReadingPlace;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceFilter;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.library.Sources;

import org.jspecify.annotations.Nullable;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// [Sources] in SQLite.
public final class SqliteSources implements Sources {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    static final String SELECT =
            "SELECT s.*, (SELECT group_concat(name, char(10)) FROM tag WHERE source = s.key) AS tags FROM present s ";
    private final Database database;

    public SqliteSources(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Source> find(SourceId id) {
        return one("WHERE s.id = ?", id.toString());
    }

    @Override
    public Optional<Source> findByPrefix(String prefix) {
        if (prefix.length() < 4) {
            return Optional.empty();
        }
        var found =
                database.read(connection ->
                        Rows.list(
                                connection,
                                SELECT + "WHERE substr(s.id, 1, ?) = lower(?) LIMIT 2",
                                SqliteSources::source,
                                prefix.length(),
                                prefix));
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    @Override
    public Optional<Source> atPath(Path path) {
        return one("WHERE s.path = ?", path.toString());
    }

    @Override
    public Optional<Source> withContent(String contentHash) {
        return one("WHERE s.content_hash = ? ORDER BY s.key LIMIT 1", contentHash);
    }

    @Override
    public Optional<String> property(SourceId id, String name) {
        return database
                .read(connection ->
                        Rows.list(
                                connection,
                                "SELECT c.properties ->> ? AS value FROM content c JOIN present s "
                                        + "ON s.key = c.source WHERE s.id = ? AND value IS NOT NULL",
                                row -> row.getString("value"),
                                name,
                                id.toString()))
                .stream()
                .findFirst();
    }

    @Override
    public Map<String, Source> withProperty(String name) {
        var found = new HashMap<String, Source>();
        database.read(connection ->
                Rows.list(
                        connection,
                        "SELECT s.*, NULL AS tags, c.properties ->> ? AS value FROM content c "
                                + "JOIN present s ON s.key = c.source WHERE value IS NOT NULL",
                        row -> found.put(row.getString("value"), source(row)),
                        name));
        return found;
    }

    private Optional<Source> one(String where, Object parameter) {
        return database.read(connection ->
                Rows.first(connection, SELECT + where, SqliteSources::source, parameter));
    }

    @Override
    public List<Source> all() {
        return database.read(connection ->
                Rows.list(
                        connection,
                        SELECT + "ORDER BY s.imported DESC, s.key DESC",
                        SqliteSources::source));
    }

    @Override
    public List<SourceId> matching(SourceFilter filter) {
        var where = new ArrayList<String>(List.of("1 = 1"));
        var values = new ArrayList<@Nullable Object>();
        for (SourceKind kind : filter.kinds()) {
            where.add("s.kind = ?");
            values.add(kind);
        }
        for (String tag : filter.tags()) {
            where.add(
                    "EXISTS (SELECT 1 FROM tag t WHERE t.source = s.key AND "
                            + "instr(pharos_lower(t.name) || '/', pharos_lower(?) || '/') = 1)");
            values.add(tag);
        }
        for (String words : filter.titles()) {
            where.add("pharos_titled(s.title, ?)");
            values.add(words);
        }
        if (!filter.languages().isEmpty()) {
            where.add("s.language IN (" + "?, ".repeat(filter.languages().size() - 1) + "?)");
            values.addAll(filter.languages());
        }
        String date = "coalesce(s.created, s.modified, s.imported)";
        if (filter.after() != null) {
            where.add(date + " >= ?");
            values.add(filter.after());
        }
        if (filter.before() != null) {
            where.add(date + " < ?");
            values.add(filter.before());
        }
        String sql =
                "SELECT s.id FROM present s WHERE "
                        + String.join(" AND ", where)
                        + " ORDER BY s.imported DESC, s.key DESC";
        return database.read(connection ->
                Rows.list(connection, sql, row -> SourceId.of(row.getString(1)), values.toArray()));
    }

    @Override
    public int count() {
        return database.read(connection -> Rows.count(connection, "SELECT count(*) FROM present"));
    }

    @Override
    public List<String> contentHashes() {
        return database.read(connection ->
                Rows.list(
                        connection,
                        "SELECT content_hash FROM revision UNION SELECT content_hash FROM attachment"
                                + " UNION SELECT content_hash FROM origin UNION SELECT content_hash FROM mirror",
                        row -> row.getString(1)));
    }

    @Override
    public Optional<Document> document(SourceId id) {
        return database.read(connection -> {
            var source =
                    Rows.first(
                            connection,
                            SELECT + "WHERE s.id = ?",
                            SqliteSources::source,
                            id.toString());
            return source.isEmpty()
                    ? Optional.empty()
                    : Optional.of(document(connection, source.get()));
        });
    }

    static Document document(Connection connection, Source source) throws SQLException {
        long key = RevisionRows.key(connection, source.id());
        var blocks = blocks(connection, key);
        var links = links(connection, key);
        return Rows.first(
                        connection,
                        "SELECT * FROM content WHERE source = ?",
                        row ->
                                new Document(
                                        source.mediaType(),
                                        source.kind(),
                                        source.title(),
                                        source.authors(),
                                        source.created(),
                                        source.modified(),
                                        source.language(),
                                        row.getString("text"),
                                        blocks,
                                        links,
                                        source.tags(),
                                        properties(row.getString("properties")),
                                        row.getBoolean("complete")),
                        key)
                .orElseThrow();
    }

    private static List<Block> blocks(Connection connection, long key) throws SQLException {
        return Rows.list(
                connection,
                "SELECT * FROM block WHERE source = ? ORDER BY ordinal",
                row ->
                        new Block(
                                Block.Kind.valueOf(row.getString("kind")),
                                row.getInt("level"),
                                Rows.integer(row, "page"),
                                row.getInt("start_offset"),
                                row.getInt("end_offset")),
                key);
    }

    private static List<Link> links(Connection connection, long key) throws SQLException {
        return Rows.list(
                connection,
                "SELECT * FROM link WHERE source = ? ORDER BY ordinal",
                row ->
                        new Link(
                                Link.Kind.valueOf(row.getString("kind")),
                                row.getString("target"),
                                row.getInt("start_offset"),
                                row.getInt("end_offset")),
                key);
    }

    @Override
    public List<Rewritten> saveAll(List<Revision> revisions) {
        return database.write(connection -> {
            var saved = new ArrayList<Rewritten>();
            for (Revision revision : revisions) {
                saved.add(RevisionRows.save(connection, revision));
            }
            return saved;
        });
    }

    @Override
    public Rewritten rewrite(Revision revision) {
        return database.write(connection -> RevisionRows.rewrite(connection, revision));
    }

    @Override
    public List<String> attachmentTargets(SourceId id) {
        return database.read(connection ->
                Rows.list(
                        connection,
                        "SELECT DISTINCT l.target FROM link l JOIN source s ON s.key = l.source "
                                + "WHERE s.id = ? AND (l.kind = ? OR l.kind = ? AND s.kind = ? "
                                + "AND l.target NOT LIKE '%.md' AND l.target NOT LIKE '%.md#%' "
                                + "AND l.target NOT LIKE '#%') ORDER BY l.target",
                        row -> row.getString(1),
                        id.toString(),
                        Link.Kind.ATTACHMENT,
                        Link.Kind.FILE,
                        SourceKind.NOTE));
    }

    @Override
    public void saveAttachments(SourceId id, Map<String, String> hashesByTarget) {
        database.write(connection ->
                RevisionRows.saveAttachments(
                        connection, RevisionRows.key(connection, id), hashesByTarget));
    }

    @Override
    public Map<String, String> attachments(SourceId id) {
        var found = new LinkedHashMap<String, String>();
        database.read(connection ->
                Rows.list(
                        connection,
                        "SELECT a.* FROM attachment a JOIN source s ON s.key = a.source WHERE s.id = ? ORDER BY a.target",
                        row -> found.put(row.getString("target"), row.getString("content_hash")),
                        id.toString()));
        return found;
    }

    @Override
    public void moved(SourceId id, Path path) {
        database.write(connection -> {
            Rows.update(
                    connection,
                    "UPDATE source SET path = ? WHERE id = ?",
                    path.toString(),
                    id.toString());
            RevisionRows.saveNames(connection, RevisionRows.key(connection, id));
            return path;
        });
    }

    @Override
    public Optional<ReadingPlace> readingPlace(SourceId id) {
        return database.read(connection ->
                Rows.first(
                        connection,
                        "SELECT r.* FROM reading r JOIN source s ON s.key = r.source WHERE s.id = ?",
                        row ->
                                new ReadingPlace(
                                        row.getInt("start_offset"),
                                        row.getDouble("fraction"),
                                        Instant.ofEpochMilli(row.getLong("at"))),
                        id.toString()));
    }

    @Override
    public void readTo(SourceId id, ReadingPlace place) {
        database.write(connection ->
                Rows.update(
                        connection,
                        "INSERT OR REPLACE INTO reading SELECT key, ?, ?, ? FROM source WHERE id = ?",
                        place.offset(),
                        place.fraction(),
                        place.at(),
                        id.toString()));
    }

    static Source source(ResultSet row) throws SQLException {
        return source(row, Path.of(row.getString("path")));
    }

    static Source source(ResultSet row, Path path) throws SQLException {
        String authors = row.getString("authors");
        String tags = row.getString("tags");
        return new Source(
                SourceId.of(row.getString("id")),
                SourceKind.valueOf(row.getString("kind")),
                row.getString("title"),
                path,
                row.getInt("revision"),
                row.getString("content_hash"),
                row.getLong("size"),
                row.getString("media_type"),
                row.getString("language"),
                authors.isEmpty() ? List.of() : List.of(authors.split("\n")),
                tags == null ? Set.of() : Set.of(tags.split("\n")),
                Rows.instant(row, "created"),
                Rows.instant(row, "modified"),
                Instant.ofEpochMilli(row.getLong("imported")),
                row.getInt("passages"));
    }

    private static Map<String, String> properties(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
