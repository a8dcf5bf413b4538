package dev.pharos.engine.storage;

import dev.pharos.engine.library.Passages;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.library.SourcesContract;
import dev.pharos.engine.meaning.Vectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

final class SqliteSourcesTest extends SourcesContract {
    @TempDir Path temp;
    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(temp.resolve("pharos.db"), false);
        Migrations.known().migrate(database, temp);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected Sources sources() {
        return new SqliteSources(database);
    }

    @Override
    protected Passages passages() {
        return new SqlitePassages(database);
    }

    @Override
    protected Vectors vectors() {
        return new SqliteVectors(database);
    }
}
