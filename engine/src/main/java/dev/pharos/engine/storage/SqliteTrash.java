package dev.pharos.engine.storage;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Trash;
import dev.pharos.engine.note.LinkNames;
import dev.pharos.engine.work.Progress;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What was thrown away, in SQLite. Safe for use by several threads.
public final class SqliteTrash {
    private static final String OF_TRASH = "FROM trash t JOIN source s ON s.key = t.source ";

    private final Database database;

    public SqliteTrash(Database database) {
        this.database = database;
    }

    /// Throws sources away, and gives their paths free.
    ///
    /// @return ids of the passages that are found no more
    public List<Long> put(Collection<SourceId> sources, Instant when, Progress progress) {
        return database.write(connection -> {
            var passages = new ArrayList<Long>();
            int done = 0;
            for (SourceId id : sources) {
                progress.checkpoint();
                progress.report(++done, sources.size());
                int put =
                        Rows.update(
                                connection,
                                "INSERT INTO trash SELECT key, ?, path FROM present WHERE id = ?",
                                when,
                                id.toString());
                if (put > 0) {
                    Rows.update(
                            connection,
                            "UPDATE source SET path = ? WHERE id = ?",
                            Path.of(".trash", id.toString()).toString(),
                            id.toString());
                    passages.addAll(
                            Rows.list(
                                    connection,
                                    "SELECT id FROM passage WHERE source = ?",
                                    row -> row.getLong(1),
                                    RevisionRows.key(connection, id)));
                }
            }
            return passages;
        });
    }

    /// As [Trash#all].
    public List<Trash.Trashed> all() {
        return database.read(connection ->
                Rows.list(
                        connection,
                        SqliteSources.SELECT
                                        .replace("s.*", "s.*, t.trashed, t.path AS place")
                                        .replace("FROM present s ", OF_TRASH)
                                + "ORDER BY t.trashed DESC, s.key DESC",
                        row ->
                                new Trash.Trashed(
                                        SqliteSources.source(row, Path.of(row.getString("place"))),
                                        Instant.ofEpochMilli(row.getLong("trashed")))));
    }

    /// Takes sources back.
    ///
    /// @return those that came back
    public List<SourceId> restore(Collection<SourceId> sources, Progress progress) {
        return database.write(connection -> {
            var back = new ArrayList<SourceId>();
            int done = 0;
            for (SourceId id : sources) {
                progress.checkpoint();
                progress.report(++done, sources.size());
                var place =
                        Rows.first(
                                connection,
                                "SELECT t.path " + OF_TRASH + "WHERE s.id = ?",
                                row -> Path.of(row.getString(1)),
                                id.toString());
                if (place.isPresent()) {
                    long key = RevisionRows.key(connection, id);
                    Rows.update(
                            connection,
                            "UPDATE source SET path = ? WHERE key = ?",
                            free(connection, place.get()).toString(),
                            key);
                    Rows.update(connection, "DELETE FROM trash WHERE source = ?", key);
                    RevisionRows.saveNames(connection, key);
                    back.add(id);
                }
            }
            return back;
        });
    }

    /// A path that no source has: this one, or the same with a number.
    private static Path free(Connection connection, Path wanted) throws SQLException {
        String file = String.valueOf(wanted.getFileName());
        String stem = LinkNames.withoutEnding(file);
        Path path = wanted;
        for (int number = 2;
                Rows.count(
                                connection,
                                "SELECT count(*) FROM source WHERE path = ?",
                                path.toString())
                        > 0;
                number++) {
            path = wanted.resolveSibling(stem + " " + number + file.substring(stem.length()));
        }
        return path;
    }

    /// Forgets sources in the trash for ever.
    ///
    /// @return how many went
    public int delete(Collection<SourceId> sources) {
        return database.write(connection -> {
            int gone = 0;
            for (SourceId id : sources) {
                var key =
                        Rows.first(
                                connection,
                                "SELECT t.source " + OF_TRASH + "WHERE s.id = ?",
                                row -> row.getLong(1),
                                id.toString());
                if (key.isPresent()) {
                    delete(connection, key.get());
                    gone++;
                }
            }
            return gone;
        });
    }

    private static void delete(Connection connection, long key) throws SQLException {
        for (String table : List.of("revision", "attachment", "origin", "transcript")) {
            Rows.update(
                    connection,
                    "INSERT OR IGNORE INTO unused SELECT content_hash FROM "
                            + table
                            + " WHERE source = ?",
                    key);
        }
        Rows.update(connection, "DELETE FROM revision WHERE source = ?", key);
        Rows.update(connection, "DELETE FROM source WHERE key = ?", key);
        Rows.update(
                connection,
                "DELETE FROM waveform WHERE content_hash IN (SELECT content_hash FROM unused)"
                        + " AND content_hash NOT IN (SELECT content_hash FROM revision)");
    }

    /// Whether a source is in the trash.
    public boolean has(SourceId source) {
        return database.read(connection ->
                Rows.count(
                                connection,
                                "SELECT count(*) " + OF_TRASH + "WHERE s.id = ?",
                                source.toString())
                        > 0);
    }

    /// Originals that nothing needs any more; as [SqliteNotes#forgetReplaced].
    public List<String> unused() {
        return database.write(SqliteNotes::unused);
    }
}
