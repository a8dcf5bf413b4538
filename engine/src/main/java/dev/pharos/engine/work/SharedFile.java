package dev.pharos.engine.work;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/// A small file that several programs change, each a part of it. A change reads and writes it under
/// a lock, `NAME.lock` beside it, so that none is lost; it is durable when the call returns, and
/// whoever reads sees it whole or not at all. Any thread.
public final class SharedFile {

    /// Makes the bytes that shall be there out of those that are.
    @FunctionalInterface
    public interface Change<E extends Exception> {
        byte[] of(byte[] before) throws IOException, E;
    }

    /// The system's locks belong to the process: among its threads this one decides.
    private static final ReentrantLock HERE = new ReentrantLock();

    /// A change takes milliseconds; a program that holds it longer has stopped.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final long LOOK_MILLIS = 10;

    private final Path file;
    private final FileAttribute<?>[] attributes;

    /// @param attributes that it has from its first byte on, such as who may read it
    public SharedFile(Path file, FileAttribute<?>... attributes) {
        this.file = file.toAbsolutePath();
        this.attributes = attributes.clone();
    }

    /// Nothing where there is no file, or one that a power cut has left empty.
    public byte[] read() throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException _) {
            return new byte[0];
        }
    }

    /// Waits for its turn. Where `change` throws, the file stays as it is.
    public <E extends Exception> void change(Change<E> change) throws IOException, E {
        Files.createDirectories(file.resolveSibling(""));
        HERE.lock();
        try (var lock =
                FileChannel.open(
                        file.resolveSibling(file.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            take(lock);
            byte[] after = change.of(read());
            WholeFile.replace(file, out -> out.write(after), attributes);
        } finally {
            HERE.unlock();
        }
    }

    private void take(FileChannel lock) throws IOException {
        long begin = System.nanoTime();
        while (lock.tryLock() == null) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IOException("another program holds " + file);
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }
}
