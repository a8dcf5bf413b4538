package dev.pharos.engine.storage;

import dev.pharos.engine.work.Jobs;
import dev.pharos.engine.work.JobsContract;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

final class SqliteJobsTest extends JobsContract {
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
    protected Jobs jobs() {
        return new SqliteJobs(database, CLOCK);
    }
}
