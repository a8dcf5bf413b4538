package dev.pharos.engine.library;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.StorageException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder of a library while that is open: locked where it is written to, with its database in
/// the newest format.
final class LibraryFolder implements AutoCloseable {
    static final String DATABASE = "pharos.db";

    private final Path path;
    private final Library.Access access;
    private final @Nullable LibraryLock lock;
    private final Database database;

    private LibraryFolder(
            Path path, Library.Access access, @Nullable LibraryLock lock, Database database) {
        this.path = path;
        this.access = access;
        this.lock = lock;
        this.database = database;
    }

    /// With `WRITE` a missing one is made and an older one migrated.
    ///
    /// @param path absolute
    /// @throws ProblemException as [Library#open]
    /// @throws StorageException what SQLite says
    static LibraryFolder take(Path path, Library.Access access)
            throws ProblemException, IOException {
        LibraryLock lock = null;
        Database database = null;
        boolean taken = false;
        try {
            if (access == Library.Access.WRITE) {
                Files.createDirectories(path);
                lock = LibraryLock.take(path);
            } else {
                requireLibrary(path);
            }
            database = Database.open(path.resolve(DATABASE), access == Library.Access.READ);
            LibraryFormat.update(path, access, database);
            taken = true;
            return new LibraryFolder(path, access, lock, database);
        } finally {
            if (!taken) {
                free(database, lock);
            }
        }
    }

    private static void requireLibrary(Path path) throws ProblemException {
        if (!Files.isRegularFile(path.resolve(DATABASE))) {
            throw new ProblemException(
                    Files.exists(path) && !Files.isDirectory(path)
                            ? new Problem.FolderNotWritable(path)
                            : new Problem.LibraryMissing(path));
        }
    }

    Path path() {
        return path;
    }

    Library.Access access() {
        return access;
    }

    boolean writable() {
        return access == Library.Access.WRITE;
    }

    Database database() {
        return database;
    }

    /// In bytes; 0 where that cannot be told.
    long size() {
        try (var files = Files.walk(path)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException | UncheckedIOException _) {
            return 0;
        }
    }

    @Override
    public void close() {
        free(database, lock);
    }

    private static void free(@Nullable Database database, @Nullable LibraryLock lock) {
        try {
            if (database != null) {
                database.close();
            }
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }
}
