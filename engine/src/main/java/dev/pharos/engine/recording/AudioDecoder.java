package dev.pharos.engine.recording;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import java.nio.file.Path;

/// Reads the sound of any audio or video file, streamed, so that memory stays flat for hours of it.
/// No file can make it open a network connection or another file. Safe for use by several threads.
public interface AudioDecoder extends AutoCloseable {

    /// Samples a second of all sound that is handed out for recognition.
    int RATE = 16_000;

    /// Whether the first bytes of a file look like sound or video to this decoder. Cheap; a `true`
    /// is no promise. Anything else is not an [dev.pharos.engine.problem.Problem.UnsupportedFormat]
    /// of ours but a document's affair.
    boolean looksLikeSound(Path file, Path name);

    /// What a file says of itself, without decoding it.
    ///
    /// @param file the bytes to read
    /// @param name the file's original name, for messages and as a hint
    /// @param progress only asked whether it is cancelled
    /// @throws ProblemException with a [dev.pharos.engine.problem.Problem.OfFile] about `name`:
    ///   `DamagedFile`, `UnsupportedFormat`, `NoSound` (a video without a sound track),
    ///   `EmptyFile`, `FileMissing`, `AccessDenied`
    AudioInfo info(Path file, Path name, Progress progress) throws ProblemException;

    /// The same, for who cannot be cancelled.
    default AudioInfo info(Path file, Path name) throws ProblemException {
        return info(file, name, Progress.NONE);
    }

    /// Names the sound in a file: files whose tags or pictures alone differ have the same one.
    /// Reads the whole file, and decodes nothing.
    ///
    /// @throws ProblemException as [#info]
    String fingerprint(Path file, Path name, Progress progress) throws ProblemException;

    /// Begins to decode to mono at [#RATE]. The stream ends the decoding when it is closed.
    ///
    /// @throws ProblemException as [#info]
    AudioStream open(Path file, Path name) throws ProblemException;

    @Override
    void close();
}
