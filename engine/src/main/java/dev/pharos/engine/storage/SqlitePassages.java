package dev.pharos.engine.storage;

import dev.pharos.engine.library.IdDigest;
import dev.pharos.engine.library.Passage;
import dev.pharos.engine.library.Passages;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.SourceId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// [Passages] in SQLite.
public final class SqlitePassages implements Passages {
    static final String SELECT =
            "SELECT p.*, s.id AS source_id, s.title FROM passage p JOIN present s ON s.key = p.source ";

    /// Of passages: their source is not in the trash.
    private static final String PRESENT = "source NOT IN (SELECT source FROM trash)";

    private final Database database;

    public SqlitePassages(Database database) {
        this.database = database;
    }

    @Override
    public List<Titled> find(Collection<Long> ids) {
        String list = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        return database.read(connection ->
                Rows.list(
                        connection,
                        SELECT + "WHERE p.id IN (" + list + ")",
                        SqlitePassages::titled));
    }

    @Override
    public List<Titled> after(long id, int limit) {
        return database.read(connection ->
                Rows.list(
                        connection,
                        SELECT + "WHERE p.id > ? ORDER BY p.id LIMIT ?",
                        SqlitePassages::titled,
                        id,
                        limit));
    }

    @Override
    public List<Passage> of(SourceId source) {
        return database.read(connection ->
                Rows.list(
                        connection,
                        SELECT + "WHERE s.id = ? AND p.highlight IS NULL ORDER BY p.ordinal",
                        row -> titled(row).passage(),
                        source.toString()));
    }

    @Override
    public Optional<Passage> first(SourceId source) {
        return database.read(connection ->
                Rows.first(
                        connection,
                        SELECT
                                + "WHERE s.id = ? AND p.highlight IS NULL ORDER BY p.ordinal LIMIT 1",
                        row -> titled(row).passage(),
                        source.toString()));
    }

    @Override
    public List<Titled> indexed(SourceId source) {
        return indexed(source, -1);
    }

    @Override
    public List<Titled> indexed(SourceId source, int limit) {
        return database.read(connection ->
                Rows.list(
                        connection,
                        SELECT + "WHERE s.id = ? ORDER BY p.id LIMIT ?",
                        SqlitePassages::titled,
                        source.toString(),
                        limit));
    }

    @Override
    public long[] ids() {
        return database.read(connection ->
                Rows.ids(connection, "SELECT id FROM passage WHERE " + PRESENT + " ORDER BY id"));
    }

    @Override
    public IdDigest digest() {
        return database.read(connection ->
                Rows.digest(
                        connection,
                        "SELECT %s FROM passage WHERE %s"
                                .formatted(IdDigest.SQL.formatted("id"), PRESENT)));
    }

    /// SQLite counts a whole table without looking at its rows.
    @Override
    public int count() {
        return database.read(connection ->
                Rows.count(
                        connection,
                        "SELECT (SELECT count(*) FROM passage)"
                                + " - (SELECT count(*) FROM passage WHERE source IN (SELECT source FROM trash))"));
    }

    static Titled titled(ResultSet row) throws SQLException {
        var place =
                new Place(
                        Rows.integer(row, "page"),
                        row.getString("heading"),
                        Rows.integer(row, "paragraph"),
                        Rows.longer(row, "start_ms"),
                        Rows.longer(row, "end_ms"),
                        row.getInt("start_offset"),
                        row.getInt("end_offset"));
        var highlight = row.getString("highlight");
        var passage =
                new Passage(
                        row.getLong("id"),
                        SourceId.of(row.getString("source_id")),
                        row.getInt("ordinal"),
                        place,
                        row.getString("text"),
                        row.getString("language"),
                        highlight == null ? null : UUID.fromString(highlight));
        return new Titled(row.getString("title"), passage);
    }
}
