package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.app.Wiring;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.ui.Door;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

/// `pharos open`, and `pharos` alone: the window. Returns when it is closed, or at once where
/// another process shows it, which then brings it to the front.
@Command(name = "open")
final class OpenCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final long LOOK_MILLIS = 100;

    private final Session session;

    @Option(names = "--capture")
    boolean capture;

    OpenCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException, InterruptedException {
        return open(capture);
    }

    /// A window that was just closed gives its library free within seconds.
    private static Library opened(Wiring wiring, Path folder)
            throws ProblemException, InterruptedException {
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return wiring.openAtOnce(folder);
            } catch (ProblemException e) {
                boolean closing =
                        e.problem() instanceof Problem.LibraryInUse
                                && wiring.windowElsewhere(folder);
                if (!closing || System.nanoTime() > patience) {
                    throw e;
                }
                Thread.sleep(LOOK_MILLIS);
            }
        }
    }

    /// @param captures brings the small window for a thought as well
    int open(boolean captures) throws ProblemException, InterruptedException {
        var wiring = session.wiring();
        var folder = session.libraryFolder();
        if (wiring.wishElsewhere(folder, captures ? Door.Wish.CAPTURE : Door.Wish.SHOW)) {
            return ExitCode.DONE;
        }
        if (GraphicsEnvironment.isHeadless()) {
            session.tell(text("open.noScreen"));
            return ExitCode.PROBLEM;
        }
        try (var library = opened(wiring, folder)) {
            session.onCancel(wiring::closeWindow);
            if (captures) {
                wiring.wish(Door.Wish.CAPTURE);
            }
            wiring.openWindow(library);
        }
        return ExitCode.DONE;
    }
}
