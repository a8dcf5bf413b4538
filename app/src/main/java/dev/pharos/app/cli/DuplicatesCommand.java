package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.graph.Duplicates;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.problem.ProblemException;

import picocli.CommandLine.Command;

import java.util.List;
import java.util.concurrent.Callable;

/// `pharos duplicates`: sources that say almost the same in the same words. Changes nothing.
@Command(name = "duplicates")
final class DuplicatesCommand implements Callable<Integer> {
    private final Session session;

    DuplicatesCommand(Session session) {
        this.session = session;
    }

    /// @param resemblance share of the runs of five words that both have
    record Alike(double resemblance, SourceOutput.Listed one, SourceOutput.Listed other) {
        static Alike of(Duplicates.Pair pair) {
            return new Alike(
                    pair.resemblance(),
                    SourceOutput.Listed.of(pair.one()),
                    SourceOutput.Listed.of(pair.other()));
        }
    }

    @Override
    public Integer call() throws ProblemException {
        List<Duplicates.Pair> pairs;
        try (var library = session.open(Library.Access.READ);
                var bar = session.bar("progress.passages")) {
            pairs = library.relations().duplicates().all(bar);
        }
        for (var pair : pairs) {
            if (session.json()) {
                session.printJson(Alike.of(pair));
            } else {
                session.print(text("duplicates.share", pair.resemblance()));
                session.print(line(pair.one()));
                session.print(line(pair.other()));
            }
        }
        if (!session.json()) {
            session.tell(text("duplicates.found", pairs.size()));
        }
        return ExitCode.DONE;
    }

    private static String line(Source source) {
        return "  " + ListCommand.line(source) + "  " + source.path();
    }
}
