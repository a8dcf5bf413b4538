package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.answer.AnswerScale;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.meaning.EmbeddingChoice;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// `pharos embedder`: which model a library is searched with, and the change to another one.
@Command(name = "embedder")
final class EmbedderCommand implements Callable<Integer> {
    private static final long LOOK_NANOS = 100_000_000;

    /// What models for embedding are called on the shelf, before their id.
    private static final String SHELF = "embedding/";

    /// What to do.
    enum Action {
        SHOW,
        CHANGE,
        STOP,
        UNDO,
        FORGET
    }

    private final Session session;

    @Spec @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ACTION", descriptionKey = "ACTION", arity = "0..1")
    Action action = Action.SHOW;

    @Parameters(index = "1", paramLabel = "MODEL", descriptionKey = "MODEL", arity = "0..1")
    @Nullable String model;

    @Option(names = "--wait")
    boolean wait;

    EmbedderCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        checkUsage();
        checkThere();
        var access = action == Action.SHOW ? Library.Access.READ : Library.Access.WRITE;
        try (var library = session.open(access)) {
            var embedding = library.embedding();
            if (action == Action.UNDO && embedding.state().previous() == null) {
                session.tell(text("embedder.nothingToUndo"));
                return ExitCode.PROBLEM;
            }
            change(embedding);
            if (wait) {
                await(embedding);
            }
            show(embedding.state());
        }
        return ExitCode.DONE;
    }

    private void checkUsage() {
        var command = Objects.requireNonNull(spec);
        if ((action == Action.CHANGE) != (model != null)) {
            throw Session.wrongUsage(command, "usage.embedderModel");
        }
        if (wait && action != Action.CHANGE && action != Action.UNDO) {
            throw Session.wrongUsage(command, "usage.embedderWait");
        }
    }

    /// What can change nothing makes no library either.
    private void checkThere() throws ProblemException {
        if (model == null && action != Action.SHOW) {
            session.open(Library.Access.READ).close();
        } else if (model != null
                && session.wiring().embedders().available().stream()
                        .noneMatch(each -> each.id().equals(id(model)))) {
            throw unusable(id(model));
        }
    }

    /// Why the library cannot be searched with it: it is not here, or nobody knows it, or it cannot
    /// be opened.
    private ProblemException unusable(String wanted) throws ProblemException {
        if (session.wiring().shelf().find(SHELF + wanted).present()) {
            session.wiring().embedders().open(wanted).close();
        }
        return new ProblemException(new Problem.EmbedderMissing(wanted));
    }

    private void change(EmbeddingChoice embedding) throws ProblemException {
        switch (action) {
            case SHOW -> {}
            case CHANGE -> {
                String id = id(Objects.requireNonNull(model));
                embedding.change(id);
                if (!AnswerScale.suits(id)) {
                    session.tell(text("embedder.loose", id));
                }
            }
            case STOP -> embedding.stop();
            case UNDO -> embedding.undo();
            case FORGET -> embedding.forgetOthers();
        }
    }

    private static String id(String name) {
        return name.startsWith(SHELF) ? name.substring(SHELF.length()) : name;
    }

    private void await(EmbeddingChoice embedding) throws ProblemException {
        try (var bar = session.bar("progress.embedder")) {
            var state = embedding.state();
            while (state.next() != null) {
                bar.report(state.embedded(), state.total());
                bar.checkpoint();
                if (state.problem() != null) {
                    throw new ProblemException(state.problem());
                }
                LockSupport.parkNanos(LOOK_NANOS);
                state = embedding.state();
            }
        }
    }

    private void show(EmbeddingChoice.State state) {
        var shown = EmbedderOutput.of(state, session.wiring().embedders());
        if (session.json()) {
            session.printJson(shown);
            return;
        }
        session.print(text("embedder.current", shown.current()));
        if (shown.next() != null) {
            session.print(
                    text(
                            "embedder.next",
                            shown.next(),
                            shown.embedded(),
                            shown.total(),
                            shown.current()));
            session.tell(text("embedder.goesOn", shown.next()));
        }
        if (shown.device() != null) {
            session.print(text("embedder.device", shown.device()));
        }
        if (shown.previous() != null) {
            session.print(text("embedder.previous", shown.previous()));
        }
        shown.available().stream()
                .filter(id -> !id.equals(shown.current()) && !id.equals(shown.next()))
                .forEach(id -> session.print(text("embedder.other", id)));
        if (shown.problem() != null) {
            session.tell(shown.problem());
        }
    }
}
