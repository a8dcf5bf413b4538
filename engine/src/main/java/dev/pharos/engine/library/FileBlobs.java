package dev.pharos.engine.library;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.DiskSpace;
import dev.pharos.engine.work.Progress;
import dev.pharos.engine.work.WholeFile;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/// [Blobs] in a folder: `ab/abcd…`, named by hash.
final class FileBlobs implements Blobs {
    private static final Logger LOG = LoggerFactory.getLogger(FileBlobs.class);
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final ReentrantReadWriteLock keeping = new ReentrantReadWriteLock();

    FileBlobs(Path folder) {
        this.folder = folder;
    }

    @Override
    public Blob keep(Path file, Progress progress) throws ProblemException {
        Path part = null;
        try {
            Files.createDirectories(folder);
            part = Files.createTempFile(folder, "incoming", ".part");
            String hash;
            try (var out = FileChannel.open(part, StandardOpenOption.WRITE)) {
                hash = copy(file, Channels.newOutputStream(out), progress);
                out.force(true);
            }
            Path target = place(hash);
            if (!whole(target, Files.size(part))) {
                WholeFile.move(part, target);
            }
            return new Blob(hash, Files.size(target), target);
        } catch (IOException e) {
            throw problem(file, e);
        } finally {
            discard(part);
        }
    }

    /// The same for bytes at hand.
    Blob keep(byte[] bytes) throws ProblemException {
        String hash = HexFormat.of().formatHex(sha256().digest(bytes));
        Path part = null;
        try {
            Files.createDirectories(folder);
            Path target = place(hash);
            if (!whole(target, bytes.length)) {
                part = Files.createTempFile(folder, "incoming", ".part");
                try (var out = FileChannel.open(part, StandardOpenOption.WRITE)) {
                    Channels.newOutputStream(out).write(bytes);
                    out.force(true);
                }
                WholeFile.move(part, target);
            }
            return new Blob(hash, bytes.length, target);
        } catch (IOException e) {
            throw problem(folder, e);
        } finally {
            discard(part);
        }
    }

    @Override
    public Blob adopt(Path file, Progress progress) throws ProblemException {
        String hash = hash(file, progress);
        try {
            Path target = place(hash);
            if (!whole(target, Files.size(file))) {
                Files.deleteIfExists(target);
                Files.createLink(target, file);
                WholeFile.forceNames(target.resolveSibling(""));
            }
            return new Blob(hash, Files.size(target), target);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.debug("{} is copied", file, e);
            return keep(file, progress);
        }
    }

    /// Where a content lies or shall lie, in a folder that survives a power cut.
    private Path place(String hash) throws IOException {
        Path target = path(hash);
        Path parent = target.resolveSibling("");
        if (!Files.isDirectory(parent)) {
            Files.createDirectories(parent);
            WholeFile.forceNames(folder);
        }
        return target;
    }

    /// What a damaged disk has cut off is not what its name says.
    private static boolean whole(Path target, long size) throws IOException {
        return Files.exists(target) && Files.size(target) == size;
    }

    @Override
    public String hash(Path file, Progress progress) throws ProblemException {
        try {
            return copy(file, OutputStream.nullOutputStream(), progress);
        } catch (IOException e) {
            throw problem(file, e);
        }
    }

    @Override
    public Optional<Blob> find(String hash) {
        Path file = path(hash);
        try {
            return Optional.of(new Blob(hash, Files.size(file), file));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private Path path(String hash) {
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }

    private static String copy(Path file, OutputStream out, Progress progress) throws IOException {
        var digest = sha256();
        long done = 0;
        try (var in = FileChannel.open(file, StandardOpenOption.READ)) {
            long total = in.size();
            var buffer = ByteBuffer.allocate(BUFFER);
            while (in.read(buffer) >= 0) {
                digest.update(buffer.array(), 0, buffer.position());
                out.write(buffer.array(), 0, buffer.position());
                done += buffer.position();
                buffer.clear();
                progress.report(done, Math.max(done, total));
                progress.checkpoint();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    private ProblemException problem(Path file, IOException e) {
        return new ProblemException(
                switch (e) {
                    case NoSuchFileException _ -> new Problem.FileMissing(file);
                    case AccessDeniedException _ -> new Problem.AccessDenied(file);
                    default ->
                            DiskSpace.problem(folder, e) instanceof Problem.DiskFull full
                                    ? full
                                    : new Problem.AccessDenied(file);
                },
                e);
    }

    private static void discard(@Nullable Path part) {
        try {
            if (part != null) {
                Files.deleteIfExists(part);
            }
        } catch (IOException _) {
            LOG.debug("left behind: {}", part);
        }
    }

    /// Until it is closed nothing is removed: for who keeps a content and has not yet saved what
    /// names it.
    Hold hold() {
        keeping.readLock().lock();
        return keeping.readLock()::unlock;
    }

    /// Ends on the thread on which it began.
    interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /// Removes contents that nothing names, unless somebody keeps some just now.
    ///
    /// @param unused asked once nobody does
    /// @return those that are gone
    List<String> remove(Supplier<List<String>> unused) {
        if (!keeping.writeLock().tryLock()) {
            return List.of();
        }
        try {
            var hashes = unused.get();
            hashes.forEach(hash -> discard(path(hash)));
            return hashes;
        } finally {
            keeping.writeLock().unlock();
        }
    }

    /// Removes what a killed process left half-copied. Only for the one process that writes.
    void sweep() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var parts = Files.newDirectoryStream(folder, "incoming*.part")) {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
        }
    }
}
