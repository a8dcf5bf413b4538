package dev.pharos.app.cli;

import dev.pharos.engine.evaluation.TestQuestion;
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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `pharos eval`: how good searches and answers are, on test sets (`eval CORPUS…`), each in a
/// library of its own, or on the open library with its owner's questions (`eval --questions FILE`).
@Command(name = "eval")
final class EvalCommand implements Callable<Integer> {
    private static final List<Query.Mode> ALL =
            List.of(Query.Mode.KEYWORD, Query.Mode.MEANING, Query.Mode.HYBRID);

    private final Session session;

    @Spec @Nullable CommandSpec spec;

    @Parameters(paramLabel = "CORPUS", descriptionKey = "CORPUS", arity = "0..*")
    List<Path> corpora = List.of();

    @Option(names = "--questions", paramLabel = "PLACE")
    @Nullable Path questions;

    @Option(names = "--unanswerable", paramLabel = "PLACE")
    @Nullable Path unanswerable;

    @Option(names = "--mode", paramLabel = "MODE")
    Query.@Nullable Mode mode;

    @Option(names = "--no-answers")
    boolean noAnswers;

    @Option(names = "--fresh")
    boolean fresh;

    EvalCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        checkUsage();
        var run = new EvalRun(session, wanted());
        if (corpora.isEmpty()) {
            show(run.ofOwn(Objects.requireNonNull(questions)), true);
        }
        for (var corpus : corpora) {
            var set = TestSet.read(corpus);
            show(
                    run.of(questions == null ? set : set.asked(TestSet.read(questions)), fresh),
                    false);
        }
        return ExitCode.DONE;
    }

    private void checkUsage() {
        refuseIf(corpora.isEmpty() && questions == null, "usage.noCorpus");
        refuseIf(corpora.size() > 1 && questions != null, "usage.manyCorpora");
        refuseIf(corpora.stream().anyMatch(EvalCommand::table), "usage.ownQuestions");
        refuseIf(corpora.isEmpty() && fresh, "usage.evalFresh");
        refuseIf(unanswerable != null && noAnswers, "usage.evalForeign");
    }

    /// A table of questions is no set: it has no documents.
    private static boolean table(Path place) {
        return place.toString().toLowerCase(Locale.ROOT).matches(".*\\.(?:csv|tsv|jsonl)");
    }

    private void refuseIf(boolean wrong, String key) {
        if (wrong) {
            throw Session.wrongUsage(Objects.requireNonNull(spec), key);
        }
    }

    private EvalRun.Wanted wanted() throws ProblemException {
        List<TestQuestion> foreign =
                unanswerable == null
                        ? List.of()
                        : TestSet.read(unanswerable).questions().stream()
                                .map(EvalCommand::withoutAnswer)
                                .toList();
        return new EvalRun.Wanted(mode == null ? ALL : List.of(mode), !noAnswers, foreign);
    }

    private static TestQuestion withoutAnswer(TestQuestion question) {
        return new TestQuestion(question.id(), question.text(), Map.of(), List.of());
    }

    /// @param each whether what became of each question is shown too
    private void show(EvalRun.Measured measured, boolean each) {
        if (session.json()) {
            if (each) {
                EvalOutput.Asked.of(measured).forEach(session::printJson);
            }
            session.printJson(EvalOutput.Measured.of(measured));
        } else {
            if (each) {
                EvalText.questions(measured).forEach(session::print);
            }
            EvalText.lines(measured).forEach(session::print);
        }
    }
}
