package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.evaluation.AnswerEvaluation;
import dev.pharos.engine.evaluation.AnswerFigures;
import dev.pharos.engine.evaluation.AnswerFigures.Unanswerable;
import dev.pharos.engine.evaluation.AnsweredQuestion;
import dev.pharos.engine.evaluation.QuestionFile;
import dev.pharos.engine.evaluation.RetrievalEvaluation;
import dev.pharos.engine.evaluation.RetrievalFigures;
import dev.pharos.engine.evaluation.TestLibrary;
import dev.pharos.engine.evaluation.TestQuestion;
import dev.pharos.engine.evaluation.TestSet;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Query;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/// One run of `pharos eval`: on a test set, in a library of its own in the cache folder that is
/// used again as long as its corpus stays the same, or on the user's library.
final class EvalRun {
    private static final String FOLDER = "evaluation";

    /// What is measured.
    ///
    /// @param modes of searching
    /// @param answers whether the built-in answerer is asked where answers are known
    /// @param foreign questions that nothing in any of the libraries answers
    record Wanted(List<Query.Mode> modes, boolean answers, List<TestQuestion> foreign) {}

    /// @param name of the set
    /// @param documents how many there are
    /// @param questions that were asked, those of other sets not among them
    /// @param embedder id of the model that was searched with
    /// @param answers null where no question was asked
    record Measured(
            String name,
            int documents,
            List<TestQuestion> questions,
            String embedder,
            RetrievalFigures retrieval,
            @Nullable AnswerFigures answers) {}

    private final Session session;
    private final Wanted wanted;

    EvalRun(Session session, Wanted wanted) {
        this.session = session;
        this.wanted = wanted;
    }

    /// Blocks. What was imported stays where it is cancelled.
    ///
    /// @param fresh whether the library is made anew
    /// @throws java.util.concurrent.CancellationException if cancelled
    Measured of(TestSet set, boolean fresh) throws ProblemException {
        var documents = TestLibrary.of(set.corpus());
        var folder = session.wiring().folders().cache().resolve(FOLDER).resolve(documents.name());
        if (fresh) {
            delete(folder);
        }
        try (var library = open(folder.resolve("library"))) {
            tellOfFailed(fill(documents, library, folder));
            try (var bar = session.bar("progress.meaning")) {
                library.meaning().await(bar);
            }
            var known = documents.documents(library);
            var run = new OnLibrary(library, id -> known.getOrDefault(id, List.of()));
            boolean asked = wanted.answers() && set.tellsAnswers();
            var retrieval = run.searches(set.questions());
            var answers = asked ? run.answers(set.questions()) : null;
            return run.measured(set.name(), documents.count(), set.questions(), retrieval, answers);
        }
    }

    private int fill(TestLibrary documents, Library library, Path folder) throws ProblemException {
        try (var bar = session.bar("progress.documents")) {
            return documents.fill(library, folder.resolve("documents"), bar);
        }
    }

    private void tellOfFailed(int failed) {
        if (failed > 0) {
            session.tell(text("eval.failed", failed));
        }
    }

    /// The user's own questions on the user's own library, which stays as it is. Blocks.
    ///
    /// @throws java.util.concurrent.CancellationException if cancelled
    Measured ofOwn(Path file) throws ProblemException {
        try (var library = session.open(Library.Access.READ)) {
            var sources = library.sources().all();
            var questions = QuestionFile.read(file, sources);
            var run = new OnLibrary(library, id -> List.of(id.toString()));
            var retrieval = run.searches(questions);
            var answers = wanted.answers() ? run.answers(questions) : null;
            session.tellIfBehind(library);
            return run.measured(file.toString(), sources.size(), questions, retrieval, answers);
        }
    }

    private Library open(Path folder) throws ProblemException {
        try (var bar = session.bar("progress.index")) {
            return session.wiring()
                    .open(
                            folder,
                            Library.Access.WRITE,
                            Abilities.Chat.NONE,
                            session.wiring()::transcriptionOptions,
                            bar);
        }
    }

    private static void delete(Path folder) throws ProblemException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemException(new Problem.FolderNotWritable(folder), e);
        }
    }

    /// The same run, once there is a library.
    private final class OnLibrary {
        private final Library library;
        private final Function<SourceId, List<String>> documents;

        OnLibrary(Library library, Function<SourceId, List<String>> documents) {
            this.library = library;
            this.documents = documents;
        }

        RetrievalFigures searches(List<TestQuestion> questions) throws ProblemException {
            try (var bar = session.bar("progress.searches")) {
                return new RetrievalEvaluation(library, documents)
                        .measure(questions, wanted.modes(), bar);
            }
        }

        Measured measured(
                String name,
                int count,
                List<TestQuestion> questions,
                RetrievalFigures retrieval,
                @Nullable AnswerFigures answers) {
            session.tellOfDevice(library);
            var embedder = library.embedding().state().current().id();
            return new Measured(name, count, questions, embedder, retrieval, answers);
        }

        AnswerFigures answers(List<TestQuestion> questions) throws ProblemException {
            var asking = new AnswerEvaluation(library, documents);
            Map<Unanswerable, List<AnsweredQuestion>> refused = new EnumMap<>(Unanswerable.class);
            var marked = only(questions, question -> !question.answerable());
            if (!marked.isEmpty()) {
                refused.put(Unanswerable.MARKED, ask(asking, marked));
            }
            if (!wanted.foreign().isEmpty()) {
                refused.put(Unanswerable.FOREIGN, ask(asking, wanted.foreign()));
            }
            var judged = only(questions, TestQuestion::judged);
            if (!judged.isEmpty()) {
                try (var bar = session.bar("progress.hidden")) {
                    refused.put(Unanswerable.HIDDEN, asking.askOfOthers(judged, bar));
                }
            }
            return new AnswerFigures(
                    ask(asking, only(questions, TestQuestion::answerable)), refused);
        }

        private List<AnsweredQuestion> ask(AnswerEvaluation asking, List<TestQuestion> questions)
                throws ProblemException {
            try (var bar = session.bar("progress.questions")) {
                return asking.ask(questions, bar);
            }
        }

        private static List<TestQuestion> only(
                List<TestQuestion> questions, Predicate<TestQuestion> which) {
            return questions.stream().filter(which).toList();
        }
    }
}
