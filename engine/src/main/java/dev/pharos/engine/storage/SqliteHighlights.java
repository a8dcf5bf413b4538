package dev.pharos.engine.storage;

import dev.pharos.engine.annotation.Highlight;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Outline;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Sources.Rewritten;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Highlights in SQLite. Safe for use by several threads.
public final class SqliteHighlights {

    /// A highlight and the text of its source as it is now.
    public record Marked(Highlight highlight, Document document) {}

    private final Database database;

    public SqliteHighlights(Database database) {
        this.database = database;
    }

    /// Those of a source that is not in the trash, in the order of their places.
    public List<Highlight> of(SourceId source) {
        return database.read(connection ->
                Rows.list(
                        connection,
                        HighlightRows.PRESENT
                                + "WHERE s.id = ? ORDER BY h.start_ms, coalesce(h.page, 0), h.start_offset, h.made",
                        HighlightRows::highlight,
                        source.toString()));
    }

    /// Those of sources that are not in the trash, the last one first.
    public List<Highlight> all() {
        return database.read(connection ->
                Rows.list(
                        connection,
                        HighlightRows.PRESENT + "ORDER BY h.made DESC, h.id",
                        HighlightRows::highlight));
    }

    public Optional<Highlight> find(UUID highlight) {
        return database.read(connection ->
                Rows.first(
                        connection,
                        HighlightRows.PRESENT + "WHERE h.id = ?",
                        HighlightRows::highlight,
                        highlight.toString()));
    }

    /// Saves and deletes highlights with their passages, in one step.
    ///
    /// @param saved find their words anew
    public Rewritten change(List<Marked> saved, Collection<UUID> deleted) {
        return database.write(connection -> {
            var rows = new HighlightRows(connection);
            for (UUID each : deleted) {
                rows.delete(each);
            }
            for (Marked each : saved) {
                var document = each.document();
                rows.save(
                        HighlightRows.anchored(each.highlight(), document, Outline.of(document)),
                        document.language());
            }
            return rows.changed();
        });
    }
}
