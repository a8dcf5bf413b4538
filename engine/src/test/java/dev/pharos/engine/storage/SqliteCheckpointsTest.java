package dev.pharos.engine.storage;

import dev.pharos.engine.transcription.Checkpoints;
import dev.pharos.engine.transcription.CheckpointsContract;

import org.junit.jupiter.api.extension.RegisterExtension;

final class SqliteCheckpointsTest extends CheckpointsContract {
    @RegisterExtension final TestDatabase file = new TestDatabase();

    @Override
    protected Checkpoints checkpoints() {
        return new SqliteCheckpoints(file.database());
    }
}
