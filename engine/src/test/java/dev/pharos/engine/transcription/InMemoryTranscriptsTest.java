package dev.pharos.engine.transcription;

import dev.pharos.engine.library.SourceId;

import java.util.UUID;

final class InMemoryTranscriptsTest extends TranscriptsContract {
    private final Transcripts transcripts = new InMemoryTranscripts(CLOCK);

    @Override
    protected Transcripts transcripts() {
        return transcripts;
    }

    @Override
    protected SourceId source() {
        return new SourceId(UUID.randomUUID());
    }
}
