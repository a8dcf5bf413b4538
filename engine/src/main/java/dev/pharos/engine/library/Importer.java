package dev.pharos.engine.library;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import java.nio.file.Path;
import java.util.List;

/// Brings files into the library.
public final class Importer {

    Importer() {}

    /// Imports files and, with all that lies below them, folders. Blocks until every file is
    /// searchable by words or has failed; vectors follow in the background (see
    /// [dev.pharos.engine.meaning.Meaning]). A bad file never stops the others. Cancelling keeps
    /// what is finished. Progress counts files.
    ///
    /// @throws ProblemException only for what stops the whole import, such as a full disk
    public ImportSummary importAll(List<Path> paths, ImportListener listener, Progress progress)
            throws ProblemException {
        throw new UnsupportedOperationException();
    }
}
