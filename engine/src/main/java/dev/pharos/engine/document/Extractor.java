package dev.pharos.engine.document;

import dev.pharos.engine.problem.ProblemException;

import java.nio.file.Path;

/// Reads the text out of any supported file, bounded in time and memory. Safe for use by several
/// threads at once.
public interface Extractor extends AutoCloseable {

    /// Blocks until the document is read.
    ///
    /// @param file the bytes to read; the format is detected from them
    /// @param name the file's original name: a hint for the format and the last resort for a title
    /// @throws ProblemException with a [dev.pharos.engine.problem.Problem.OfFile] about `name`
    Document extract(Path file, Path name) throws ProblemException;

    @Override
    void close();
}
