package dev.pharos.engine.library;

import dev.pharos.engine.answer.Answerer;
import dev.pharos.engine.meaning.Meaning;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Searcher;
import dev.pharos.engine.work.Progress;
import dev.pharos.engine.work.Subscription;

import java.nio.file.Path;

/// One library, a folder: `pharos.db` (SQLite, the truth), `blobs/` (originals), `index/` (Lucene,
/// a cache). All parts that it hands out are safe for use by several threads and end with
/// [#close()].
public final class Library implements AutoCloseable {

    /// What the caller wants to do. One process at a time may write; any number may read beside it.
    public enum Access {
        READ,
        WRITE
    }

    private Library() {}

    /// Opens a library; with `WRITE` a missing one is made, an older one is migrated, and an index
    /// that lacks something is completed.
    ///
    /// @throws ProblemException `LibraryInUse`, `LibraryMissing`, `FolderNotWritable`,
    ///   `LibraryTooNew`, `LibraryDamaged`
    public static Library open(Path folder, Access access, Abilities abilities)
            throws ProblemException {
        throw new UnsupportedOperationException();
    }

    public Path folder() {
        throw new UnsupportedOperationException();
    }

    public Access access() {
        throw new UnsupportedOperationException();
    }

    public Sources sources() {
        throw new UnsupportedOperationException();
    }

    public Blobs blobs() {
        throw new UnsupportedOperationException();
    }

    /// Only with `WRITE`.
    public Importer importer() {
        throw new UnsupportedOperationException();
    }

    public Searcher searcher() {
        throw new UnsupportedOperationException();
    }

    public Answerer answerer() {
        throw new UnsupportedOperationException();
    }

    public Meaning meaning() {
        throw new UnsupportedOperationException();
    }

    /// `listener` is called, on a worker thread and at most a few times a second, after sources
    /// were added or changed.
    public Subscription onChange(Runnable listener) {
        throw new UnsupportedOperationException();
    }

    /// Throws the index away and builds it again from the database; searches keep working on the
    /// old one meanwhile. Vectors are kept, none is computed. Progress counts passages. Only with
    /// `WRITE`.
    public void reindex(Progress progress) throws ProblemException {
        throw new UnsupportedOperationException();
    }

    /// Looks at everything a library promises: SQLite's integrity check, every blob's presence, the
    /// index's completeness. Changes nothing. Progress counts checks.
    public LibraryCheck check(Progress progress) throws ProblemException {
        throw new UnsupportedOperationException();
    }

    /// Stops background work at its next checkpoint, commits, and gives the library free.
    @Override
    public void close() {}
}
