package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.problem.ProblemException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/// `pharos restore ID N`: an earlier version of a transcript is the current one again. Nothing that
/// is there goes.
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "ID")
    String id = "";

    @Parameters(index = "1", paramLabel = "N", descriptionKey = "N")
    int number;

    RestoreCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        session.open(Library.Access.READ).close(); // what cannot be there makes no library
        try (var library = session.open(Library.Access.WRITE)) {
            var source = ShowCommand.source(library, id);
            var versions = library.transcripts().versions(source.id());
            if (versions.stream().noneMatch(version -> version.number() == number)) {
                session.tell(text("show.noVersion", source.title(), Integer.toString(number)));
                return ExitCode.PROBLEM;
            }
            library.recordings().restore(source.id(), number);
            new VersionLines(session, library).show(source);
            return ExitCode.DONE;
        }
    }
}
