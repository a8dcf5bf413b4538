package dev.pharos.engine.recording;

import dev.pharos.engine.problem.Problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Room on the disk that holds a recording. Whether a disk has room, and whether that is why it
/// takes no more.
public final class DiskSpace {

    /// Room that a recording leaves, so that it can be ended properly and the system goes on.
    static final long RESERVE = 8 << 20;

    private DiskSpace() {}

    /// Whether `bytes` more can be written there; also where the system cannot tell, as for some
    /// mounts: then the write will.
    static boolean has(Path folder, long bytes) {
        try {
            var store = Files.getFileStore(folder);
            boolean unreal = store.getTotalSpace() == 0; // as /proc, which is never full
            return unreal || store.getUsableSpace() >= RESERVE + bytes;
        } catch (IOException _) {
            return true;
        }
    }

    /// Whether so little room is left there that what could not be written most likely found none.
    public static boolean full(Path folder) {
        return !has(folder, 0);
    }

    /// What it means that something could not be written there. A quota ends before the disk does.
    public static Problem problem(Path folder, Exception e) {
        var words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return words.contains("space") || words.contains("quota") || full(folder)
                ? new Problem.DiskFull(folder)
                : new Problem.FolderNotWritable(folder);
    }
}
