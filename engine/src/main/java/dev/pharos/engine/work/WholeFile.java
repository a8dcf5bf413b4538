package dev.pharos.engine.work;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/// Writes a file whole or not at all: under another name beside it, then in one step under its own.
/// The bytes are on the disk before the name is given, and the name is when the call returns. What
/// fails leaves nothing behind, and what was there before as it was. Any thread.
public final class WholeFile {

    /// What goes into the file. The stream is closed by the caller.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /// Writes a file in the place of the one that is there, if one is.
    ///
    /// @param attributes that it has from its first byte on, such as who may read it
    public static void replace(Path file, Content content, FileAttribute<?>... attributes)
            throws IOException {
        var fresh = written(file, content, attributes);
        try {
            move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// Writes a file where there is none.
    ///
    /// @throws FileAlreadyExistsException where there is one, also since a moment ago
    public static void create(Path file, Content content) throws IOException {
        var fresh = written(file, content);
        try {
            give(fresh, file);
            forceNames(folder(file));
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// A link is refused in one step where the name is taken; a move looks first and then replaces.
    private static void give(Path fresh, Path file) throws IOException {
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException _) {
            Files.move(fresh, file);
        }
    }

    private static Path written(Path file, Content content, FileAttribute<?>... attributes)
            throws IOException {
        var fresh = file.resolveSibling("." + file.getFileName() + "." + System.nanoTime());
        boolean whole = false;
        try (var channel =
                        FileChannel.open(
                                fresh,
                                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                                attributes);
                var out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
            whole = true;
            return fresh;
        } finally {
            if (!whole) {
                Files.deleteIfExists(fresh);
            }
        }
    }

    /// Gives a file, whose bytes are on the disk already, a name in the same file system; what had
    /// that name is gone.
    public static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceNames(folder(to));
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().resolveSibling("");
    }

    /// Brings the names in a folder to the disk.
    public static void forceNames(Path folder) {
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException _) {
            // Windows does not open folders, and keeps names without being asked.
        }
    }
}
