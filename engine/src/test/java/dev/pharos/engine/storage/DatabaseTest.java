package dev.pharos.engine.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.problem.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DatabaseTest {
    @RegisterExtension final TestDatabase file = new TestDatabase();

    private Object pragma(String name) {
        return file.database()
                .administer(connection ->
                        Rows.first(connection, "PRAGMA " + name, row -> row.getLong(1))
                                .orElseThrow());
    }

    private int write(String key, int bytes) {
        return file.database()
                .write(connection -> {
                    Rows.update(
                            connection, "INSERT INTO checkpoint VALUES (?, ?, ?)", "small", 0, "");
                    return Rows.update(
                            connection,
                            "INSERT INTO checkpoint VALUES (?, ?, ?)",
                            key,
                            0,
                            "x".repeat(bytes));
                });
    }

    private int rows() {
        return file.database()
                .read(connection -> Rows.count(connection, "SELECT count(*) FROM checkpoint"));
    }

    @Test
    void aWriteThatFindsNoRoomLeavesNothingSaysWhyAndTheNextOneWorks() {
        pragma("max_page_count = " + pragma("page_count"));

        var e = assertThrows(StorageException.class, () -> write("large", 1 << 20));

        assertInstanceOf(Problem.DiskFull.class, e.problem());
        assertEquals(0, rows());
        pragma("max_page_count = 1000000");
        write("large", 1 << 20);
        assertEquals(2, rows());
    }
}
