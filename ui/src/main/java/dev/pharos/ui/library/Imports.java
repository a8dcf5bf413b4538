package dev.pharos.ui.library;

import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.ImportSummary;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import java.nio.file.Path;
import java.util.List;

/// The ability to bring files and folders into a library; blocks.
@FunctionalInterface
public interface Imports {
    ImportSummary importAll(List<Path> paths, ImportListener listener, Progress progress)
            throws ProblemException;
}
