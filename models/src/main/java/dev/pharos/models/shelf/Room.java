package dev.pharos.models.shelf;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Room on the disk for what is to come.
final class Room {

    /// What is left on the disk whatever comes, in bytes.
    static final long RESERVE = 32 << 20;

    private Room() {}

    /// @param folder that is there
    /// @param bytes that are to come into it
    /// @throws ProblemException `NoRoom`
    static void check(Path folder, long bytes) throws IOException, ProblemException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (bytes + RESERVE > free) {
            throw new ProblemException(new Problem.NoRoom(folder, bytes, free, RESERVE));
        }
    }
}
