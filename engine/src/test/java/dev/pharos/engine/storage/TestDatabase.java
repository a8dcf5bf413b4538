package dev.pharos.engine.storage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// A database of a new library, for each test its own.
final class TestDatabase implements BeforeEachCallback, AfterEachCallback {
    private @Nullable Path folder;
    private @Nullable Database database;

    Database database() {
        return Objects.requireNonNull(database);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("pharos-database");
        database = Database.open(folder.resolve("pharos.db"), false);
        Migrations.known().migrate(database, folder);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        database().close();
        try (var files = Files.list(Objects.requireNonNull(folder))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
