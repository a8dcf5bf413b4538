package dev.pharos.models.embedding;

import java.io.IOException;
import java.util.List;

/// Weights at work: token ids in, unit vectors out. Any thread, several at once.
interface Network extends AutoCloseable {

    /// @param texts token ids, at least one in each
    /// @return their vectors, in order
    /// @throws IOException if the runtime fails; the message is its own sentence
    List<float[]> run(List<long[]> texts) throws IOException;

    @Override
    void close();
}
