package dev.pharos.engine.storage;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.note.Notes;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The versions of notes, and where those came from that were edited here, in SQLite. Safe for use
/// by several threads.
public final class SqliteNotes {
    private static final Duration SITTING = Duration.ofMinutes(10);

    /// Without a save in it, which ends a sitting.
    private static final Duration QUIET = Duration.ofMinutes(3);

    /// A note that came from a file and was edited here.
    ///
    /// @param path of the file
    /// @param contentHash of what the file said when it last came in
    public record Origin(SourceId note, Path path, String contentHash) {}

    /// The newest version of a note, as far as a save has to know it.
    private record Newest(Instant saved, @Nullable Instant began) {}

    private final Database database;

    public SqliteNotes(Database database) {
        this.database = database;
    }

    /// Runs several changes as one: all of them or none.
    public <T> T together(Supplier<T> changes) {
        return database.write(_ -> changes.get());
    }

    /// Saves the next revision of a note, or the first. Passages whose words stayed keep their ids.
    ///
    /// @param apart whether it begins a sitting of its own, so that the version before stays
    public Sources.Rewritten save(Sources.Revision revision, Instant saved, boolean apart) {
        return database.write(connection -> {
            Source now = revision.source();
            var before =
                    Rows.first(
                            connection,
                            SqliteSources.SELECT + "WHERE s.id = ?",
                            SqliteSources::source,
                            now.id().toString());
            Instant began = saved;
            if (before.isPresent()) {
                began = sitting(connection, before.get(), saved, apart);
            }
            boolean titled = before.isPresent() && before.get().title().equals(now.title());
            long key = RevisionRows.saveText(connection, revision);
            var removed =
                    titled
                            ? List.<Long>of()
                            : Rows.list(
                                    connection,
                                    "DELETE FROM passage WHERE source = ? RETURNING id",
                                    row -> row.getLong(1),
                                    key);
            var written = new PassageRows(connection, key, now.id()).replace(revision.chunks());
            RevisionRows.record(connection, key, now, saved, began);
            return HighlightRows.after(
                    titled ? written : new Sources.Rewritten(written.added(), removed),
                    connection,
                    now,
                    revision.document());
        });
    }

    /// When the sitting began that a save belongs to. The last save of the same one is a version no
    /// more; a file's content remembers where it came from.
    private static Instant sitting(
            Connection connection, Source before, Instant saved, boolean apart)
            throws SQLException {
        long key = RevisionRows.key(connection, before.id());
        var newest =
                Rows.first(
                        connection,
                        "SELECT imported, began FROM revision WHERE source = ? AND number = ?",
                        row ->
                                new Newest(
                                        Instant.ofEpochMilli(row.getLong(1)),
                                        Rows.instant(row, "began")),
                        key,
                        before.revision());
        var began = newest.map(Newest::began).orElse(null);
        if (began == null) {
            if (before.path().isAbsolute()) {
                Rows.update(
                        connection,
                        "INSERT OR REPLACE INTO origin VALUES (?, ?, ?)",
                        key,
                        before.path().toString(),
                        before.contentHash());
            }
            return saved;
        }
        if (apart
                || Duration.between(began, saved).compareTo(SITTING) >= 0
                || Duration.between(newest.orElseThrow().saved(), saved).compareTo(QUIET) >= 0) {
            return saved;
        }
        Rows.update(
                connection,
                "UPDATE revision SET replaced = 1 WHERE source = ? AND number = ?",
                key,
                before.revision());
        return began;
    }

    /// As [Notes#versions].
    public List<Notes.Version> versions(SourceId note) {
        return database.read(connection ->
                Rows.list(
                        connection,
                        "SELECT r.* FROM revision r JOIN present s ON s.key = r.source"
                                + " WHERE s.id = ? AND r.replaced = 0 ORDER BY r.number DESC",
                        row ->
                                new Notes.Version(
                                        row.getInt("number"),
                                        Instant.ofEpochMilli(row.getLong("imported")),
                                        Rows.instant(row, "began") == null,
                                        row.getLong("size")),
                        note.toString()));
    }

    /// The content hash of a revision, also of one that is a version no more.
    public Optional<String> contentHash(SourceId note, int revision) {
        return database.read(connection ->
                Rows.first(
                        connection,
                        "SELECT r.content_hash FROM revision r JOIN present s ON s.key = r.source"
                                + " WHERE s.id = ? AND r.number = ?",
                        row -> row.getString(1),
                        note.toString(),
                        revision));
    }

    /// The note that came from this file and was edited here since.
    public Optional<Origin> originAt(Path path) {
        return origin("o.path = ?", path.toString());
    }

    /// Where a note came from that was edited here.
    public Optional<Origin> origin(SourceId note) {
        return origin("s.id = ?", note.toString());
    }

    /// A note that was edited here and whose file said this.
    public Optional<Origin> originWith(String contentHash) {
        return origin("o.content_hash = ?", contentHash);
    }

    private Optional<Origin> origin(String where, String value) {
        return database.read(connection ->
                Rows.first(
                        connection,
                        "SELECT s.id, o.path, o.content_hash FROM origin o JOIN present s ON s.key = o.source WHERE "
                                + where,
                        row ->
                                new Origin(
                                        SourceId.of(row.getString(1)),
                                        Path.of(row.getString(2)),
                                        row.getString(3)),
                        value));
    }

    /// The file of a note says something else by now, or lies elsewhere.
    public void saveOrigin(Origin origin) {
        database.write(connection ->
                Rows.update(
                        connection,
                        "INSERT OR REPLACE INTO origin VALUES (?, ?, ?)",
                        RevisionRows.key(connection, origin.note()),
                        origin.path().toString(),
                        origin.contentHash()));
    }

    /// Forgets the versions that later saves of the same sitting have replaced, and tells which
    /// originals nothing needs any more.
    ///
    /// @return content hashes; they are told again until [#forgotten]
    public List<String> forgetReplaced() {
        return database.write(connection -> {
            Rows.update(
                    connection,
                    "INSERT OR IGNORE INTO unused SELECT content_hash FROM revision WHERE replaced = 1");
            Rows.update(connection, "DELETE FROM revision WHERE replaced = 1");
            return unused(connection);
        });
    }

    static List<String> unused(Connection connection) throws SQLException {
        Rows.update(
                connection,
                """
                DELETE FROM unused WHERE content_hash IN (SELECT content_hash FROM revision)
                    OR content_hash IN (SELECT content_hash FROM attachment)
                    OR content_hash IN (SELECT content_hash FROM origin)
                    OR content_hash IN (SELECT content_hash FROM mirror)
                """);
        return Rows.list(connection, "SELECT content_hash FROM unused", row -> row.getString(1));
    }

    /// Those originals are gone.
    public void forgotten(List<String> hashes) {
        database.write(connection -> {
            for (String hash : hashes) {
                Rows.update(connection, "DELETE FROM unused WHERE content_hash = ?", hash);
            }
            return hashes;
        });
    }

    /// The content that another note shows under this target, or under a path that ends so.
    public Optional<String> attachmentNamed(String target) {
        return database.read(connection ->
                Rows.first(
                        connection,
                        "SELECT a.content_hash FROM attachment a JOIN present s ON s.key = a.source"
                                + " WHERE a.target = ?1 OR a.target LIKE '%/' || ?1 LIMIT 1",
                        row -> row.getString(1),
                        target));
    }

    /// Records what one more link of a note shows.
    public void attach(SourceId note, String target, String contentHash) {
        database.write(connection ->
                Rows.update(
                        connection,
                        "INSERT OR REPLACE INTO attachment VALUES (?, ?, ?)",
                        RevisionRows.key(connection, note),
                        target,
                        contentHash));
    }

    /// As [Notes#templates].
    public List<Source> templates() {
        return database.read(connection ->
                Rows.list(
                        connection,
                        SqliteSources.SELECT
                                + "JOIN content c ON c.source = s.key WHERE s.kind = 'NOTE'"
                                + " AND (pharos_lower(replace(s.path, '\\', '/')) LIKE 'templates/%'"
                                + " OR pharos_lower(replace(s.path, '\\', '/')) LIKE '%/templates/%'"
                                + " OR c.properties ->> 'template' = 'true') ORDER BY s.title",
                        SqliteSources::source));
    }
}
