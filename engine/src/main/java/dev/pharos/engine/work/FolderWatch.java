package dev.pharos.engine.work;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/// Hears of changes in a folder and below it, as far as the system tells of them: some file systems
/// tell nothing, so that whoever must not miss one looks from time to time as well. What is hidden
/// is not heard of.
public final class FolderWatch {
    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    private static final long LOOK_MS = 500;

    private FolderWatch() {}

    /// Blocks until it is cancelled, the folder is gone, or the system does not watch it.
    ///
    /// @param changed called on this thread after something has changed
    public static void watch(Path folder, Progress until, Runnable changed) {
        try (var watch = folder.getFileSystem().newWatchService()) {
            register(folder, watch);
            while (!until.cancelled()) {
                var key = watch.poll(LOOK_MS, TimeUnit.MILLISECONDS);
                if (key == null) {
                    continue;
                }
                if (heard(key, watch)) {
                    changed.run();
                }
                if (!key.reset() && folder.equals(key.watchable())) {
                    return;
                }
            }
        } catch (IOException | UncheckedIOException | ClosedWatchServiceException e) {
            LOG.info("{} is not watched", folder, e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void register(Path tree, WatchService watch) throws IOException {
        Files.walkFileTree(
                tree,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) throws IOException {
                        if (!folder.equals(tree) && hidden(folder)) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        folder.register(
                                watch,
                                StandardWatchEventKinds.ENTRY_CREATE,
                                StandardWatchEventKinds.ENTRY_MODIFY,
                                StandardWatchEventKinds.ENTRY_DELETE);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e)
                            throws IOException {
                        if (file.equals(tree)) {
                            throw e;
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static boolean heard(WatchKey key, WatchService watch) throws IOException {
        boolean heard = false;
        for (WatchEvent<?> event : key.pollEvents()) {
            if (!(event.context() instanceof Path name) || !(key.watchable() instanceof Path in)) {
                heard = true; // more than the system could tell one by one
            } else if (!hidden(name)) {
                heard = true;
                if (event.kind() == StandardWatchEventKinds.ENTRY_CREATE
                        && Files.isDirectory(in.resolve(name))) {
                    register(in.resolve(name), watch);
                }
            }
        }
        return heard;
    }

    private static boolean hidden(Path path) {
        return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }
}
