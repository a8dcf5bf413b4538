package dev.pharos.ui.library;

import dev.pharos.engine.library.SourceId;

import java.util.List;

/// The ability to write sources into a folder that their user is asked for.
@FunctionalInterface
public interface SourceExport {
    void export(List<SourceId> sources);
}
