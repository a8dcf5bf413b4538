package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.problem.ProblemException;

import picocli.CommandLine.Command;

import java.util.concurrent.Callable;

/// `pharos list`: every source of the library, newest import first.
@Command(name = "list")
final class ListCommand implements Callable<Integer> {

    /// As much of an id as names a source in a library of a few thousand.
    static final int SHORT_ID = 8;

    private final Session session;

    ListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        try (var library = session.open(Library.Access.READ)) {
            var sources = library.sources().all();
            for (var source : sources) {
                if (session.json()) {
                    session.printJson(SourceOutput.Listed.of(source));
                } else {
                    session.print(line(source));
                }
            }
            if (sources.isEmpty() && session.terminal()) {
                session.tell(text("list.empty"));
            }
        }
        return ExitCode.DONE;
    }

    static String line(Source source) {
        return "%s  %-12s  %s"
                .formatted(
                        source.id().toString().substring(0, SHORT_ID),
                        source.kind().id(),
                        source.title());
    }
}
