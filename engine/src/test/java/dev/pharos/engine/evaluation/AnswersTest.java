package dev.pharos.engine.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.document.PlainText;
import dev.pharos.engine.evaluation.AnswerFigures.Unanswerable;
import dev.pharos.engine.evaluation.AnsweredQuestion.Proof;
import dev.pharos.engine.evaluation.AnsweredQuestion.Verdict;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

final class AnswersTest {
    private static final double EXACT = 1e-12;

    @TempDir Path temp;

    private static TestQuestion question(String... answers) {
        return new TestQuestion("q", "Who?", Map.of("d", 1), List.of(answers));
    }

    @Test
    void repliesAreComparedWithoutCaseSignsAndArticles() {
        assertEquals(1, AnswerWords.f1("The Tower!", List.of("tower"), "en"), EXACT);
        // Two of three words said, two of two right: 2 * 2 / (3 + 2).
        assertEquals(
                0.8, AnswerWords.f1("a high old tower", List.of("hut", "old tower"), "en"), EXACT);
        assertEquals(false, AnswerWords.same("Der Turm", List.of("Turm"), "en"));
        assertEquals(true, AnswerWords.same("Der Turm", List.of("Turm"), "de"));
        assertEquals(false, AnswerWords.holds("In 1308 it fell.", List.of("308"), "en"));
        assertEquals(true, AnswerWords.holds("It is 7,000 m high.", List.of("7,000 m"), "en"));
    }

    @Test
    void aRefusalIsWrongOnlyWhereThereIsAnAnswer() {
        var right =
                new AnsweredQuestion(question("x"), List.of(new Proof(true, true, true)), 1, false);
        var elsewhere =
                new AnsweredQuestion(
                        question("x"),
                        List.of(new Proof(true, false, false), new Proof(false, true, false)),
                        0,
                        false);
        var refused = new AnsweredQuestion(question("x"), List.of(), 0, false);
        var none = new TestQuestion("n", "What?", Map.of(), List.of());
        var all = List.of(right, elsewhere, refused);

        assertEquals(
                List.of(Verdict.RIGHT, Verdict.OTHER, Verdict.REFUSED),
                all.stream().map(AnsweredQuestion::verdict).toList());
        assertEquals(2 / 3.0, AnswerMetric.ANSWERED.of(all).value(), EXACT);
        assertEquals(1 / 3.0, AnswerMetric.SHOWN_HOLDS.of(all).value(), EXACT);
        assertEquals((1 + 0.5) / 2, AnswerMetric.CITATION_STANDS.of(all).value(), EXACT);
        assertEquals((1 + 0) / 2.0, AnswerMetric.CITATION_RIGHT.of(all).value(), EXACT);
        var figures =
                new AnswerFigures(
                        all,
                        Map.of(
                                Unanswerable.MARKED,
                                List.of(
                                        new AnsweredQuestion(none, List.of(), 0, false),
                                        new AnsweredQuestion(none, right.proofs(), 0, false))));
        assertEquals(0.5, figures.refused(Unanswerable.MARKED).value(), EXACT);
        assertEquals(0, figures.refused(Unanswerable.FOREIGN).count());
    }

    private Library library() throws Exception {
        Files.writeString(
                temp.resolve("tower.txt"),
                "The architect of the tower was Sostratus of Knidos. It was built of pale stone.");
        Files.writeString(temp.resolve("ship.txt"), "The ship was called Syracusia by its king.");
        var library =
                Library.open(
                        temp.resolve("library"),
                        Library.Access.WRITE,
                        new Abilities(
                                new PlainText(),
                                FixedEmbedders.of(new HashingEmbedder()),
                                Abilities.Chat.NONE));
        var files = List.of(temp.resolve("tower.txt"), temp.resolve("ship.txt"));
        library.importer().importAll(files, ImportListener.NONE, Progress.NONE);
        library.meaning().await(Progress.NONE);
        return library;
    }

    @Test
    void ownQuestionsAreAskedOfTheOwnLibrary() throws Exception {
        var file =
                Files.writeString(
                        temp.resolve("mine.csv"),
                        """
                        \uFEFFquestion;source;answer
                        "Who was the architect of the tower?";tower.txt;Sostratus
                        "Which vitamins does broccoli contain?";;
                        """);
        try (var library = library()) {
            var questions = QuestionFile.read(file, library.sources().all());
            var asked =
                    new AnswerEvaluation(library, id -> List.of(id.toString()))
                            .ask(questions, Progress.NONE);
            assertEquals(
                    List.of(Verdict.RIGHT, Verdict.RIGHTLY_REFUSED),
                    asked.stream().map(AnsweredQuestion::verdict).toList());
            assertEquals(List.of("2", "3"), questions.stream().map(TestQuestion::id).toList());
        }
    }

    @Test
    void whatAnswersIsNotAskedWhereItIsHidden() throws Exception {
        try (var library = library()) {
            var tower = library.sources().atPath(temp.resolve("tower.txt")).orElseThrow().id();
            var question =
                    new TestQuestion(
                            "q",
                            "Who was the architect of the tower?",
                            Map.of(tower.toString(), 1),
                            List.of("Sostratus"));
            var asking = new AnswerEvaluation(library, id -> List.of(id.toString()));

            assertEquals(
                    List.of(true, false),
                    List.of(
                            asking.askOfOthers(List.of(question), Progress.NONE)
                                    .getFirst()
                                    .refused(),
                            asking.ask(List.of(question), Progress.NONE).getFirst().refused()));
        }
    }

    @Test
    void aSourceThatTheLibraryDoesNotHaveIsToldWithItsLine() throws Exception {
        var file =
                Files.writeString(
                        temp.resolve("mine.jsonl"),
                        "\n{\"question\": \"Who?\", \"source\": [\"Moon landing\"]}\n");
        assertEquals(
                new Problem.BadTestSet(
                        file, 2, Detail.of(Detail.Kind.NO_SUCH_SOURCE, "Moon landing")),
                assertThrows(ProblemException.class, () -> QuestionFile.read(file, List.of()))
                        .problem());
    }

    @Test
    void aQuotationMarkThatIsNeverClosedIsTold() throws Exception {
        var file = Files.writeString(temp.resolve("mine.csv"), "question,source\n\"Who?,x\n");
        var thrown = assertThrows(ProblemException.class, () -> QuestionFile.read(file, List.of()));
        assertEquals(
                Detail.of(Detail.Kind.OPEN_QUOTE),
                ((Problem.BadTestSet) thrown.problem()).detail());
    }

    @Test
    void aTableWithoutQuestionsIsTold() throws Exception {
        var file = Files.writeString(temp.resolve("mine.tsv"), "title\tsource\nWho?\tx\n");
        assertEquals(
                new Problem.BadTestSet(file, 1, Detail.of(Detail.Kind.NO_COLUMN, "question")),
                assertThrows(ProblemException.class, () -> QuestionFile.read(file, List.of()))
                        .problem());
    }
}
