package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.graph.DuplicateGroup;
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

    /// @param one the one that was imported first
    /// @param resemblance share of the runs of five words that both have; 1 where they say the same
    record Alike(double resemblance, SourceOutput.Listed one, SourceOutput.Listed other) {}

    @Override
    public Integer call() throws ProblemException {
        List<DuplicateGroup> groups;
        try (var library = session.open(Library.Access.READ);
                var bar = session.bar("progress.sources")) {
            groups = library.relations().duplicates().groups(bar);
        }
        groups.forEach(this::print);
        if (!session.json()) {
            session.tell(text("duplicates.found", groups.size()));
        }
        return ExitCode.DONE;
    }

    private void print(DuplicateGroup group) {
        var one = group.sources().getFirst();
        if (!session.json()) {
            session.print(text("duplicates.group", group.sources().size()));
            session.print(line("    ", one));
        }
        for (int i = 1; i < group.sources().size(); i++) {
            var other = group.sources().get(i);
            double share = group.sharesWithFirst().get(i);
            if (session.json()) {
                session.printJson(
                        new Alike(
                                share, SourceOutput.Listed.of(one), SourceOutput.Listed.of(other)));
            } else {
                session.print(line(text("duplicates.share", share), other));
            }
        }
    }

    private static String line(String share, Source source) {
        return "  " + share + "  " + ListCommand.line(source) + "  " + source.path();
    }
}
