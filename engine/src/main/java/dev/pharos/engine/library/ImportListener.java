package dev.pharos.engine.library;

import java.nio.file.Path;

/// Hears of each file of an import as it happens. Called from worker threads, never two calls at
/// once.
public interface ImportListener {

    /// Hears nothing.
    ImportListener NONE =
            new ImportListener() {
                @Override
                public void started(Path file) {}

                @Override
                public void finished(ImportResult result) {}
            };

    void started(Path file);

    /// The file is searchable by words now, or will never be.
    void finished(ImportResult result);
}
