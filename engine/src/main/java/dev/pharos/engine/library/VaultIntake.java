package dev.pharos.engine.library;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.DiskSpace;
import dev.pharos.engine.vault.Unpacked;
import dev.pharos.engine.vault.VaultUnpacker;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/// Opens the exports of other programs among the files of an import: lays what they hold down in a
/// folder of the library, from where it is imported, and clears it away afterwards. One thread.
final class VaultIntake implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VaultIntake.class);
    private static final String FOLDER = "unpacked";

    /// Bytes that may lie there before they are imported.
    private static final long FULL = 1L << 30;

    private final Importer.Parts parts;
    private final Path folder;
    private final VaultUnpacker unpacker = new VaultUnpacker();
    private @Nullable Map<String, Source> origins;
    private int opened;
    private long bytes;

    VaultIntake(Importer.Parts parts) throws ProblemException {
        this.parts = parts;
        folder = parts.ownFolder().resolve(FOLDER);
        clear();
    }

    /// Puts what an export holds among `files`, or the export itself where it is none.
    ///
    /// @param named what it was set aside from
    void open(Path export, ImportFiles named, ImportFiles files, Progress progress)
            throws ProblemException {
        Path into = folder.resolve(Integer.toString(opened++));
        try {
            Files.createDirectories(into);
            var unpacked = unpacker.unpack(export, into, progress);
            if (unpacked.isEmpty()) {
                files.takeBack(export, named);
            } else {
                files.take(export, unpacked.get());
                bytes += size(into);
                follow(export, unpacked.get());
            }
        } catch (ProblemException e) {
            if (!(e.problem() instanceof Problem.OfFile problem)) {
                throw e;
            }
            LOG.info("not unpacked: {}", problem, e);
            give(export, problem, named, files);
        } catch (IOException e) {
            throw new ProblemException(DiskSpace.problem(folder, e), e);
        }
    }

    /// A folder, or an archive that is none of a known program, is what it has always been.
    private static void give(
            Path export, Problem.OfFile problem, ImportFiles named, ImportFiles files) {
        String name = export.getFileName().toString();
        boolean other =
                problem instanceof Problem.DamagedFile && name.matches("(?i).*\\.(zip|csv|note)");
        if (other || Files.isDirectory(export)) {
            files.takeBack(export, named);
        } else {
            files.failed(problem);
        }
    }

    /// A note that was imported before stays the same source under another name.
    private void follow(Path export, Unpacked unpacked) {
        for (var entry : unpacked.entries()) {
            var known = entry.origin() == null ? null : origins().get(entry.origin());
            Path path = ImportFiles.inside(export, entry.name());
            if (known != null) {
                parts.intake().moved(known, path);
            }
        }
    }

    private Map<String, Source> origins() {
        if (origins == null) {
            origins = parts.sources().withProperty(Unpacked.ORIGIN);
        }
        return origins;
    }

    /// Whether so much is laid down that it should be imported before the next is opened.
    boolean full() {
        return bytes > FULL;
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /// Removes what was laid down, also by a process that was killed.
    void clear() throws ProblemException {
        bytes = 0;
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new ProblemException(DiskSpace.problem(folder, e), e);
        }
    }

    @Override
    public void close() throws ProblemException {
        unpacker.close();
        clear();
    }
}
