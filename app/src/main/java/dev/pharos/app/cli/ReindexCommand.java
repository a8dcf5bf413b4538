package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.problem.ProblemException;

import picocli.CommandLine.Command;

import java.time.Duration;
import java.util.concurrent.Callable;

/// `pharos reindex`: builds the search index anew from the database and makes the vectors that are
/// still missing.
@Command(name = "reindex")
final class ReindexCommand implements Callable<Integer> {

    record Rebuilt(int sources, int passages, double seconds) {}

    private final Session session;

    ReindexCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        long begin = System.nanoTime();
        try (var library = session.open(Library.Access.WRITE)) {
            try (var bar = session.bar("progress.index")) {
                library.reindex(bar);
            }
            try (var bar = session.bar("progress.meaning")) {
                library.meaning().await(bar);
            }
            var done =
                    new Rebuilt(
                            library.sources().count(),
                            library.meaning().state().total(),
                            JsonOutput.seconds(Duration.ofNanos(System.nanoTime() - begin)));
            if (session.json()) {
                session.printJson(done);
            } else {
                session.print(
                        text("reindex.done", done.sources(), done.passages(), done.seconds()));
            }
        }
        return ExitCode.DONE;
    }
}
