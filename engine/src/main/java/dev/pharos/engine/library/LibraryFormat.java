package dev.pharos.engine.library;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.Migrations;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;

/// Brings the database of a library to the newest format, with a copy of what it was before.
final class LibraryFormat {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryFormat.class);

    private LibraryFormat() {}

    /// With `WRITE` an older library is migrated; who only reads one has that done as its next
    /// writer would.
    ///
    /// @throws ProblemException `LibraryTooNew`, `LibraryMissing`, `LibraryInUse`
    static void update(Path folder, Library.Access access, Database database)
            throws ProblemException {
        var migrations = Migrations.known();
        int version = migrations.version(database);
        if (version > migrations.newest()) {
            throw new ProblemException(
                    new Problem.LibraryTooNew(folder, version, migrations.newest()));
        }
        if (access == Library.Access.WRITE) {
            migrations.migrate(database, folder.resolve("backups"));
        } else if (version == 0) {
            throw new ProblemException(new Problem.LibraryMissing(folder));
        } else if (version < migrations.newest()) {
            migrateForReading(folder);
        }
    }

    private static void migrateForReading(Path folder) throws ProblemException {
        try (var held = LibraryLock.take(folder);
                var writing = Database.open(folder.resolve(LibraryFolder.DATABASE), false)) {
            LOG.debug("migrating under {}", held);
            Migrations.known().migrate(writing, folder.resolve("backups"));
        }
    }
}
