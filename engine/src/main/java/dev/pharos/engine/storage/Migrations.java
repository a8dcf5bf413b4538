package dev.pharos.engine.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/// Brings a library's database to the schema that this version knows, one numbered script after the
/// other, each in its own transaction. `PRAGMA user_version` holds the number of the last one.
///
/// A released script is never edited; a change is a new script.
public final class Migrations {
    private static final List<String> SCRIPTS =
            List.of(
                    "V001__library.sql",
                    "V002__speech.sql",
                    "V003__edits.sql",
                    "V004__embedding.sql",
                    "V005__weights.sql",
                    "V006__notes.sql",
                    "V007__reading.sql",
                    "V008__progress.sql",
                    "V009__conversations.sql",
                    "V010__made.sql",
                    "V011__batches.sql",
                    "V012__relationships.sql");

    private final List<String> statements;

    private Migrations(List<String> scripts) {
        this.statements = List.copyOf(scripts);
    }

    /// All that this version knows.
    public static Migrations known() {
        return new Migrations(SCRIPTS.stream().map(Migrations::resource).toList());
    }

    /// Scripts given as text, the first being number 1.
    static Migrations of(List<String> scripts) {
        return new Migrations(scripts);
    }

    public int newest() {
        return statements.size();
    }

    /// The schema a database has; 0 where it is empty.
    public int version(Database database) {
        return database.read(Migrations::userVersion);
    }

    /// Migrates up to [#newest()]. Before an older library is touched, a copy of its database is
    /// written to `backups`.
    public void migrate(Database database, Path backups) {
        int version = version(database);
        if (version > 0 && version < newest()) {
            backUp(database, backups.resolve("pharos-schema-" + version + ".db"));
        }
        for (int next = version + 1; next <= newest(); next++) {
            run(database, next);
        }
    }

    private void run(Database database, int number) {
        database.write(connection -> {
            try (var statement = connection.createStatement()) {
                for (String sql : statements.get(number - 1).split(";\\s*\\R")) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
                return statement.execute("PRAGMA user_version = " + number);
            }
        });
    }

    private static void backUp(Database database, Path copy) {
        try {
            Files.createDirectories(copy.getParent());
            Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + ".part"));
            var part = copy.resolveSibling(copy.getFileName() + ".part");
            database.administer(connection -> {
                try (var statement = connection.prepareStatement("VACUUM INTO ?")) {
                    statement.setString(1, part.toString());
                    return statement.execute();
                }
            });
            Files.move(part, copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int userVersion(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA user_version")) {
            return row.getInt(1);
        }
    }

    private static String resource(String name) {
        try (var in = Migrations.class.getResourceAsStream("migrations/" + name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
