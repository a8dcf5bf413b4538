package dev.pharos.engine.library;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.IndexException;
import dev.pharos.engine.storage.StorageException;
import dev.pharos.engine.work.Progress;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;

/// Brings files into the library: hashes them, keeps the originals, reads their text, cuts it into
/// passages and saves all that. Several files are read at once; one thread saves, many files in one
/// transaction.
public final class Importer {
    /// Hears, on the thread that imports, what has come into the database.
    interface Indexing {
        /// @param removed ids of passages that are gone
        void saved(List<Passages.Titled> added, List<Long> removed);

        void finished();
    }

    /// What an import works with.
    ///
    /// @param ownFolder the library's folder, never imported
    record Parts(
            RecordingStore store,
            FileBlobs blobs,
            FileIntake intake,
            LibraryNotes notes,
            LibraryReturn back,
            Indexing indexing,
            Path ownFolder) {
        Sources sources() {
            return store.sources();
        }
    }

    private final Parts parts;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    Importer(Parts parts) {
        this.parts = parts;
    }

    /// Imports files and, with all that lies below them, folders; what is hidden in a folder is
    /// passed over. A folder that [Library#export] has written gives back what it was made from.
    /// Exports of other programs for notes give their notes, each as a file in the export
    /// (`notes.enex/Plan.md`). Blocks until every file is searchable by words or has failed;
    /// vectors follow in the background (see [dev.pharos.engine.meaning.Meaning]). A bad file never
    /// stops the others. A second import waits for the first. Progress counts files.
    ///
    /// @throws ProblemException only for what stops the whole import, such as a full disk
    /// @throws CancellationException if cancelled; what was finished is kept
    public ImportSummary importAll(List<Path> paths, ImportListener listener, Progress progress)
            throws ProblemException {
        oneAtATime.lock();
        try (var _ = parts.blobs().hold()) {
            var own = paths.stream().filter(LibraryReturn::isExport).toList();
            var others = paths.stream().filter(path -> !own.contains(path)).toList();
            var back = new ArrayList<ImportResult>();
            for (Path export : own) {
                back.addAll(parts.back().from(export.toAbsolutePath(), listener, progress));
            }
            return others.isEmpty() && !own.isEmpty()
                    ? ImportSummary.of(back)
                    : importFiles(ImportFiles.under(others, parts.ownFolder()), listener, progress)
                            .and(back);
        } catch (StorageException | IndexException e) {
            throw ProblemException.of(e);
        } finally {
            oneAtATime.unlock();
        }
    }

    /// Exports of other programs are opened one after the other; what they hold is imported with
    /// all other files, or before, where it takes much room.
    private ImportSummary importFiles(ImportFiles named, ImportListener listener, Progress progress)
            throws ProblemException {
        var exports = named.setAside();
        if (exports.isEmpty()) {
            return new ImportRun(parts, named, listener, progress).run();
        }
        try (var vaults = new VaultIntake(parts)) {
            var summary = ImportSummary.of(List.of());
            var files = named;
            for (Path export : exports) {
                progress.checkpoint();
                synchronized (listener) {
                    listener.started(export);
                }
                vaults.open(export, named, files, progress);
                if (vaults.full()) {
                    summary = summary.and(run(files, listener, progress, summary.files()));
                    files = new ImportFiles();
                    vaults.clear();
                }
            }
            return summary.and(run(files, listener, progress, summary.files()));
        }
    }

    /// @param before files that are done already
    private ImportSummary run(
            ImportFiles files, ImportListener listener, Progress progress, int before)
            throws ProblemException {
        return new ImportRun(
                        parts,
                        files,
                        listener,
                        new Progress() {
                            @Override
                            public void report(long done, long total) {
                                progress.report(before + done, before + total);
                            }

                            @Override
                            public boolean cancelled() {
                                return progress.cancelled();
                            }

                            @Override
                            public void notice(Problem problem) {
                                progress.notice(problem);
                            }
                        })
                .run();
    }
}
