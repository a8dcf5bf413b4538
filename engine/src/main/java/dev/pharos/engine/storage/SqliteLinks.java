package dev.pharos.engine.storage;

import dev.pharos.engine.document.Link;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.note.LinkNames;
import dev.pharos.engine.note.LinkTargets.Named;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/// What sources are called and which of them link to what names, in SQLite. It is written with each
/// revision, so it is never stale; what is in the trash is left out. Safe for use by several
/// threads.
public final class SqliteLinks {
    private static final String NAMED =
            "SELECT s.id, s.path, s.title, (SELECT group_concat(name, char(10)) FROM name WHERE source = s.key) AS names"
                    + " FROM present s ";
    private static final int TOGETHER = 500;

    /// A link of a source.
    public record Written(SourceId from, Link.Kind kind, String target) {}

    /// A name that fits what was typed.
    public record Fitting(SourceId source, String name) {}

    private final Database database;

    public SqliteLinks(Database database) {
        this.database = database;
    }

    /// All that can be linked to.
    public List<Named> all() {
        return database.read(connection -> Rows.list(connection, NAMED, SqliteLinks::named));
    }

    /// All that is called so, or that is one of `also`.
    ///
    /// @param keys of [LinkNames]
    public List<Named> called(Collection<String> keys, Collection<SourceId> also) {
        var found = new ArrayList<Named>();
        var wanted = new ArrayList<>(List.copyOf(keys));
        for (int from = 0; from < wanted.size(); from += TOGETHER) {
            var some = wanted.subList(from, Math.min(from + TOGETHER, wanted.size()));
            found.addAll(
                    named(
                            "s.key IN (SELECT source FROM name WHERE key IN ("
                                    + places(some)
                                    + "))",
                            some));
        }
        var ids = also.stream().map(SourceId::toString).toList();
        for (int from = 0; from < ids.size(); from += TOGETHER) {
            var some = ids.subList(from, Math.min(from + TOGETHER, ids.size()));
            found.addAll(named("s.id IN (" + places(some) + ")", some));
        }
        return found.stream().distinct().toList();
    }

    /// All whose ids begin so.
    public List<Named> marked(Collection<String> beginnings) {
        return beginnings.stream()
                .flatMap(each -> named("s.id BETWEEN ? AND ?", List.of(each, each + '~')).stream())
                .toList();
    }

    private List<Named> named(String where, List<String> values) {
        return database.read(connection ->
                Rows.list(
                        connection,
                        NAMED + "WHERE " + where,
                        SqliteLinks::named,
                        values.toArray()));
    }

    /// The keys by which links can call a source.
    public List<String> keys(SourceId source) {
        return database.read(connection ->
                Rows.list(
                        connection,
                        "SELECT n.key FROM name n JOIN source s ON s.key = n.source WHERE s.id = ?",
                        row -> row.getString(1),
                        source.toString()));
    }

    /// Notes with a link to one of these names, the one changed last first.
    public List<SourceId> linking(Collection<String> keys) {
        return database.read(connection ->
                Rows.list(
                        connection,
                        "SELECT DISTINCT s.id, s.modified FROM link l JOIN present s ON s.key = l.source"
                                + " WHERE s.kind = 'NOTE' AND l.name IN ("
                                + places(keys)
                                + ") ORDER BY s.modified DESC",
                        row -> SourceId.of(row.getString(1)),
                        keys.toArray()));
    }

    /// Every link but those to the web.
    public List<Written> written() {
        return database.read(connection ->
                Rows.list(
                        connection,
                        "SELECT s.id, l.kind, l.target FROM link l JOIN present s ON s.key = l.source"
                                + " WHERE l.name IS NOT NULL",
                        row ->
                                new Written(
                                        SourceId.of(row.getString(1)),
                                        Link.Kind.valueOf(row.getString(2)),
                                        row.getString(3))));
    }

    /// Names that fit what was typed, the best first; with nothing typed those of what was changed
    /// last.
    public List<Fitting> fitting(String typed, int limit) {
        String key = LinkNames.key(typed);
        return database.read(connection ->
                Rows.list(
                        connection,
                        """
                        SELECT s.id, n.name FROM name n JOIN present s ON s.key = n.source
                        WHERE n.name IS NOT NULL AND n.key LIKE ?2 ESCAPE '\\'
                        ORDER BY CASE WHEN ?1 = '' OR n.key = ?1 THEN 0 WHEN instr(n.key, ?1) = 1 THEN 1
                            WHEN instr(n.key, ' ' || ?1) > 0 THEN 2 WHEN instr(n.key, ?1) > 0 THEN 3 ELSE 4 END,
                            CASE WHEN ?1 = '' THEN 0 ELSE length(n.key) END, s.modified DESC LIMIT ?3
                        """,
                        row -> new Fitting(SourceId.of(row.getString(1)), row.getString(2)),
                        key,
                        pattern(key),
                        limit));
    }

    /// All letters in their order, whatever stands between.
    private static String pattern(String key) {
        var pattern = new StringBuilder("%");
        key.codePoints()
                .filter(letter -> !Character.isWhitespace(letter))
                .forEach(letter -> {
                    if (letter == '%' || letter == '_' || letter == '\\') {
                        pattern.append('\\');
                    }
                    pattern.appendCodePoint(letter).append('%');
                });
        return pattern.toString();
    }

    private static String places(Collection<String> values) {
        return String.join(",", Collections.nCopies(values.size(), "?"));
    }

    private static Named named(ResultSet row) throws SQLException {
        @Nullable String names = row.getString("names");
        return new Named(
                SourceId.of(row.getString("id")),
                Path.of(row.getString("path")),
                row.getString("title"),
                names == null ? List.of() : List.of(names.split("\n")));
    }
}
