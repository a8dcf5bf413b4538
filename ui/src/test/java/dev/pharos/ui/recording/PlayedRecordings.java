package dev.pharos.ui.recording;

import dev.pharos.engine.library.Recordings;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.Recorder;
import dev.pharos.engine.recording.Waveform;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.Progress;

import java.nio.file.Path;
import java.util.List;

/// Takes recordings in as one source, unless it is full.
public final class PlayedRecordings implements Recordings {
    static final Problem FULL = new Problem.DiskFull(Path.of("disk"));

    private final SourceId source;
    public boolean full;

    public PlayedRecordings(SourceId source) {
        this.source = source;
    }

    @Override
    public SourceId add(Recorder.Recorded recorded, Recorder from, String title)
            throws ProblemException {
        if (full) {
            throw new ProblemException(FULL);
        }
        from.release(recorded);
        return source;
    }

    @Override
    public Job transcribe(SourceId source, TranscriptionOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Transcripts.Version save(
            Source heard, Transcript transcript, Transcripts.Origin origin) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Transcripts.Version restore(SourceId source, int number) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int wordless() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Long> markers(SourceId source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Transcript words(Path file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Waveform waveform(SourceId source, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
