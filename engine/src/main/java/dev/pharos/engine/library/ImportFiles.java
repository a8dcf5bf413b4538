package dev.pharos.engine.library;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.vault.Unpacked;
import dev.pharos.engine.vault.VaultUnpacker;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The files that an import is about: those named, and all that lie below named folders except what
/// is hidden there. Links are followed, loops are not. What may be an export of another program is
/// set aside, and comes back as the notes that it holds, or as it is.
final class ImportFiles {
    /// A file of an import.
    ///
    /// @param root the named folder or the export it lies in, or null where it was named itself
    /// @param bytes where it can be read: the file itself, or what was unpacked of an export
    /// @param notice what unpacking it has told, or null
    private record Found(@Nullable Path root, Path bytes, Problem.@Nullable OfFile notice) {}

    private static final String BUNDLE = ".textbundle";

    private final Map<Path, Found> found = new LinkedHashMap<>();
    private final Map<Path, Map<Path, Found>> aside = new LinkedHashMap<>();

    private final List<Path> missing = new ArrayList<>();
    private final List<Path> refused = new ArrayList<>();
    private final List<Path> special = new ArrayList<>();

    private final List<Problem.OfFile> failed = new ArrayList<>();

    /// None.
    ImportFiles() {}

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
                found.add(absolute, null);
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
        inside.forEach(file -> add(file, root));
    }

    private void add(Path file, @Nullable Path root) {
        Path bundle = file.resolveSibling("");
        boolean bundled = String.valueOf(bundle.getFileName()).endsWith(BUNDLE);
        if (bundled && file.endsWith("info.json")) {
            return;
        }
        boolean text = bundled && file.getFileName().toString().matches("text\\.(md|markdown|txt)");
        found.putIfAbsent(text ? titled(bundle) : file, new Found(root, file, null));
    }

    /// The text of a bundle goes by the bundle's name.
    private static Path titled(Path bundle) {
        String name = bundle.getFileName().toString();
        return bundle.resolve(name.substring(0, name.length() - BUNDLE.length()) + ".md");
    }

    /// Sets aside what may be an export of another program, be it one file or a folder.
    ///
    /// @return where these exports are
    List<Path> setAside() {
        var folders = new HashSet<Path>();
        found.forEach((file, each) -> {
            if (each.root() != null) {
                VaultUnpacker.mayUnpackFolderOf(file).ifPresent(folders::add);
            }
        });
        for (Path file : List.copyOf(found.keySet())) {
            Path export = highest(file, folders);
            if (!export.equals(file) || VaultUnpacker.mayUnpack(file)) {
                var each = found.remove(file);
                if (each != null) {
                    aside.computeIfAbsent(export, _ -> new LinkedHashMap<>()).put(file, each);
                }
            }
        }
        return List.copyOf(aside.keySet());
    }

    /// The outermost of these folders that a file lies in, or the file itself.
    private static Path highest(Path file, Set<Path> folders) {
        Path highest = file;
        for (Path at = file.getParent(); at != null; at = at.getParent()) {
            if (folders.contains(at)) {
                highest = at;
            }
        }
        return highest;
    }

    /// Takes back what was set aside and is no export.
    void takeBack(Path export, ImportFiles from) {
        found.putAll(from.aside.getOrDefault(export, Map.of()));
    }

    /// Takes the notes and files of an export in its place.
    void take(Path export, Unpacked unpacked) {
        for (var failure : unpacked.failures()) {
            failed.add(VaultUnpacker.problem(failure, inside(export, failure.name())));
        }
        for (var entry : unpacked.entries()) {
            Path file = inside(export, entry.name());
            var notice =
                    entry.notice() == null
                            ? null
                            : VaultUnpacker.problem(
                                    new Unpacked.Failure(entry.name(), entry.notice()), file);
            found.putIfAbsent(file, new Found(export, Path.of(entry.file()), notice));
        }
    }

    /// Where an entry of an export stands, never outside of it.
    static Path inside(Path export, String name) {
        Path file = resolved(export, name).normalize();
        return file.startsWith(export) ? file : export.resolve(file.getFileName());
    }

    /// A name that this system cannot have keeps its letters and numbers.
    private static Path resolved(Path export, String name) {
        try {
            return export.resolve(name);
        } catch (InvalidPathException _) {
            return export.resolve(name.replaceAll("[^\\p{L}\\p{N}./ _-]", "-"));
        }
    }

    void failed(Problem.OfFile problem) {
        failed.add(problem);
    }

    List<Path> files() {
        return List.copyOf(found.keySet());
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

    /// What could not be unpacked.
    List<Problem.OfFile> failed() {
        return failed;
    }

    /// Where a file can be read, or nothing where there is none of that name.
    Optional<Path> bytes(Path file) {
        var here = found.get(file);
        return here != null
                ? Optional.of(here.bytes())
                : Optional.of(file).filter(Files::isRegularFile);
    }

    /// What unpacking a file has told, or null.
    Problem.@Nullable OfFile notice(Path file) {
        var here = found.get(file);
        return here == null ? null : here.notice();
    }

    boolean inFolder(Path file) {
        var here = found.get(file);
        return here != null && here.root() != null;
    }

    /// The named folder that a file lies in, or its own folder where the file was named itself.
    Path root(Path file) {
        var here = found.get(file);
        return here == null || here.root() == null ? file.resolveSibling("") : here.root();
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
