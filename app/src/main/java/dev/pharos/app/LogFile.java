package dev.pharos.app;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// The program's log: a file in the data place that is made when there is first something to say.
/// Standard output and error never hear of it.
final class LogFile extends Handler {
    private static final int MAX_BYTES = 1 << 20;

    /// Their warnings are advice to a programmer: a faster vector module, a missing GPU. Held here
    /// because the log manager itself does not hold loggers.
    private static final List<Logger> ADVISERS =
            List.of(
                    Logger.getLogger("org.apache.lucene.internal.vectorization"),
                    Logger.getLogger("ai.djl"));

    private final Path folder;
    private @Nullable FileHandler file;
    private boolean unavailable;

    private LogFile(Path folder) {
        this.folder = folder;
        setLevel(Level.WARNING);
    }

    /// From now on every library's warnings go to a file below `folder` and nowhere else.
    static void install(Path folder) {
        LogManager.getLogManager().reset();
        ADVISERS.forEach(adviser -> adviser.setLevel(Level.SEVERE));
        Logger.getLogger("").addHandler(new LogFile(folder));
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        if (!isLoggable(entry) || unavailable) {
            return;
        }
        try {
            if (file == null) {
                Files.createDirectories(folder);
                file =
                        new FileHandler(
                                folder.resolve("pharos.%u.log").toString(), MAX_BYTES, 1, true);
                file.setFormatter(new SimpleFormatter());
            }
            file.publish(entry);
        } catch (IOException e) {
            unavailable = true;
        }
    }

    @Override
    public synchronized void flush() {
        if (file != null) {
            file.flush();
        }
    }

    @Override
    public synchronized void close() {
        if (file != null) {
            file.close();
        }
    }
}
