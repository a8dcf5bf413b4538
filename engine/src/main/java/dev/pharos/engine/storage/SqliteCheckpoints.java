package dev.pharos.engine.storage;

import dev.pharos.engine.transcription.Checkpoints;
import dev.pharos.engine.transcription.SpeechToText.Recognised;

import java.util.Optional;

/// [Checkpoints] in SQLite.
public final class SqliteCheckpoints implements Checkpoints {
    private final Database database;

    public SqliteCheckpoints(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Recognised> find(String key, int window) {
        return database.read(connection ->
                Rows.first(
                        connection,
                        "SELECT recognised FROM checkpoint WHERE key = ? AND window = ?",
                        row -> Json.read(row.getString(1), Recognised.class),
                        key,
                        window));
    }

    @Override
    public void save(String key, int window, Recognised recognised) {
        database.write(connection ->
                Rows.update(
                        connection,
                        "INSERT OR REPLACE INTO checkpoint VALUES (?, ?, ?)",
                        key,
                        window,
                        Json.write(recognised)));
    }

    @Override
    public void clear(String sound) {
        database.write(connection ->
                Rows.update(
                        connection,
                        "DELETE FROM checkpoint WHERE substr(key, 1, ?) = ?",
                        sound.length(),
                        sound));
    }
}
