package dev.pharos.engine.library;

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
    /// passed over. A folder that [Library#export] has written gives back what it was made from. Blocks until every file is searchable by words or has failed; vectors follow in
    /// the background (see [dev.pharos.engine.meaning.Meaning]). A bad file never stops the others.
    /// A second import waits for the first. Progress counts files.
    ///
    /// @throws ProblemException only for what stops the whole import, such as a full disk
    /// @throws CancellationException if cancelled; what was finished is kept
    public ImportSummary importAll(List<Path> paths, ImportListener listener, Progress progress)
            throws ProblemException {
        oneAtATime.lock();
        try (var _ = parts.blobs().hold()) {
            var exports = paths.stream().filter(LibraryReturn::isExport).toList();
            var files = paths.stream().filter(path -> !exports.contains(path)).toList();
            var back = new ArrayList<ImportResult>();
            for (Path export : exports) {
                back.addAll(parts.back().from(export.toAbsolutePath(), listener, progress));
            }
            return files.isEmpty() && !exports.isEmpty()
                    ? ImportSummary.of(back)
                    : new ImportRun(parts, files, listener, progress).run().and(back);
        } catch (StorageException | IndexException e) {
            throw ProblemException.of(e);
        } finally {
            oneAtATime.unlock();
        }
    }
}
