package dev.pharos.engine.document;

import dev.pharos.engine.problem.ProblemException;

import java.io.IOException;
import java.nio.file.Path;

/// Reads one family of formats. Readers hold no state: one instance serves all threads.
@FunctionalInterface
interface DocumentReader {

    /// Reads `file` into `draft`. An [IOException] or unchecked exception means damaged content;
    /// whatever was added before it is kept.
    ///
    /// @param name the file's original name, for problems and hints
    void read(Path file, Path name, Draft draft) throws IOException, ProblemException;
}
