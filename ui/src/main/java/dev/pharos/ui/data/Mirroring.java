package dev.pharos.ui.data;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.note.Mirrored;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.FolderWatch;
import dev.pharos.engine.work.Progress;

import java.nio.file.Path;

/// The ability to mirror notes in a folder, and to hear of changes there; both block.
public interface Mirroring {

    /// As [Library#mirror].
    Mirrored mirror(Path folder, boolean deleteMost, Progress progress) throws ProblemException;

    /// As [FolderWatch#watch].
    void watch(Path folder, Progress until, Runnable changed);

    /// That of a library.
    static Mirroring of(Library library) {
        return new Mirroring() {
            @Override
            public Mirrored mirror(Path folder, boolean deleteMost, Progress progress)
                    throws ProblemException {
                return library.mirror(folder, deleteMost, progress);
            }

            @Override
            public void watch(Path folder, Progress until, Runnable changed) {
                FolderWatch.watch(folder, until, changed);
            }
        };
    }
}
