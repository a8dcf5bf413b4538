package dev.pharos.engine.evaluation;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.answer.AnswerListener;
import dev.pharos.engine.answer.AnswerMode;
import dev.pharos.engine.answer.Asked;
import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Asks a library questions and looks up what its answers cite.
public final class AnswerEvaluation {
    private static final Pattern MARKER = Pattern.compile(" ?\\[\\d+]");

    private final Library library;
    private final Function<SourceId, List<String>> documents;

    /// @param documents ids of the documents that a source stands for
    public AnswerEvaluation(Library library, Function<SourceId, List<String>> documents) {
        this.library = library;
        this.documents = documents;
    }

    /// Blocks. Progress counts questions.
    ///
    /// @throws java.util.concurrent.CancellationException if cancelled
    public List<AnsweredQuestion> ask(List<TestQuestion> questions, Progress progress)
            throws ProblemException {
        var answered = new ArrayList<AnsweredQuestion>();
        for (var question : questions) {
            progress.checkpoint();
            answered.add(ask(question, null));
            progress.report(answered.size(), questions.size());
        }
        return answered;
    }

    /// Asks questions of all sources but those that are known to answer them. Blocks; progress
    /// counts questions.
    ///
    /// @throws java.util.concurrent.CancellationException if cancelled
    public List<AnsweredQuestion> askOfOthers(List<TestQuestion> questions, Progress progress)
            throws ProblemException {
        var all = library.sources().all().stream().map(Source::id).toList();
        var answered = new ArrayList<AnsweredQuestion>();
        for (var question : questions) {
            progress.checkpoint();
            var others = all.stream().filter(source -> !answers(question, documents.apply(source)));
            answered.add(ask(question, others.toList()));
            progress.report(answered.size(), questions.size());
        }
        return answered;
    }

    private static boolean answers(TestQuestion question, List<String> ids) {
        return ids.stream().anyMatch(id -> question.gains().getOrDefault(id, 0) > 0);
    }

    private AnsweredQuestion ask(TestQuestion question, @Nullable List<SourceId> among)
            throws ProblemException {
        var asked = new Asked(question.text(), AnswerMode.DIRECT, among);
        var answer = library.answerer().answer(asked, AnswerListener.of(_ -> {}), Progress.NONE);
        if (!answer.supported()) {
            return new AnsweredQuestion(question, List.of(), 0, false);
        }
        var proofs = answer.citations().stream().map(each -> proof(question, each)).toList();
        var reply = MARKER.matcher(answer.text()).replaceAll("");
        var language = language(answer);
        return new AnsweredQuestion(
                question,
                proofs,
                AnswerWords.f1(reply, question.answers(), language),
                AnswerWords.same(reply, question.answers(), language));
    }

    private AnsweredQuestion.Proof proof(TestQuestion question, Citation citation) {
        var text = library.sources().document(citation.source()).orElseThrow().text();
        int start = citation.place().startOffset();
        int end = citation.place().endOffset();
        boolean stands =
                start >= 0
                        && start <= end
                        && end <= text.length()
                        && text.substring(start, end).equals(citation.quote());
        boolean right = answers(question, documents.apply(citation.source()));
        return new AnsweredQuestion.Proof(
                stands,
                right,
                AnswerWords.holds(
                        citation.quote(), question.answers(), language(citation.source())));
    }

    private String language(Answer answer) {
        return language(answer.citations().getFirst().source());
    }

    private String language(SourceId source) {
        return library.sources().find(source).map(Source::language).orElse("und");
    }
}
