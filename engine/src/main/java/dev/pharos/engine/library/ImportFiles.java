package dev.pharos.engine.library;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The files that an import is about: those named, and all that lie below named folders except what
/// is hidden there. Links are followed, loops are not.
final class ImportFiles {
    /// Each file with the named folder it lies in, or with null where it was named itself.
    private final Map<Path, @Nullable Path> folders = new LinkedHashMap<>();

    private final List<Path> missing = new ArrayList<>();
    private final List<Path> refused = new ArrayList<>();
    private final List<Path> special = new ArrayList<>();

    private ImportFiles() {}

    /// @param except a folder that is never looked into
    static ImportFiles under(List<Path> paths, Path except) {
        var found = new ImportFiles();
        for (Path path : paths) {
            Path absolute = path.toAbsolutePath().normalize();
            if (Files.isDirectory(absolute)) {
                found.walk(absolute, except.toAbsolutePath().normalize());
            } else if (Files.exists(absolute) && !Files.isRegularFile(absolute)) {
                found.special.add(absolute);
            } else if (Files.exists(absolute)) {
                found.folders.putIfAbsent(absolute, null);
            } else {
                found.missing.add(absolute);
            }
        }
        return found;
    }

    private void walk(Path root, Path except) {
        var inside = new ArrayList<Path>();
        try {
            Files.walkFileTree(
                    root,
                    EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                    Integer.MAX_VALUE,
                    new Visitor(root, except, inside));
        } catch (IOException _) {
            refused.add(root);
        }
        inside.sort(null);
        inside.forEach(file -> folders.putIfAbsent(file, root));
    }

    List<Path> files() {
        return List.copyOf(folders.keySet());
    }

    List<Path> missing() {
        return missing;
    }

    /// Folders and files that the operating system does not let us read.
    List<Path> refused() {
        return refused;
    }

    /// Pipes, devices and whatever else has no end.
    List<Path> special() {
        return special;
    }

    boolean inFolder(Path file) {
        return folders.get(file) != null;
    }

    /// The named folder that a file lies in, or its own folder where the file was named itself.
    Path root(Path file) {
        var root = folders.get(file);
        return root == null ? file.resolveSibling("") : root;
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Path except;
        private final List<Path> inside;

        private Visitor(Path root, Path except, List<Path> inside) {
            this.root = root;
            this.except = except;
            this.inside = inside;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean skipped = folder.startsWith(except) || !folder.equals(root) && hidden(folder);
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !hidden(file)) {
                inside.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            if (e instanceof AccessDeniedException) {
                refused.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        private static boolean hidden(Path path) {
            return path.getFileName().toString().startsWith(".");
        }
    }
}
