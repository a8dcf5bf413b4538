package dev.pharos.engine.search;

import dev.pharos.engine.problem.Actionable;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.recording.DiskSpace;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// Lucene could not read or write an index.
public final class IndexException extends UncheckedIOException implements Actionable {
    private static final long serialVersionUID = 1L;

    private final transient Path folder;

    IndexException(Path folder, IOException cause) {
        super(cause);
        this.folder = folder;
    }

    @Override
    public @Nullable Problem problem() {
        return DiskSpace.problem(folder, this) instanceof Problem.DiskFull full ? full : null;
    }
}
