package dev.pharos.engine.storage;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.tag.TagTree;
import dev.pharos.engine.tag.Tags.Change.Coloured;
import dev.pharos.engine.tag.Tags.Change.Marked;
import dev.pharos.engine.tag.Tags.Mark;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Tags of sources and their colours, in SQLite. Safe for use by several threads.
public final class SqliteTags {
    private static final String MARKS =
            """
            SELECT t.name, CASE WHEN c.given THEN 'GIVEN' ELSE 'OWN' END FROM tag t
                LEFT JOIN tag_choice c ON c.source = t.source AND c.name = t.name WHERE t.source = ?1
            UNION ALL SELECT name, 'TAKEN' FROM tag_choice WHERE source = ?1 AND NOT given
            """;

    private final Database database;

    public SqliteTags(Database database) {
        this.database = database;
    }

    /// Every tag of every source that is not in the trash.
    public List<TagTree.Use> uses() {
        return database.read(connection ->
                Rows.list(
                        connection,
                        "SELECT s.key, t.name FROM tag t JOIN present s ON s.key = t.source",
                        row -> new TagTree.Use(row.getLong(1), row.getString(2))));
    }

    /// Sources with one of these tags.
    ///
    /// @param names in the spelling of the sources
    public List<SourceId> having(Collection<String> names) {
        return database.read(connection -> {
            var found = new HashSet<SourceId>();
            for (String name : names) {
                found.addAll(
                        Rows.list(
                                connection,
                                "SELECT s.id FROM tag t JOIN present s ON s.key = t.source"
                                        + " WHERE t.name = ?1 COLLATE NOCASE AND t.name = ?1",
                                row -> SourceId.of(row.getString(1)),
                                name));
            }
            return List.copyOf(found);
        });
    }

    /// How it stands with the tags of a source, by name.
    public Map<String, Mark> marks(SourceId source) {
        return database.read(connection -> marks(connection, RevisionRows.key(connection, source)));
    }

    private static Map<String, Mark> marks(Connection connection, long key) throws SQLException {
        var marks = new TreeMap<String, Mark>();
        Rows.list(
                connection,
                MARKS,
                row -> marks.put(row.getString(1), Mark.valueOf(row.getString(2))),
                key);
        return marks;
    }

    /// Makes of what was before what is after, but for what was changed again since.
    public void change(List<Marked> sources, List<Coloured> colours) {
        database.write(connection -> {
            for (Marked each : sources) {
                var key =
                        Rows.first(
                                connection,
                                "SELECT key FROM source WHERE id = ?",
                                row -> row.getLong(1),
                                each.source().toString());
                if (key.isPresent()) {
                    change(connection, key.get(), each);
                }
            }
            for (Coloured each : colours) {
                colour(connection, each);
            }
            return sources;
        });
    }

    /// Takes back what was decided about the tags of a source that was just saved.
    public void takeBack(SourceId source, Map<String, Mark> marks) {
        database.write(connection -> {
            long key = RevisionRows.key(connection, source);
            for (var each : marks.entrySet()) {
                if (each.getValue() != Mark.OWN) {
                    mark(connection, key, each.getKey(), each.getValue());
                }
            }
            return marks;
        });
    }

    private static void change(Connection connection, long key, Marked change) throws SQLException {
        var now = marks(connection, key);
        var names = new HashSet<>(change.before().keySet());
        names.addAll(change.after().keySet());
        for (String name : names) {
            var after = change.after().get(name);
            if (now.get(name) == change.before().get(name) && now.get(name) != after) {
                mark(connection, key, name, after);
            }
        }
    }

    private static void mark(Connection connection, long key, String name, @Nullable Mark mark)
            throws SQLException {
        for (String table : List.of("tag", "tag_choice")) {
            Rows.update(
                    connection,
                    "DELETE FROM " + table + " WHERE source = ? AND name = ?",
                    key,
                    name);
        }
        if (mark == Mark.OWN || mark == Mark.GIVEN) {
            Rows.update(connection, "INSERT INTO tag VALUES (?, ?)", key, name);
        }
        if (mark == Mark.GIVEN || mark == Mark.TAKEN) {
            Rows.update(
                    connection,
                    "INSERT INTO tag_choice VALUES (?, ?, ?)",
                    key,
                    name,
                    mark == Mark.GIVEN);
        }
    }

    /// By tag in lower case.
    public Map<String, String> colours() {
        return database.read(SqliteTags::colours);
    }

    private static Map<String, String> colours(Connection connection) throws SQLException {
        var colours = new TreeMap<String, String>();
        Rows.list(
                connection,
                "SELECT * FROM tag_colour",
                row -> colours.put(row.getString(1), row.getString(2)));
        return colours;
    }

    private static void colour(Connection connection, Coloured change) throws SQLException {
        if (!Objects.equals(colours(connection).get(change.tag()), change.before())) {
            return;
        }
        Rows.update(connection, "DELETE FROM tag_colour WHERE tag = ?", change.tag());
        if (change.after() != null) {
            Rows.update(
                    connection,
                    "INSERT INTO tag_colour VALUES (?, ?)",
                    change.tag(),
                    change.after());
        }
    }
}
