package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `pharos ask QUESTION…`: an answer from the library with its proofs, or the honest word that
/// there is none.
@Command(name = "ask")
final class AskCommand implements Callable<Integer> {
    private final Session session;

    @Spec @Nullable CommandSpec spec;

    @Parameters(paramLabel = "QUESTION", descriptionKey = "QUESTION", arity = "1..*")
    List<String> words = List.of();

    @Option(names = "--endpoint", paramLabel = "URL")
    @Nullable String endpoint;

    @Option(names = "--model", paramLabel = "NAME")
    @Nullable String model;

    @Option(names = "--allow-remote")
    boolean allowRemote;

    AskCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        var question = String.join(" ", words).strip();
        if (question.isEmpty()) {
            throw Session.wrongUsage(Objects.requireNonNull(spec), "usage.noQuestion");
        }
        var chat = new ChatChoice(endpoint, model, allowRemote);
        if (chat.lacksModel(System.getenv())) {
            throw Session.wrongUsage(Objects.requireNonNull(spec), "usage.noModel");
        }
        var model = chat.over(session.wiring(), System.getenv());
        boolean drafted = model.isPresent() && session.terminal() && !session.json();
        try (var library = session.open(Library.Access.READ, () -> model);
                var bar = session.bar("progress.answer")) {
            if (drafted) {
                session.tell(text("ask.draft"));
            }
            var answer =
                    library.answerer()
                            .answer(question, drafted ? session::tellPiece : _ -> {}, bar);
            if (drafted) {
                session.tell("");
                session.tell("");
            }
            show(answer, library);
            session.tellIfBehind(library);
        }
        return ExitCode.DONE;
    }

    private void show(Answer answer, Library library) {
        if (session.json()) {
            session.printJson(FoundOutput.Answered.of(answer));
        } else {
            new AnswerText(library.sources(), session.terminal())
                    .lines(answer)
                    .forEach(session::print);
        }
    }
}
