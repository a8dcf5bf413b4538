package dev.pharos.engine.storage;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.recording.Waveform;

import java.util.List;
import java.util.Optional;

/// What a library remembers of its sound beside the words: waveforms, named by the hash of the
/// original, and the markers that were set while recording.
public final class SqliteSounds {
    private final Database database;

    public SqliteSounds(Database database) {
        this.database = database;
    }

    public Optional<Waveform> waveform(String contentHash) {
        return database.read(connection ->
                Rows.first(
                        connection,
                        "SELECT * FROM waveform WHERE content_hash = ?",
                        row -> new Waveform(row.getInt("per_second"), row.getBytes("peaks")),
                        contentHash));
    }

    public void saveWaveform(String contentHash, Waveform waveform) {
        database.write(connection ->
                Rows.update(
                        connection,
                        "INSERT OR REPLACE INTO waveform VALUES (?, ?, ?)",
                        contentHash,
                        waveform.perSecond(),
                        waveform.peaks()));
    }

    /// The waveform of a file is that of another one as well.
    public void carryWaveform(String contentHash, String other) {
        database.write(connection ->
                Rows.update(
                        connection,
                        "INSERT OR IGNORE INTO waveform SELECT ?, per_second, peaks FROM waveform WHERE content_hash = ?",
                        other,
                        contentHash));
    }

    /// In milliseconds, ascending.
    public List<Long> markers(SourceId source) {
        return database.read(connection ->
                Rows.list(
                        connection,
                        "SELECT m.at_ms FROM marker m JOIN source s ON s.key = m.source WHERE s.id = ? ORDER BY m.at_ms",
                        row -> row.getLong(1),
                        source.toString()));
    }

    public void saveMarkers(SourceId source, List<Long> markersMs) {
        database.write(connection -> {
            long key = RevisionRows.key(connection, source);
            for (long marker : markersMs) {
                Rows.update(connection, "INSERT OR IGNORE INTO marker VALUES (?, ?)", key, marker);
            }
            return key;
        });
    }
}
