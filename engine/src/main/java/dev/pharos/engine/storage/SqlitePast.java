package dev.pharos.engine.storage;

import dev.pharos.engine.annotation.Highlight;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What exports tell of sources, be they in the trash or not: their text, their versions, where
/// their notes came from; in SQLite. Safe for use by several threads.
public final class SqlitePast {

    /// A version of a source.
    ///
    /// @param path where it stood then
    /// @param saved when it came or was saved
    /// @param began when the sitting began in which it was saved; null where it came from a file
    public record Version(
            int number,
            String contentHash,
            long size,
            String path,
            Instant saved,
            @Nullable Instant began) {}

    /// The file of a note that was edited here since.
    ///
    /// @param contentHash of what it said when it last came in
    public record Origin(String path, String contentHash) {}

    private final Database database;

    public SqlitePast(Database database) {
        this.database = database;
    }

    /// The text of a source, or nothing where it was deleted meanwhile.
    public Optional<Document> document(Source source) {
        return database.read(connection ->
                Rows.first(
                                        connection,
                                        "SELECT 1 FROM source WHERE id = ?",
                                        row -> row.getInt(1),
                                        source.id().toString())
                                .isEmpty()
                        ? Optional.empty()
                        : Optional.of(SqliteSources.document(connection, source)));
    }

    /// What is marked in a source, in the order in which it was.
    public List<Highlight> highlights(SourceId source) {
        return database.read(connection ->
                Rows.list(
                        connection,
                        HighlightRows.ANY + "WHERE s.id = ? ORDER BY h.made, h.id",
                        HighlightRows::highlight,
                        source.toString()));
    }

    /// All versions of a source that are kept, the first one first.
    public List<Version> versions(SourceId source) {
        return database.read(connection ->
                Rows.list(
                        connection,
                        "SELECT r.* FROM revision r JOIN source s ON s.key = r.source"
                                + " WHERE s.id = ? AND r.replaced = 0 ORDER BY r.number",
                        row ->
                                new Version(
                                        row.getInt("number"),
                                        row.getString("content_hash"),
                                        row.getLong("size"),
                                        row.getString("path"),
                                        Instant.ofEpochMilli(row.getLong("imported")),
                                        Rows.instant(row, "began")),
                        source.toString()));
    }

    public Optional<Origin> origin(SourceId source) {
        return database.read(connection ->
                Rows.first(
                        connection,
                        "SELECT o.path, o.content_hash FROM origin o JOIN source s ON s.key = o.source"
                                + " WHERE s.id = ?",
                        row -> new Origin(row.getString(1), row.getString(2)),
                        source.toString()));
    }

    /// Gives a source that was just saved the versions that it had.
    public void saveVersions(SourceId source, List<Version> versions) {
        database.write(connection -> {
            long key = RevisionRows.key(connection, source);
            for (Version each : versions) {
                Rows.update(
                        connection,
                        "INSERT OR REPLACE INTO revision"
                                + " (source, number, content_hash, size, path, imported, began)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                        key,
                        each.number(),
                        each.contentHash(),
                        each.size(),
                        each.path(),
                        each.saved(),
                        each.began());
            }
            return versions;
        });
    }

    /// Where a note came from, unless another one came from there.
    public void saveOrigin(SourceId source, Origin origin) {
        database.write(connection ->
                Rows.update(
                        connection,
                        "INSERT OR IGNORE INTO origin VALUES (?, ?, ?)",
                        RevisionRows.key(connection, source),
                        origin.path(),
                        origin.contentHash()));
    }

    /// Puts a source that was just saved back into the trash, so that it was never out of it.
    ///
    /// @param path where it stood
    public void saveTrashed(SourceId source, Instant when, String path) {
        database.write(connection ->
                Rows.update(
                        connection,
                        "INSERT INTO trash SELECT key, ?, ? FROM source WHERE id = ?",
                        when,
                        path,
                        source.toString()));
    }
}
