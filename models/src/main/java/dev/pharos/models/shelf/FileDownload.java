package dev.pharos.models.shelf;

import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.DiskSpace;
import dev.pharos.engine.work.Progress;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/// Brings one file over HTTP, and goes on where an earlier call was stopped, cut off or killed. Its
/// name it gets only when every byte is there and right.
final class FileDownload {
    private static final long LOOK_MILLIS = 50;

    private final Wanted wanted;
    private final HttpClient client;
    private final Patience patience;
    private final Progress progress;
    private final PartFile part;

    /// @param progress in bytes of this file
    FileDownload(Wanted wanted, HttpClient client, Patience patience, Progress progress) {
        this.wanted = wanted;
        this.client = client;
        this.patience = patience;
        this.progress = progress;
        part = PartFile.of(wanted.target());
    }

    /// @return its SHA-256
    /// @throws ProblemException `NotFetched`, `DownloadFailed`, `WrongDownload`, `NoRoom`,
    ///   `DiskFull`
    String run() throws ProblemException {
        try {
            Files.createDirectories(wanted.folder());
            boolean resumed = part.length() > 0;
            bring();
            String found = hash();
            if (resumed && !right(found)) {
                part.discard(); // what an earlier call left may have been of another version
                bring();
                found = hash();
            }
            if (!right(found)) {
                part.discard();
                throw new ProblemException(
                        new Problem.WrongDownload(
                                wanted.name(), String.valueOf(wanted.sha256()), found));
            }
            Files.move(part.file(), wanted.target(), StandardCopyOption.ATOMIC_MOVE);
            part.discard();
            return found;
        } catch (IOException e) {
            throw new ProblemException(DiskSpace.problem(wanted.folder(), e), e);
        }
    }

    private boolean right(String found) {
        return wanted.sha256() == null || wanted.sha256().equals(found);
    }

    private String hash() throws IOException {
        return FileHash.sha256(part.file(), _ -> progress.checkpoint());
    }

    /// Tries until all is there. Tries are counted only while they bring nothing new.
    private void bring() throws IOException, ProblemException {
        long most = part.length();
        int failures = 0;
        while (wanted.bytes() == 0 || part.length() != wanted.bytes()) {
            var verdict = new Exchange(wanted, part, patience, progress, client).run();
            switch (verdict) {
                case Verdict.Refuse(var problem) -> throw new ProblemException(problem);
                case Verdict.Restart _ -> part.discard();
                case Verdict.Complete _ when wanted.bytes() == 0 -> {
                    return;
                }
                case Verdict.Complete _, Verdict.Again _, Verdict.Take _ -> {}
            }
            failures = part.length() > most ? 1 : failures + 1;
            most = Math.max(most, part.length());
            if (part.length() != wanted.bytes() || wanted.bytes() == 0) {
                pause(verdict, failures);
            }
        }
    }

    private Problem failed(String words) throws IOException {
        return part.length() > 0
                ? new Problem.DownloadFailed(wanted.model(), wanted.host(), words)
                : new Problem.NotFetched(wanted.model(), wanted.host(), Detail.said(words));
    }

    /// @throws ProblemException if there was patience enough
    private void pause(Verdict verdict, int failures) throws ProblemException, IOException {
        var asked = verdict instanceof Verdict.Again(_, var wish) ? wish : Duration.ZERO;
        if (failures >= patience.tries() || asked.compareTo(patience.longest()) > 0) {
            throw new ProblemException(failed(verdict.words()));
        }
        var usual = patience.before(failures);
        long end = System.nanoTime() + (asked.compareTo(usual) > 0 ? asked : usual).toNanos();
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            progress.checkpoint();
            try {
                Thread.sleep(Math.clamp(left / 1_000_000, 1, LOOK_MILLIS));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
    }
}
