package dev.pharos.engine.storage;

import dev.pharos.engine.library.SourceId;

import java.nio.file.Path;
import java.util.List;

/// How notes and their files in a mirrored folder agreed last, in SQLite. Safe for use by several
/// threads.
public final class SqliteMirror {

    /// A note and its file, as they last were the same.
    ///
    /// @param path below the folder
    public record Pair(SourceId note, Path path, String contentHash) {}

    private final Database database;

    public SqliteMirror(Database database) {
        this.database = database;
    }

    public List<Pair> pairs(Path folder) {
        return database.read(connection ->
                Rows.list(
                        connection,
                        "SELECT note, path, content_hash FROM mirror WHERE folder = ? ORDER BY path",
                        row ->
                                new Pair(
                                        SourceId.of(row.getString(1)),
                                        Path.of(row.getString(2)),
                                        row.getString(3)),
                        folder.toString()));
    }

    public void save(Path folder, Pair pair) {
        database.write(connection ->
                Rows.update(
                        connection,
                        "INSERT OR REPLACE INTO mirror VALUES (?, ?, ?, ?)",
                        folder.toString(),
                        pair.note().toString(),
                        pair.path().toString(),
                        pair.contentHash()));
    }

    public void forget(Path folder, SourceId note) {
        database.write(connection ->
                Rows.update(
                        connection,
                        "DELETE FROM mirror WHERE folder = ? AND note = ?",
                        folder.toString(),
                        note.toString()));
    }
}
