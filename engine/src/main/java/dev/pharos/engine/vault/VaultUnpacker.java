package dev.pharos.engine.vault;

import dev.pharos.engine.document.ReaderProcess;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.DiskSpace;
import dev.pharos.engine.work.ChildDied;
import dev.pharos.engine.work.ChildOnDemand;
import dev.pharos.engine.work.Progress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/// Makes Markdown notes of the exports of other programs. The bytes are foreign and are read in a
/// child process, which starts with the first export and ends with this. One thread.
public final class VaultUnpacker implements AutoCloseable {
    private static final Set<String> ENDINGS =
            Set.of("jex", "enex", "zip", "textpack", "note", "csv");
    private static final Pattern NAMED_BY_ID =
            Pattern.compile("(?:.* )?[0-9a-f]{32}(?:_all)?\\.(?:md|html|csv)");
    private static final Path LOGSEQ = Path.of("logseq", "config.edn");

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration LIMIT_PER_MEGABYTE = Duration.ofSeconds(2);
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(100);

    /// Bytes that may come of a small export, and the times that others may grow.
    private static final long ROOM = 512L << 20;

    private static final long GROWTH = 50;

    private final ChildOnDemand child =
            new ChildOnDemand(ReaderProcess.recipe(VaultChild.class), IDLE);

    /// Whether a file might be an export: worth an [#unpack], nothing more.
    public static boolean mayUnpack(Path file) {
        var name = String.valueOf(file.getFileName());
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /// The folder that might be an export because this file lies in it, or nothing.
    public static Optional<Path> mayUnpackFolderOf(Path file) {
        if (file.endsWith(LOGSEQ)) {
            return Optional.of(file.resolveSibling("").resolveSibling(""));
        }
        return NAMED_BY_ID.matcher(String.valueOf(file.getFileName())).matches()
                ? Optional.of(file.resolveSibling(""))
                : Optional.empty();
    }

    /// Lays down what an export holds. Blocks until it is done.
    ///
    /// @param vault a file or folder
    /// @param into an empty folder, which the caller deletes
    /// @return nothing where this is no export of a program that is known
    /// @throws ProblemException with a [Problem.OfFile] about `vault`, or `DiskFull`
    /// @throws java.util.concurrent.CancellationException if cancelled
    public Optional<Unpacked> unpack(Path vault, Path into, Progress progress)
            throws ProblemException {
        long size = size(vault);
        var request =
                new VaultWire.Request(
                        vault.toString(), into.toString(), Math.max(ROOM, GROWTH * size));
        var limit = LIMIT.plus(LIMIT_PER_MEGABYTE.multipliedBy(size >> 20));
        var answer = ask(VaultWire.bytes(request), limit, vault, progress);
        var problem = VaultWire.problem(answer.problem(), vault);
        var unpacked = answer.unpacked();
        boolean harmed = unpacked != null && !unpacked.failures().isEmpty();
        if (harmed && DiskSpace.full(into)) {
            throw new ProblemException(new Problem.DiskFull(into));
        }
        if (problem != null) {
            throw new ProblemException(DiskSpace.full(into) ? new Problem.DiskFull(into) : problem);
        }
        return Optional.ofNullable(unpacked);
    }

    /// What stood in the way of one note.
    public static Problem.OfFile problem(Unpacked.Failure failure, Path note) {
        var problem = VaultWire.problem(failure.problem(), note);
        return problem == null ? new Problem.DamagedFile(note) : problem;
    }

    private VaultWire.Answer ask(byte[] request, Duration limit, Path vault, Progress progress)
            throws ProblemException {
        progress.checkpoint();
        var over = new AtomicBoolean();
        var watch = Thread.ofVirtual().start(() -> killWhenCancelled(progress, over));
        try {
            return VaultWire.read(child.call(request, limit), VaultWire.Answer.class);
        } catch (ChildDied e) {
            progress.checkpoint();
            if (e.neverServed()) {
                throw new IllegalStateException("the reader of exports does not run", e);
            }
            throw new ProblemException(
                    e.outOfMemory()
                            ? new Problem.ExpandsTooFar(vault)
                            : new Problem.DamagedFile(vault),
                    e);
        } catch (TimeoutException e) {
            throw new ProblemException(new Problem.TookTooLong(vault, limit), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            over.set(true);
        }
    }

    private void killWhenCancelled(Progress progress, AtomicBoolean over) {
        try {
            while (!over.get()) {
                var running = child.running();
                if (progress.cancelled() && running != null) {
                    running.kill();
                }
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static long size(Path vault) {
        try {
            return Files.isDirectory(vault) ? ROOM : Files.size(vault);
        } catch (IOException _) {
            return 0;
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
