package dev.pharos.app.cli;

import dev.pharos.engine.evaluation.TestSet;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Query;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `pharos eval CORPUS…`: how good searches are on test sets, each in a library of its own.
@Command(name = "eval")
final class EvalCommand implements Callable<Integer> {
    private static final List<Query.Mode> ALL =
            List.of(Query.Mode.KEYWORD, Query.Mode.MEANING, Query.Mode.HYBRID);

    private final Session session;

    @Spec @Nullable CommandSpec spec;

    @Parameters(paramLabel = "CORPUS", descriptionKey = "CORPUS", arity = "0..*")
    List<Path> corpora = List.of();

    @Option(names = "--mode", paramLabel = "MODE")
    Query.@Nullable Mode mode;

    @Option(names = "--fresh")
    boolean fresh;

    EvalCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        if (corpora.isEmpty()) {
            throw Session.wrongUsage(Objects.requireNonNull(spec), "usage.noCorpus");
        }
        var modes = mode == null ? ALL : List.of(mode);
        for (var corpus : corpora) {
            var set = TestSet.read(corpus);
            var measured = new TestSetRun(session, fresh).measure(set, modes);
            if (session.json()) {
                session.printJson(EvalOutput.Measured.of(measured));
            } else {
                EvalText.lines(measured).forEach(session::print);
            }
        }
        return ExitCode.DONE;
    }
}
