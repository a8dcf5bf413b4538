package dev.pharos.engine.recording;

import dev.pharos.engine.problem.ProblemException;

/// Sound being decoded: mono, [AudioDecoder#RATE] samples a second, each from -1 to 1. For one
/// thread, except [#close()].
public interface AudioStream extends AutoCloseable {

    /// Blocks until some samples are there.
    ///
    /// @return how many were written into `samples` from 0 on, or -1 at the end
    /// @throws ProblemException `DamagedFile` where nothing at all could be decoded, `DecoderEnded`
    ///   where it was not the file that ended the decoding
    int read(float[] samples) throws ProblemException;

    /// Whether the file was decoded to its proper end. False for a truncated or damaged one of
    /// which only a part could be read. Known once [#read] has returned -1.
    boolean complete();

    /// Ends the decoding at once.
    @Override
    void close();
}
