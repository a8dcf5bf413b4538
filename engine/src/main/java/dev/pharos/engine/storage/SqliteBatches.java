package dev.pharos.engine.storage;

import dev.pharos.engine.batch.Batch;
import dev.pharos.engine.batch.ItemLog;
import dev.pharos.engine.batch.KeptItem;
import dev.pharos.engine.library.SourceId;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Batches in SQLite. Safe for use by several threads.
public final class SqliteBatches {
    private final Database database;

    public SqliteBatches(Database database) {
        this.database = database;
    }

    /// A batch without its items.
    public record Head(Batch.Id id, Batch.Settings settings, Instant created) {}

    public void add(Head head, List<KeptItem> items) {
        database.write(connection -> {
            Rows.update(
                    connection,
                    "INSERT INTO batch (id, settings, created) VALUES (?, ?, ?)",
                    head.id().toString(),
                    Json.write(head.settings()),
                    head.created());
            for (KeptItem each : items) {
                Rows.update(
                        connection,
                        "INSERT INTO batch_item (batch, position, source, title, job,"
                                + " transcription, log) VALUES (?, ?, ?, ?, ?, ?, ?)",
                        each.batch().toString(),
                        each.position(),
                        each.source().toString(),
                        each.title(),
                        each.job(),
                        each.transcription(),
                        Json.write(each.log()));
            }
            return items;
        });
    }

    public Optional<Head> find(Batch.Id id) {
        return database.read(connection ->
                Rows.first(
                        connection,
                        "SELECT * FROM batch WHERE id = ?",
                        SqliteBatches::head,
                        id.toString()));
    }

    /// The newest first.
    public List<Head> all() {
        return database.read(connection ->
                Rows.list(
                        connection,
                        "SELECT * FROM batch ORDER BY created DESC, rowid DESC",
                        SqliteBatches::head));
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                id(row.getString("id")),
                Json.read(row.getString("settings"), Batch.Settings.class),
                Instant.ofEpochMilli(row.getLong("created")));
    }

    private static Batch.Id id(String value) {
        return new Batch.Id(UUID.fromString(value));
    }

    /// In their order.
    public List<KeptItem> items(Batch.Id batch) {
        return database.read(connection ->
                Rows.list(
                        connection,
                        "SELECT * FROM batch_item WHERE batch = ? ORDER BY position",
                        SqliteBatches::item,
                        batch.toString()));
    }

    /// Whose notes a job makes.
    public Optional<KeptItem> item(long job) {
        return database.read(connection ->
                Rows.first(
                        connection,
                        "SELECT * FROM batch_item WHERE job = ?",
                        SqliteBatches::item,
                        job));
    }

    private static KeptItem item(ResultSet row) throws SQLException {
        return new KeptItem(
                id(row.getString("batch")),
                row.getInt("position"),
                SourceId.of(row.getString("source")),
                row.getString("title"),
                row.getLong("job"),
                Rows.longer(row, "transcription"),
                Json.read(row.getString("log"), ItemLog.class));
    }

    /// What was finished last, in any batch of which the language model was to write the notes, or
    /// not, as is asked for: that takes another time.
    public List<ItemLog> finished(@Nullable Boolean model, int most) {
        return database.read(connection ->
                Rows.list(
                        connection,
                        "SELECT i.log FROM batch_item i JOIN batch b ON b.id = i.batch WHERE"
                                + " i.ended IS NOT NULL AND json_extract(b.settings,"
                                + " '$.making.model') IS ? ORDER BY i.ended DESC LIMIT ?",
                        row -> Json.read(row.getString(1), ItemLog.class),
                        model == null ? null : model ? 1 : 0,
                        most));
    }

    /// @param ended null while it goes on
    public void save(KeptItem item, @Nullable Instant ended) {
        database.write(connection ->
                Rows.update(
                        connection,
                        "UPDATE batch_item SET job = ?, transcription = ?, log = ?, ended = ? WHERE"
                                + " batch = ? AND"
                                + " position = ?",
                        item.job(),
                        item.transcription(),
                        Json.write(item.log()),
                        ended,
                        item.batch().toString(),
                        item.position()));
    }

    /// @param when null where its owner wants it again
    public void cancelled(Batch.Id id, @Nullable Instant when) {
        database.write(connection ->
                Rows.update(
                        connection,
                        "UPDATE batch SET cancelled = ? WHERE id = ?",
                        when,
                        id.toString()));
    }

    /// Whether a job belongs to a batch of which its owner wants all.
    public boolean wanted(long job) {
        return database.read(connection ->
                Rows.count(
                                connection,
                                "SELECT count(*) FROM batch_item i JOIN batch b ON b.id = i.batch"
                                        + " WHERE i.job = ? AND b.cancelled IS NULL",
                                job)
                        > 0);
    }

    public void remove(Batch.Id id) {
        database.write(connection ->
                Rows.update(connection, "DELETE FROM batch WHERE id = ?", id.toString()));
    }
}
