package dev.pharos.engine.recording;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Says that a recording's folder is in somebody's hands: a lock on the file `<folder>.lock`, which
/// the operating system takes back from a killed process. It lies beside the folder and is taken
/// before that is made, so nobody ever sees a live recording without its lease.
///
/// The system's locks belong to the process, and under POSIX closing any channel of a file drops
/// them; so the leases of this process are also in a set, and none is ever opened twice.
final class Lease implements AutoCloseable {
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private Lease(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// The lease of a folder, or null while another recorder has it, here or in another process.
    ///
    /// @param folder need not exist yet, its parent must
    static @Nullable Lease take(Path folder) throws IOException {
        var parent = Objects.requireNonNull(folder.toAbsolutePath().getParent());
        var file = parent.toRealPath().resolve(folder.getFileName() + ".lock");
        if (!HELD.add(file)) {
            return null;
        }
        Lease lease = null;
        try {
            lease = locked(file);
            return lease;
        } finally {
            if (lease == null) {
                HELD.remove(file);
            }
        }
    }

    private static @Nullable Lease locked(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
            return locked ? new Lease(file, channel) : null;
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            HELD.remove(file);
        }
    }

    /// Gives it back and leaves no trace. Only where the folder is gone: otherwise two could come
    /// to hold the lock, one of the old file and one of a new one.
    void discard() throws IOException {
        close();
        Files.deleteIfExists(file);
    }
}
