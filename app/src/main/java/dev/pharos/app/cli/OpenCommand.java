package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.problem.ProblemException;

import picocli.CommandLine.Command;

import java.awt.GraphicsEnvironment;
import java.util.concurrent.Callable;

/// `pharos open`, and `pharos` alone: the window. Returns when it is closed.
@Command(name = "open")
final class OpenCommand implements Callable<Integer> {
    private final Session session;

    OpenCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException, InterruptedException {
        if (GraphicsEnvironment.isHeadless()) {
            session.tell(text("open.noScreen"));
            return ExitCode.PROBLEM;
        }
        var wiring = session.wiring();
        try (var library = wiring.openAtOnce(session.libraryFolder())) {
            session.onCancel(wiring::closeWindow);
            wiring.openWindow(library);
        }
        return ExitCode.DONE;
    }
}
