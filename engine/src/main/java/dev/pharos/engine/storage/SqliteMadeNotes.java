package dev.pharos.engine.storage;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.making.MadeNote;
import dev.pharos.engine.making.MadeNotes;
import dev.pharos.engine.summary.Summary;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Made notes in SQLite.
public final class SqliteMadeNotes implements MadeNotes {
    private static final String OF = "SELECT s.id, m.* FROM made m JOIN ";

    /// What the column `summary` has; before there was more than that, it was the summary alone.
    private record Kept(Summary summary, MadeNote.Details details) {
        static Kept of(String json) {
            return json.startsWith("{\"summary\":")
                    ? Json.read(json, Kept.class)
                    : new Kept(Json.read(json, Summary.class), MadeNote.Details.NONE);
        }
    }

    private final Database database;

    public SqliteMadeNotes(Database database) {
        this.database = database;
    }

    @Override
    public Optional<MadeNote> find(SourceId note) {
        return database.read(connection ->
                Rows.first(
                        connection,
                        OF + "source s ON s.key = m.note WHERE s.id = ?",
                        SqliteMadeNotes::made,
                        note.toString()));
    }

    @Override
    public List<MadeNote> from(SourceId source) {
        return database.read(connection ->
                Rows.list(
                        connection,
                        OF
                                + "present s ON s.key = m.note WHERE m.source = ?"
                                + " ORDER BY m.made DESC, m.note DESC",
                        SqliteMadeNotes::made,
                        source.toString()));
    }

    @Override
    public Map<SourceId, SourceId> origins() {
        return database
                .read(connection ->
                        Rows.list(
                                connection,
                                "SELECT s.id, m.source FROM made m JOIN source s ON s.key = m.note",
                                row ->
                                        Map.entry(
                                                SourceId.of(row.getString(1)),
                                                SourceId.of(row.getString(2)))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static MadeNote made(ResultSet row) throws SQLException {
        var kept = Kept.of(row.getString("summary"));
        return new MadeNote(
                SourceId.of(row.getString("id")),
                SourceId.of(row.getString("source")),
                Json.read(row.getString("settings"), MadeNote.Settings.class),
                row.getString("markdown"),
                kept.summary(),
                kept.details(),
                Instant.ofEpochMilli(row.getLong("made")));
    }

    @Override
    public void save(MadeNote made) {
        database.write(connection ->
                Rows.update(
                        connection,
                        "INSERT OR REPLACE INTO made (note, source, settings, markdown, summary,"
                                + " made) SELECT key, ?, ?, ?, ?, ? FROM source WHERE id = ?",
                        made.source().toString(),
                        Json.write(made.settings()),
                        made.markdown(),
                        Json.write(new Kept(made.summary(), made.details())),
                        made.made(),
                        made.note().toString()));
    }
}
