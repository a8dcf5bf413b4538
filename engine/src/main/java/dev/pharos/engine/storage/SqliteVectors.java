package dev.pharos.engine.storage;

import dev.pharos.engine.library.IdDigest;
import dev.pharos.engine.library.Passages;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.meaning.Vectors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// [Vectors] in SQLite: little-endian float32, one row a passage and model, by its key.
public final class SqliteVectors implements Vectors {
    private static final String TRASHED =
            "SELECT p.id FROM trash t CROSS JOIN passage p ON p.source = t.source";

    /// Of vectors: their model, and that their passage's source is not in the trash.
    private static final String PRESENT = "model = ? AND passage NOT IN (" + TRASHED + ")";

    /// Of passages: they have no vector of a model.
    private static final String MISSING =
            "NOT EXISTS (SELECT 1 FROM vector v WHERE v.model = ? AND v.passage = p.id)";

    private final Database database;

    public SqliteVectors(Database database) {
        this.database = database;
    }

    @Override
    public List<Passages.Titled> missing(EmbeddingModel model, long passage, int limit) {
        return database.read(connection ->
                Rows.list(
                        connection,
                        SqlitePassages.SELECT
                                + "WHERE p.id > ? AND "
                                + MISSING
                                + " ORDER BY p.id LIMIT ?",
                        SqlitePassages::titled,
                        passage,
                        model.key(),
                        limit));
    }

    @Override
    public List<Passages.Titled> missing(EmbeddingModel model, Collection<Long> passages) {
        String list = passages.stream().map(String::valueOf).collect(Collectors.joining(","));
        return database.read(connection ->
                Rows.list(
                        connection,
                        SqlitePassages.SELECT
                                + "WHERE p.id IN ("
                                + list
                                + ") AND "
                                + MISSING
                                + " ORDER BY p.id",
                        SqlitePassages::titled,
                        model.key()));
    }

    @Override
    public List<Embedded> saveAll(EmbeddingModel model, List<Embedded> vectors) {
        return database.write(connection -> {
            var saved = new ArrayList<Embedded>();
            try (var insert =
                    connection.prepareStatement(
                            "INSERT OR REPLACE INTO vector SELECT ?, id, ? FROM passage WHERE id = ?")) {
                for (Embedded vector : vectors) {
                    Rows.bind(insert, model.key(), bytes(vector.vector()), vector.passage());
                    if (insert.executeUpdate() > 0) {
                        saved.add(vector);
                    }
                }
            }
            var trashed = trashed(connection, saved);
            saved.removeIf(vector -> trashed.contains(vector.passage()));
            return saved;
        });
    }

    private static List<Long> trashed(Connection connection, List<Embedded> vectors)
            throws SQLException {
        String list =
                vectors.stream()
                        .map(vector -> String.valueOf(vector.passage()))
                        .collect(Collectors.joining(","));
        return Rows.list(
                connection,
                "SELECT p.id FROM passage p JOIN trash t ON t.source = p.source WHERE p.id IN ("
                        + list
                        + ")",
                row -> row.getLong(1));
    }

    @Override
    public List<Embedded> after(EmbeddingModel model, long passage, int limit) {
        return database.read(connection ->
                Rows.list(
                        connection,
                        """
                        SELECT v.passage, v.data, s.id FROM vector v
                        JOIN passage p ON p.id = v.passage JOIN present s ON s.key = p.source
                        WHERE v.model = ? AND v.passage > ? ORDER BY v.passage LIMIT ?
                        """,
                        row ->
                                new Embedded(
                                        row.getLong(1),
                                        SourceId.of(row.getString(3)),
                                        floats(row.getBytes(2))),
                        model.key(),
                        passage,
                        limit));
    }

    @Override
    public List<Embedded> of(EmbeddingModel model, SourceId source, int limit) {
        return database.read(connection ->
                Rows.list(
                        connection,
                        """
                        SELECT p.id, v.data FROM source s JOIN passage p ON p.source = s.key
                        JOIN vector v ON v.passage = p.id AND v.model = ?
                        WHERE s.id = ? ORDER BY p.id LIMIT ?
                        """,
                        row -> new Embedded(row.getLong(1), source, floats(row.getBytes(2))),
                        model.key(),
                        source.toString(),
                        limit));
    }

    @Override
    public long[] ids(EmbeddingModel model) {
        return database.read(connection ->
                Rows.ids(
                        connection,
                        "SELECT passage FROM vector WHERE " + PRESENT + " ORDER BY passage",
                        model.key()));
    }

    @Override
    public IdDigest digest(EmbeddingModel model) {
        return database.read(connection ->
                Rows.digest(
                        connection,
                        "SELECT %s FROM vector WHERE %s"
                                .formatted(IdDigest.SQL.formatted("passage"), PRESENT),
                        model.key()));
    }

    @Override
    public int count(EmbeddingModel model) {
        return database.read(connection ->
                Rows.count(
                        connection,
                        "SELECT (SELECT count(*) FROM vector WHERE model = ?)"
                                + " - (SELECT count(*) FROM vector WHERE model = ? AND passage IN ("
                                + TRASHED
                                + "))",
                        model.key(),
                        model.key()));
    }

    private static byte[] bytes(float[] vector) {
        var buffer =
                ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(vector);
        return buffer.array();
    }

    private static float[] floats(byte[] bytes) {
        var vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }
}
