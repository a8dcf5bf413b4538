package dev.pharos.engine.storage;

import dev.pharos.engine.meaning.EmbeddingModel;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// Which models give a library its vectors, in SQLite. Safe for use by several threads.
public final class SqliteEmbeddingModels {

    /// Each model with its part.
    ///
    /// @param current the one that is searched with
    /// @param next the one that is being prepared, or null
    /// @param previous the one that was searched with before, while its vectors are kept; or null
    public record Cast(
            EmbeddingModel current,
            @Nullable EmbeddingModel next,
            @Nullable EmbeddingModel previous) {}

    private static final String CURRENT = "current";
    private static final String NEXT = "next";
    private static final String PREVIOUS = "previous";

    private final Database database;

    public SqliteEmbeddingModels(Database database) {
        this.database = database;
    }

    /// Empty in a library that was never written to since models can be chosen.
    public Optional<Cast> read() {
        return database.read(connection -> {
            var current = model(connection, CURRENT);
            return current == null
                    ? Optional.empty()
                    : Optional.of(
                            new Cast(
                                    current, model(connection, NEXT), model(connection, PREVIOUS)));
        });
    }

    private static @Nullable EmbeddingModel model(Connection connection, String role)
            throws SQLException {
        return Rows.first(
                        connection,
                        "SELECT model, dimension, max_tokens, weights FROM embedding WHERE role = ?",
                        row ->
                                new EmbeddingModel(
                                        row.getString(1),
                                        row.getInt(2),
                                        row.getInt(3),
                                        row.getString(4)),
                        role)
                .orElse(null);
    }

    public void save(Cast cast) {
        database.write(connection -> replace(connection, cast));
    }

    /// Saves a cast with another current model, if every passage has a vector of that model.
    ///
    /// @return whether it was saved
    public boolean saveIfComplete(Cast cast) {
        return database.write(
                connection -> complete(connection, cast.current()) && replace(connection, cast));
    }

    private static boolean complete(Connection connection, EmbeddingModel model)
            throws SQLException {
        return Rows.first(
                        connection,
                        "SELECT 1 FROM passage p WHERE p.source NOT IN (SELECT source FROM trash) AND NOT EXISTS"
                                + " (SELECT 1 FROM vector v WHERE v.model = ? AND v.passage = p.id) LIMIT 1",
                        row -> row.getInt(1),
                        model.key())
                .isEmpty();
    }

    private static boolean replace(Connection connection, Cast cast) throws SQLException {
        Rows.update(connection, "DELETE FROM embedding");
        insert(connection, CURRENT, cast.current());
        insert(connection, NEXT, cast.next());
        insert(connection, PREVIOUS, cast.previous());
        return true;
    }

    private static void insert(Connection connection, String role, @Nullable EmbeddingModel model)
            throws SQLException {
        if (model != null) {
            Rows.update(
                    connection,
                    "INSERT INTO embedding (role, model, dimension, max_tokens, weights)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    role,
                    model.id(),
                    model.dimension(),
                    model.maxTokens(),
                    model.weights());
        }
    }

    /// Keeps `current` alone and deletes the vectors of all others, in one transaction.
    public void forgetOthers(EmbeddingModel current) {
        database.write(connection -> {
            Rows.update(connection, "DELETE FROM vector WHERE model <> ?", current.key());
            return replace(connection, new Cast(current, null, null));
        });
    }
}
