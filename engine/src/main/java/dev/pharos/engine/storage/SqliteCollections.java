package dev.pharos.engine.storage;

import dev.pharos.engine.collection.Collections.Kept;
import dev.pharos.engine.collection.SavedCollection;
import dev.pharos.engine.collection.SavedCollection.Content;
import dev.pharos.engine.library.SourceId;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Collections in SQLite. Safe for use by several threads.
public final class SqliteCollections {
    private final Database database;

    public SqliteCollections(Database database) {
        this.database = database;
    }

    /// In their order.
    public List<Kept> all() {
        return database.read(SqliteCollections::all);
    }

    private static List<Kept> all(Connection connection) throws SQLException {
        var all = new ArrayList<Kept>();
        for (Kept each :
                Rows.list(
                        connection,
                        "SELECT * FROM collection ORDER BY position, id",
                        row -> new Kept(collection(row), row.getInt("position"), List.of()))) {
            var picked =
                    Rows.list(
                            connection,
                            "SELECT s.id FROM picked p JOIN source s ON s.key = p.source"
                                    + " WHERE p.collection = ? ORDER BY p.position",
                            row -> SourceId.of(row.getString(1)),
                            each.collection().id().toString());
            all.add(new Kept(each.collection(), each.position(), picked));
        }
        return all;
    }

    private static SavedCollection collection(ResultSet row) throws SQLException {
        String query = row.getString("query");
        return new SavedCollection(
                UUID.fromString(row.getString("id")),
                row.getString("name"),
                query == null ? new Content.Picked() : new Content.Search(query),
                row.getString("icon"),
                row.getString("colour"));
    }

    /// What was picked for a collection and is not in the trash, in the order of picking.
    public List<SourceId> picked(UUID collection) {
        return database.read(connection ->
                Rows.list(
                        connection,
                        "SELECT s.id FROM picked p JOIN present s ON s.key = p.source"
                                + " WHERE p.collection = ? ORDER BY p.position",
                        row -> SourceId.of(row.getString(1)),
                        collection.toString()));
    }

    /// Makes others of all collections, in one step.
    ///
    /// @param change what they are now to what they shall be
    /// @return what they were
    public List<Kept> change(UnaryOperator<List<Kept>> change) {
        return database.write(connection -> {
            var before = all(connection);
            var after = change.apply(before);
            for (Kept each : before) {
                if (!after.contains(each)) {
                    Rows.update(
                            connection,
                            "DELETE FROM collection WHERE id = ?",
                            each.collection().id().toString());
                }
            }
            for (Kept each : after) {
                if (!before.contains(each)) {
                    save(connection, each);
                }
            }
            return before;
        });
    }

    private static void save(Connection connection, Kept kept) throws SQLException {
        var collection = kept.collection();
        String id = collection.id().toString();
        Rows.update(
                connection,
                "INSERT INTO collection (id, position, name, query, icon, colour)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                id,
                kept.position(),
                collection.name(),
                collection.content() instanceof Content.Search(var query) ? query : null,
                collection.icon(),
                collection.colour());
        for (int i = 0; i < kept.picked().size(); i++) {
            Rows.update(
                    connection,
                    "INSERT OR IGNORE INTO picked (collection, position, source)"
                            + " SELECT ?, ?, key FROM source WHERE id = ?",
                    id,
                    i,
                    kept.picked().get(i).toString());
        }
    }
}
