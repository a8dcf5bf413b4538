package dev.pharos.engine.storage;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.relationship.KeptRelationships;
import dev.pharos.engine.relationship.Reason;
import dev.pharos.engine.relationship.Relationship;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// Relationships in SQLite.
public final class SqliteRelationships implements KeptRelationships {
    private static final String PRESENT = presentIn("present");

    private static final String WHERE =
            " WHERE source = (SELECT key FROM source WHERE id = ?)"
                    + " AND target = (SELECT key FROM source WHERE id = ?) AND type = ?";
    private static final String DELETE = "DELETE FROM relationship" + WHERE;

    private final Database database;

    public SqliteRelationships(Database database) {
        this.database = database;
    }

    private static String presentIn(String sources) {
        return "SELECT s.id AS from_id, t.id AS to_id, r.* FROM relationship r JOIN %s s ON s.key = r.source JOIN %s t ON t.key = r.target "
                .formatted(sources, sources);
    }

    @Override
    public List<Kept> of(SourceId source) {
        return database.read(connection ->
                Rows.list(
                        connection,
                        PRESENT
                                + "WHERE r.source = (SELECT key FROM source WHERE id = ?1)"
                                + " OR r.target = (SELECT key FROM source WHERE id = ?1)",
                        SqliteRelationships::kept,
                        source.toString()));
    }

    @Override
    public List<Kept> all() {
        return database.read(
                connection -> Rows.list(connection, PRESENT, SqliteRelationships::kept));
    }

    /// All that were decided on, those of sources in the trash too.
    public List<Kept> decided() {
        return database.read(connection ->
                Rows.list(
                        connection,
                        presentIn("source") + "WHERE r.state <> 'SUGGESTED'",
                        SqliteRelationships::kept));
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                new Relationship(
                        SourceId.of(row.getString("from_id")),
                        SourceId.of(row.getString("to_id")),
                        Relationship.Type.valueOf(row.getString("type")),
                        row.getDouble("strength"),
                        Json.read(row.getString("reason"), Reason.class),
                        Relationship.State.valueOf(row.getString("state")),
                        Instant.ofEpochMilli(row.getLong("changed"))),
                Json.read(row.getString("source_text"), long[].class),
                Json.read(row.getString("target_text"), long[].class));
    }

    @Override
    public void suggest(Collection<Relationship> gone, Collection<Relationship> found) {
        database.write(connection -> {
            for (Relationship each : gone) {
                Rows.update(
                        connection,
                        DELETE + " AND state = ? AND changed = ?",
                        each.from().toString(),
                        each.to().toString(),
                        each.type(),
                        each.state(),
                        each.when());
            }
            for (Relationship each : found) {
                boolean there =
                        has(connection, each.from(), each.to(), each.type())
                                || !each.type().directed()
                                        && has(connection, each.to(), each.from(), each.type());
                if (!there) {
                    save(connection, new Kept(each, new long[0], new long[0]));
                }
            }
            return found;
        });
    }

    private static boolean has(
            Connection connection, SourceId from, SourceId to, Relationship.Type type)
            throws SQLException {
        return Rows.count(
                        connection,
                        "SELECT count(*) FROM relationship" + WHERE,
                        from.toString(),
                        to.toString(),
                        type)
                > 0;
    }

    @Override
    public void save(Collection<Kept> decided) {
        database.write(connection -> {
            for (Kept each : decided) {
                save(connection, each);
            }
            return decided;
        });
    }

    private static void save(Connection connection, Kept kept) throws SQLException {
        var each = kept.relationship();
        Rows.update(
                connection,
                "INSERT OR REPLACE INTO relationship SELECT s.key, t.key, ?, ?, ?, ?, ?, ?, ?"
                        + " FROM source s, source t WHERE s.id = ? AND t.id = ?",
                each.type(),
                each.strength(),
                Json.write(each.reason()),
                each.state(),
                each.when(),
                Json.write(kept.fromText()),
                Json.write(kept.toText()),
                each.from().toString(),
                each.to().toString());
    }
}
