package dev.pharos.engine.transcription;

final class InMemoryCheckpointsTest extends CheckpointsContract {
    private final Checkpoints checkpoints = new InMemoryCheckpoints();

    @Override
    protected Checkpoints checkpoints() {
        return checkpoints;
    }
}
