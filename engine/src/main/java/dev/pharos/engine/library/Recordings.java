package dev.pharos.engine.library;

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

/// The recordings of a library: sources of kind [SourceKind#RECORDING], their jobs, and the way of
/// a transcript into the search. Safe for use by several threads.
public interface Recordings {

    /// The kind of job that transcribes.
    String TRANSCRIBE = "transcribe";

    /// Queues a transcription of a recording, unless one waits or runs already.
    Job transcribe(SourceId source, TranscriptionOptions options);

    /// How many recordings nobody has ever transcribed.
    int wordless();

    /// Saves a transcript as the newest version and makes it findable by words at once; vectors
    /// follow. Where the source has another sound by now, its words stay as they are, and the
    /// transcript becomes a version of the earlier sound: see [Transcripts.Version#sameSound].
    ///
    /// @param heard the source as it was when its words were read
    Transcripts.Version save(Source heard, Transcript transcript, Transcripts.Origin origin)
            throws ProblemException;

    /// Reads words that somebody has in a file of a [TranscriptFormat], named by its extension.
    ///
    /// @throws ProblemException as [TranscriptFormat#read]
    Transcript words(Path file) throws ProblemException;

    /// Makes an earlier version the newest again, by saving its words once more.
    ///
    /// @param number of [Transcripts#versions], also of an earlier sound
    /// @throws IllegalArgumentException where there is no such version
    Transcripts.Version restore(SourceId source, int number) throws ProblemException;

    /// Imports a finished recording, with its markers, title and speech options as its [RecordNote]
    /// tells them, and then gives its place in the recorder free.
    ///
    /// @param title where the note has none
    SourceId add(Recorder.Recorded recorded, Recorder recorder, String title)
            throws ProblemException;

    /// In milliseconds, ascending.
    List<Long> markers(SourceId source);

    /// From what the transcription left, else by decoding the file. Progress is in milliseconds.
    Waveform waveform(SourceId source, Progress progress) throws ProblemException;
}
