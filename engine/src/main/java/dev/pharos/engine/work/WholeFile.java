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
import java.util.Objects;

/// Writes a file whole or not at all: under another name beside it, then in one step under its own.
/// What was there before stays until then, and what is there after survives a power cut.
public final class WholeFile {

    /// What goes into the file. The stream is closed by the caller.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /// In place of what may be there. Gets the rights that any new file of the user gets.
    public static void replace(Path file, Content content) throws IOException {
        write(file, content, true);
    }

    /// @throws FileAlreadyExistsException where something is there, also if it came meanwhile
    public static void create(Path file, Content content) throws IOException {
        write(file, content, false);
    }

    private static void write(Path file, Content content, boolean replaces) throws IOException {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "no file");
        var fresh = folder.resolve("." + file.getFileName() + "." + System.nanoTime());
        try {
            writeDurably(fresh, content);
            if (replaces) {
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            } else {
                moveToFree(fresh, file);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
        forceNames(folder);
    }

    private static void writeDurably(Path fresh, Content content) throws IOException {
        try (var file =
                        FileChannel.open(
                                fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var bytes = new BufferedOutputStream(Channels.newOutputStream(file))) {
            content.writeTo(bytes);
            bytes.flush();
            file.force(true);
        }
    }

    /// Another program may have put a file there since it was looked for. A link is refused then in
    /// one step; a move looks first and then replaces.
    private static void moveToFree(Path fresh, Path file) throws IOException {
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException _) {
            Files.move(fresh, file);
        }
    }

    /// Windows does not open folders, and keeps names without being asked.
    private static void forceNames(Path folder) {
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException _) {
            return;
        }
    }
}
