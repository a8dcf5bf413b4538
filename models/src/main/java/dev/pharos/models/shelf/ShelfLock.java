package dev.pharos.models.shelf;

import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;

/// Held by the one call, in any program, that brings or removes a model. The operating system takes
/// it back from a killed program. Its file stays: deleting it would let two hold one each.
final class ShelfLock implements AutoCloseable {
    private static final long LOOK_MILLIS = 50;

    private final FileChannel channel;

    private ShelfLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Waits until it is free.
    ///
    /// @throws CancellationException if cancelled meanwhile
    static ShelfLock take(Path file, Progress progress) throws IOException {
        Files.createDirectories(file.getParent());
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            while (tried(channel) == null) {
                progress.checkpoint();
                pause();
            }
            return new ShelfLock(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// Does not wait.
    ///
    /// @return null where another holds it, in this program or elsewhere
    static @Nullable ShelfLock tryTake(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (tried(channel) != null) {
                return new ShelfLock(channel);
            }
            channel.close();
            return null;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// @return null where another holds it, in this program or elsewhere
    private static @Nullable FileLock tried(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
