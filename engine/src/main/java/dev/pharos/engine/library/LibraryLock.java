package dev.pharos.engine.library;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.DiskSpace;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Held by the one process that writes to a library. The operating system takes it back from a
/// killed one.
final class LibraryLock implements AutoCloseable {
    private final FileChannel channel;

    private LibraryLock(FileChannel channel) {
        this.channel = channel;
    }

    static LibraryLock take(Path folder) throws ProblemException {
        FileChannel channel = null;
        try {
            channel =
                    FileChannel.open(
                            folder.resolve("library.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return new LibraryLock(channel);
            }
            channel.close();
            throw new ProblemException(new Problem.LibraryInUse(folder));
        } catch (OverlappingFileLockException e) {
            closeQuietly(channel);
            throw new ProblemException(new Problem.LibraryInUse(folder), e);
        } catch (IOException e) {
            throw new ProblemException(DiskSpace.problem(folder, e), e);
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException _) {
            // The lock belongs to another owner in this process; nothing of ours is left open.
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }
}
