package dev.pharos.engine.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class MigrationsTest {
    private static final String ONE = "CREATE TABLE a (x TEXT);\nINSERT INTO a VALUES ('kept');\n";
    private static final String TWO = "ALTER TABLE a ADD COLUMN y TEXT;\nUPDATE a SET y = 'new';\n";

    @TempDir Path temp;

    private static String value(Database database, String sql) {
        return database.read(
                connection -> Rows.first(connection, sql, row -> row.getString(1)).orElse(""));
    }

    @Test
    void anOlderLibraryIsCopiedBeforeItIsMigrated() {
        Path file = temp.resolve("pharos.db");
        try (var database = Database.open(file, false)) {
            Migrations.of(List.of(ONE)).migrate(database, temp);
            Migrations.of(List.of(ONE, TWO)).migrate(database, temp.resolve("backups"));

            assertEquals("new", value(database, "SELECT y FROM a"));
        }
        try (var copy = Database.open(temp.resolve("backups/pharos-schema-1.db"), true)) {
            assertEquals(1, Migrations.of(List.of(ONE, TWO)).version(copy));
            assertEquals("kept", value(copy, "SELECT x FROM a"));
        }
    }

    @Test
    void aFailedMigrationChangesNothing() {
        var broken = Migrations.of(List.of(ONE, "INSERT INTO a VALUES ('half');\nNONSENSE;\n"));
        try (var database = Database.open(temp.resolve("pharos.db"), false)) {
            Migrations.of(List.of(ONE)).migrate(database, temp);

            assertThrows(
                    StorageException.class,
                    () -> broken.migrate(database, temp.resolve("backups")));

            assertEquals(1, broken.version(database));
            assertEquals("1", value(database, "SELECT count(*) FROM a"));
        }
    }

    @Test
    void aNewLibraryNeedsNoBackup() {
        try (var database = Database.open(temp.resolve("pharos.db"), false)) {
            Migrations.known().migrate(database, temp.resolve("backups"));

            assertEquals(Migrations.known().newest(), Migrations.known().version(database));
            assertEquals(false, Files.exists(temp.resolve("backups")));
        }
    }
}
