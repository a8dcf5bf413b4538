package dev.pharos.app;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.Transcriber;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.engine.work.JobQueue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// Transcribes a file where it lies, without a library. What is recognised is kept in the cache
/// until the transcript is safe.
public final class FileTranscriber {
    private static final int BUFFER = 1 << 16;

    private final Transcriber transcriber;
    private final FileCheckpoints checkpoints;

    FileTranscriber(Transcriber transcriber, FileCheckpoints checkpoints) {
        this.transcriber = transcriber;
        this.checkpoints = checkpoints;
    }

    /// Where a transcript goes.
    @FunctionalInterface
    public interface Receiver {
        /// @return whether it is safe there, so that a repetition need not be quick
        boolean take(Transcript transcript) throws IOException;
    }

    /// Blocks until the whole file is recognised and handed on; progress is in milliseconds of
    /// sound.
    ///
    /// @return what `receiver` said
    /// @throws ProblemException as [Transcriber#transcribe]
    public boolean transcribe(
            Path file, TranscriptionOptions options, JobQueue.Report report, Receiver receiver)
            throws ProblemException, IOException {
        checkpoints.sweep(Instant.now());
        var hash = hash(file, report);
        boolean safe =
                receiver.take(
                        transcriber.transcribe(file, file, hash, options, checkpoints, report));
        if (safe) {
            checkpoints.clear(hash);
        }
        return safe;
    }

    /// Where the windows are that were recognised, unless the disk took not all of them.
    public Optional<Path> kept() {
        return checkpoints.kept();
    }

    private static String hash(Path file, JobQueue.Report report) throws ProblemException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new ProblemException(new Problem.NotAFile(file));
        }
        try (var bytes =
                new DigestInputStream(
                        Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            var buffer = new byte[BUFFER];
            while (bytes.read(buffer) >= 0) {
                report.checkpoint();
            }
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
        } catch (NoSuchFileException e) {
            throw new ProblemException(new Problem.FileMissing(file), e);
        } catch (AccessDeniedException e) {
            throw new ProblemException(new Problem.AccessDenied(file), e);
        } catch (IOException e) {
            throw new ProblemException(new Problem.DamagedFile(file), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
