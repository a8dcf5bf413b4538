package dev.pharos.engine.recording;

import dev.pharos.engine.problem.ProblemException;

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
    /// @throws ProblemException with a [dev.pharos.engine.problem.Problem.OfFile] about `name`:
    ///   `DamagedFile`, `UnsupportedFormat`, `NoSound` (a video without a sound track),
    ///   `EmptyFile`, `FileMissing`, `AccessDenied`
    AudioInfo info(Path file, Path name) throws ProblemException;

    /// Begins to decode to mono at [#RATE]. The stream ends the decoding when it is closed.
    ///
    /// @throws ProblemException as [#info]
    AudioStream open(Path file, Path name) throws ProblemException;

    @Override
    void close();
}
