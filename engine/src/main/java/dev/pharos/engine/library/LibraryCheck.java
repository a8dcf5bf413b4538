package dev.pharos.engine.library;

import dev.pharos.engine.work.Progress;

import java.util.List;

/// What a look at a library's integrity found.
///
/// @param database SQLite's own findings, empty where it is sound
/// @param missingBlobs hashes of originals that are recorded and not there
/// @param passages in the database
/// @param indexed passages in the word index
/// @param vectors passages with a vector of the current model
/// @param sources in the database
/// @param bytes the library folder takes on disk
public record LibraryCheck(
        List<String> database,
        List<String> missingBlobs,
        int sources,
        int passages,
        int indexed,
        int vectors,
        long bytes) {

    public LibraryCheck {
        database = List.copyOf(database);
        missingBlobs = List.copyOf(missingBlobs);
    }

    /// As [Library#check].
    static LibraryCheck of(
            LibraryFolder folder,
            Sources sources,
            Passages passages,
            FileBlobs blobs,
            LibraryIndexing indexing,
            LibraryEmbedding embedding,
            Progress progress) {
        var findings = folder.database().integrityFindings();
        progress.report(1, 2);
        progress.checkpoint();
        var missing =
                sources.contentHashes().stream()
                        .filter(hash -> blobs.find(hash).isEmpty())
                        .toList();
        progress.report(2, 2);
        return new LibraryCheck(
                findings,
                missing,
                sources.count(),
                passages.count(),
                indexing.indexedPassages(),
                embedding.embedded(),
                folder.size());
    }

    public boolean sound() {
        return database.isEmpty() && missingBlobs.isEmpty();
    }
}
