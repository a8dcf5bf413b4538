package dev.pharos.engine.storage;

import dev.pharos.engine.work.Jobs;
import dev.pharos.engine.work.JobsContract;

import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteJobsTest extends JobsContract {
    @RegisterExtension final TestDatabase file = new TestDatabase();

    @Override
    protected Jobs jobs() {
        return new SqliteJobs(file.database(), CLOCK);
    }
}
