package dev.pharos.engine.library;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The Markdown files of a folder, each read again only where its time or size has changed since it
/// was looked at last. For one thread at a time.
final class MirroredFiles {
    /// Some systems keep the time of a file to two seconds: one that young may be written again
    /// within the same.
    private static final Duration YOUNG = Duration.ofSeconds(3);

    /// What was found.
    ///
    /// @param hashes of the contents of files by their paths below the folder
    /// @param unreadable paths of files that are there, and that nobody can read now
    record Seen(Map<Path, String> hashes, Set<Path> unreadable) {}

    private record Known(FileTime modified, long size, String hash) {}

    private final FileBlobs blobs;
    private Map<Path, Known> known = new HashMap<>();

    MirroredFiles(FileBlobs blobs) {
        this.blobs = blobs;
    }

    /// What is hidden is passed over.
    ///
    /// @param folder absolute
    /// @throws ProblemException `AccessDenied`, where not all of it can be listed: what is not seen
    ///   must not be taken for deleted
    Seen in(Path folder, Progress progress) throws ProblemException {
        var seen = new Seen(new HashMap<>(), new HashSet<>());
        var now = new HashMap<Path, Known>();
        for (var file : listed(folder, progress).entrySet()) {
            progress.checkpoint();
            look(folder, file.getKey(), file.getValue(), seen, now);
        }
        known = now;
        return seen;
    }

    private static Map<Path, BasicFileAttributes> listed(Path folder, Progress progress)
            throws ProblemException {
        var listing = new Listing(folder, progress);
        try {
            Files.walkFileTree(
                    folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, listing);
            return listing.files;
        } catch (IOException e) {
            throw new ProblemException(new Problem.AccessDenied(listing.at), e);
        }
    }

    private static final class Listing extends SimpleFileVisitor<Path> {
        private final Map<Path, BasicFileAttributes> files = new LinkedHashMap<>();
        private final Path root;
        private final Progress progress;
        private Path at;

        private Listing(Path root, Progress progress) {
            this.root = root;
            this.progress = progress;
            at = root;
        }

        private boolean hidden(Path path) {
            return !path.equals(root) && path.getFileName().toString().startsWith(".");
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            progress.checkpoint();
            at = folder;
            return hidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            if (attributes.isRegularFile() && !hidden(file) && name.endsWith(".md")) {
                files.put(file, attributes);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            boolean gone = e instanceof NoSuchFileException && !file.equals(root);
            if (gone || e instanceof FileSystemLoopException || hidden(file)) {
                return FileVisitResult.CONTINUE;
            }
            at = file;
            throw e;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
                throws IOException {
            if (e != null) {
                at = folder;
                throw e;
            }
            return FileVisitResult.CONTINUE;
        }
    }

    private void look(
            Path folder, Path file, BasicFileAttributes facts, Seen seen, Map<Path, Known> now)
            throws ProblemException {
        var before = known.get(file);
        boolean same =
                before != null
                        && before.modified().equals(facts.lastModifiedTime())
                        && before.size() == facts.size();
        try {
            String hash = same && before != null ? before.hash() : blobs.hash(file, Progress.NONE);
            seen.hashes().put(folder.relativize(file), hash);
            if (facts.lastModifiedTime().toInstant().isBefore(Instant.now().minus(YOUNG))) {
                now.put(file, new Known(facts.lastModifiedTime(), facts.size(), hash));
            }
        } catch (ProblemException e) {
            switch (e.problem()) {
                case Problem.FileMissing _ -> {} // deleted a moment ago
                case Problem.AccessDenied _ -> seen.unreadable().add(folder.relativize(file));
                default -> throw e;
            }
        }
    }
}
