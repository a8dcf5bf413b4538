package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.model.ModelKind;
import dev.pharos.engine.model.ModelShelf;
import dev.pharos.engine.model.Shelved;
import dev.pharos.engine.model.Shelved.Misfit;
import dev.pharos.engine.model.Shelved.State;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.SpeechModels;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;

/// `pharos models`: the models that are here and those that can be had; the only place where the
/// command line fetches anything.
@Command(name = "models")
final class ModelsCommand implements Callable<Integer> {

    /// What to do with models.
    enum Action {
        LIST,
        GET,
        ADD,
        REMOVE,
        VERIFY,
        TEST
    }

    /// What a trial has shown.
    ///
    /// @param device that it ran on
    /// @param speed seconds of sound, or texts, a second
    /// @param notice that another device was to do it and failed, or null
    record Tried(String id, String device, double speed, long loadMs, @Nullable String notice) {}

    /// A model that is gone.
    record Removed(String id, boolean removed) {}

    /// One model each.
    @FunctionalInterface
    private interface Each {
        @Nullable Shelved of(String named, Progress progress) throws ProblemException;
    }

    private static final Comparator<Shelved> RECOMMENDED_FIRST =
            Comparator.comparing((Shelved model) -> model.info().kind())
                    .thenComparing(model -> !model.info().recommended());

    private final Session session;

    @Spec @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ACTION", descriptionKey = "ACTION", arity = "0..1")
    Action action = Action.LIST;

    @Parameters(index = "1..*", paramLabel = "MODEL|FILE", descriptionKey = "MODEL", arity = "0..*")
    List<String> named = List.of();

    @Option(names = "--kind", paramLabel = "KIND")
    @Nullable ModelKind kind;

    @Option(names = "--here")
    boolean here;

    @Option(names = "--force")
    boolean force;

    private @Nullable Tried tried;
    private String removed = "";
    private boolean first;

    ModelsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        var command = Objects.requireNonNull(spec);
        if (action == Action.LIST) {
            if (!named.isEmpty() || force) {
                throw Session.wrongUsage(command, "usage.modelsList");
            }
            return list();
        }
        if (kind != null || here || force && action != Action.GET) {
            throw Session.wrongUsage(command, "usage.modelsOptions");
        }
        if (action == Action.GET && named.contains(SpeechModels.DEMO)) {
            throw Session.wrongUsage(command, "usage.modelsDemo");
        }
        if (named.isEmpty()) {
            throw Session.wrongUsage(
                    command, "usage.modelsNone", action.name().toLowerCase(Locale.ROOT));
        }
        var shelf = session.wiring().shelf();
        return switch (action) {
            case LIST -> throw new IllegalStateException();
            case GET -> each(this::get);
            case ADD -> each((file, progress) -> shelf.add(Path.of(file), progress));
            case REMOVE -> each((model, _) -> remove(shelf, model));
            case VERIFY -> each((model, progress) -> verify(shelf, model, progress));
            case TEST -> each((model, progress) -> test(shelf, model, progress));
        };
    }

    private int list() {
        var wanted =
                session.wiring().shelf().all().stream()
                        .filter(model -> kind == null || model.info().kind() == kind)
                        .filter(model -> !here || model.present())
                        .sorted(RECOMMENDED_FIRST)
                        .toList();
        if (!session.json() && !wanted.isEmpty()) {
            session.print(text("models.header"));
        }
        for (var model : wanted) {
            if (session.json()) {
                session.printJson(ModelOutput.of(model));
            } else {
                session.print(ModelText.line(model));
            }
        }
        if (wanted.isEmpty() && !session.json()) {
            session.tell(text("models.none"));
        }
        return ExitCode.DONE;
    }

    /// One after another; a problem of one does not stop the others.
    private int each(Each work) throws ProblemException {
        int failed = 0;
        for (var one : named) {
            try (var bar = session.bar((done, total) -> ModelText.progress(one, done, total))) {
                var shelved = work.of(one, bar);
                bar.close();
                show(one, shelved);
            } catch (ProblemException e) {
                if (named.size() == 1) {
                    throw e;
                }
                session.tell(AbsentModel.words(session.wiring().shelf(), e.problem()));
                failed++;
            }
        }
        return failed == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    /// @param shelved null where the model is gone
    private void show(String one, @Nullable Shelved shelved) {
        if (shelved != null && tried != null) {
            show(shelved.info().kind(), tried);
            return;
        }
        if (shelved == null) {
            showRemoved(one);
        } else if (session.json()) {
            session.printJson(ModelOutput.of(shelved));
        } else {
            session.print(ModelText.line(shelved));
        }
        if (shelved == null || session.json()) {
            return;
        }
        switch (action) {
            case ADD -> session.tell(added(one, shelved.info().id()));
            case VERIFY ->
                    session.tell(
                            text(
                                    first ? "models.verifiedFirst" : "models.verified",
                                    shelved.info().id()));
            case GET, LIST, REMOVE, TEST -> {}
        }
    }

    /// Says why it has not the name of its file, where it has another.
    private String added(String file, String id) {
        var plain = id.replaceFirst("-\\d+$", "");
        boolean beside =
                !file.contains(id.substring(id.indexOf('/') + 1))
                        && session.wiring().shelf().all().stream()
                                .anyMatch(model -> model.info().id().equals(plain));
        return beside && !plain.equals(id)
                ? text("models.addedBeside", id, plain)
                : text("models.added", id);
    }

    private void showRemoved(String one) {
        if (session.json()) {
            session.printJson(new Removed(removed, true));
        } else {
            session.tell(text("models.removed", one));
        }
    }

    private void show(ModelKind what, Tried trial) {
        if (trial.notice() != null) {
            session.tell(trial.notice());
        }
        if (session.json()) {
            session.printJson(trial);
        } else {
            session.print(
                    text(
                            "models.tested",
                            trial.id(),
                            trial.device(),
                            text(
                                    what == ModelKind.SPEECH
                                            ? "models.speedSound"
                                            : "models.speedTexts",
                                    trial.speed()),
                            trial.loadMs()));
        }
    }

    private Shelved test(ModelShelf shelf, String model, Progress progress)
            throws ProblemException {
        var wanted = shelf.find(id(shelf, model));
        var tryable = Set.of(ModelKind.SPEECH, ModelKind.EMBEDDING);
        if (!tryable.contains(wanted.info().kind())) {
            throw Session.wrongUsage(
                    Objects.requireNonNull(spec), "usage.modelsTest", wanted.info().id());
        }
        if (!wanted.present()) {
            throw new ProblemException(
                    new Problem.MissingModel(wanted.info().id(), shelf.folder()));
        }
        var outcome = session.wiring().trial().run(wanted.info().id(), progress);
        tried =
                new Tried(
                        wanted.info().id(),
                        outcome.device().name(),
                        outcome.speed(),
                        outcome.loadMs(),
                        outcome.notice() == null ? null : ProblemText.of(outcome.notice()));
        return wanted;
    }

    private Shelved verify(ModelShelf shelf, String model, Progress progress)
            throws ProblemException {
        var wanted = shelf.find(id(shelf, model));
        first = wanted.unknown();
        return shelf.verify(wanted.info().id(), progress);
    }

    private Shelved get(String model, Progress progress) throws ProblemException {
        var shelf = session.wiring().shelf();
        var wanted = shelf.find(id(shelf, model));
        if (wanted.info().kind() == ModelKind.CHAT) {
            throw Session.wrongUsage(
                    Objects.requireNonNull(spec),
                    "usage.modelsChat",
                    wanted.info().id().substring("chat/".length()));
        }
        var misfit = wanted.fit().misfit();
        if (wanted.info().kind() == ModelKind.RERANKING && !wanted.present()) {
            session.tell(text("models.takesRoom", wanted.info().id()));
        }
        if (misfit != null
                && !wanted.present()
                && !(misfit instanceof Misfit.TooLittleDisk)) { // the attempt itself tells that
            session.tell(text("models.misfit", wanted.info().id(), ModelText.misfit(misfit)));
        }
        return shelf.fetch(wanted.info().id(), force, progress);
    }

    private @Nullable Shelved remove(ModelShelf shelf, String model) throws ProblemException {
        var doomed = shelf.find(id(shelf, model));
        if (doomed.state() instanceof State.Present(_, _, boolean bundled, _, _) && bundled) {
            throw Session.wrongUsage(
                    Objects.requireNonNull(spec), "usage.modelsBundled", doomed.info().id());
        }
        if (doomed.state() instanceof State.Absent) {
            throw new ProblemException(
                    new Problem.MissingModel(doomed.info().id(), shelf.folder()));
        }
        removed = doomed.info().id();
        if (doomed.info().kind() == ModelKind.EMBEDDING) {
            removeUnlessSearchedWith(shelf, removed);
        } else {
            shelf.remove(removed);
        }
        return null;
    }

    /// The library says which model that is.
    private void removeUnlessSearchedWith(ModelShelf shelf, String id) throws ProblemException {
        try (var library = session.wiring().open(session.libraryFolder(), Library.Access.READ)) {
            session.wiring().spareModelsOf(library);
            var next = library.embedding().state().next();
            if (next != null && id.equals("embedding/" + next.id())) {
                throw new ProblemException(new Problem.ModelComing(id));
            }
            shelf.remove(id);
        } catch (ProblemException e) {
            if (!(e.problem() instanceof Problem.LibraryMissing)) {
                throw e;
            }
            shelf.remove(id);
        }
    }

    /// The whole id of what was typed: it may lack the kind, where only one model is called so.
    private static String id(ModelShelf shelf, String typed) {
        var ids = shelf.all().stream().map(model -> model.info().id()).toList();
        var alike = ids.stream().filter(id -> id.endsWith("/" + typed)).toList();
        return !ids.contains(typed) && alike.size() == 1 ? alike.getFirst() : typed;
    }
}
