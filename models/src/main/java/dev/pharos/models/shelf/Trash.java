package dev.pharos.models.shelf;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Takes files out of the way: into the desktop's trash where the machine has one in use on the
/// same disk, else for good. The trash is that of the freedesktop.org specification 1.0 with its
/// `files` and `info`, or a plain folder as on macOS; AWT's would start a toolkit beside the
/// window's.
///
/// @param folder of the trash, which may not exist
/// @param described whether each piece gets a note where it came from
record Trash(Path folder, boolean described) {
    private static final Logger LOG = LoggerFactory.getLogger(Trash.class);

    /// That of this user's desktop; Windows has none that can be reached without a toolkit.
    static Optional<Trash> ofThisMachine() {
        var home = Path.of(System.getProperty("user.home"));
        var system = System.getProperty("os.name", "");
        if (system.startsWith("Mac")) {
            return Optional.of(new Trash(home.resolve(".Trash"), false));
        }
        var data = System.getenv("XDG_DATA_HOME");
        var base = data == null || data.isBlank() ? home.resolve(".local/share") : Path.of(data);
        return system.startsWith("Windows")
                ? Optional.empty()
                : Optional.of(new Trash(base.resolve("Trash"), true));
    }

    /// Removes a file, or a folder with all in it, in one step as others see it.
    static void remove(Optional<Trash> trash, Path doomed) throws IOException {
        if (trash.isPresent() && trash.get().takes(doomed)) {
            return;
        }
        var aside = doomed.resolveSibling(".removed-" + doomed.getFileName());
        delete(aside);
        Files.move(doomed, aside, StandardCopyOption.ATOMIC_MOVE);
        delete(aside);
    }

    private boolean takes(Path doomed) {
        Path files = described ? folder.resolve("files") : folder;
        if (!Files.isDirectory(files)) {
            return false;
        }
        try {
            Path taken = free(files, doomed);
            try {
                Files.move(doomed, taken, StandardCopyOption.ATOMIC_MOVE);
                return true;
            } catch (IOException e) {
                if (described) {
                    Files.deleteIfExists(noteOf(taken));
                }
                throw e;
            }
        } catch (IOException e) {
            LOG.warn("{} is not for the trash", doomed, e);
            return false;
        }
    }

    private Path noteOf(Path taken) {
        return folder.resolve("info").resolve(taken.getFileName() + ".trashinfo");
    }

    /// A name that neither a piece nor a note has, though its piece may be gone. The note is what
    /// reserves it: the specification wants it made first, and never over another.
    private Path free(Path files, Path doomed) throws IOException {
        String name = String.valueOf(doomed.getFileName());
        for (int i = 1; true; i++) {
            Path taken = files.resolve(i == 1 ? name : name + "." + i);
            if (!Files.exists(taken, LinkOption.NOFOLLOW_LINKS) && reserved(taken, doomed)) {
                return taken;
            }
        }
    }

    private boolean reserved(Path taken, Path doomed) throws IOException {
        if (!described) {
            return true;
        }
        try {
            Files.createDirectories(folder.resolve("info"));
            Files.writeString(noteOf(taken), note(doomed), StandardOpenOption.CREATE_NEW);
            return true;
        } catch (FileAlreadyExistsException _) {
            return false;
        }
    }

    private static String note(Path doomed) throws IOException {
        URI from = doomed.toAbsolutePath().toUri();
        var now = LocalDateTime.now().truncatedTo(ChronoUnit.SECONDS);
        return "[Trash Info]\nPath=%s\nDeletionDate=%s\n"
                .formatted(
                        from.getRawPath().replaceFirst("/+$", ""),
                        DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(now));
    }

    /// Deletes what is there, if anything is.
    static void delete(Path doomed) throws IOException {
        if (!Files.exists(doomed)) {
            return;
        }
        Files.walkFileTree(
                doomed,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path dir, IOException e)
                            throws IOException {
                        Files.delete(dir);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
