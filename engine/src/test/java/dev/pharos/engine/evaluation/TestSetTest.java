package dev.pharos.engine.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

final class TestSetTest {
    @TempDir Path folder;

    @BeforeEach
    void aGoodSet() throws IOException {
        write(
                "corpus.jsonl",
                """
                {"_id": "1", "title": "Pharos", "text": "A tower."}

                {"_id": "2", "text": "A ship."}
                """);
        write(
                "queries.jsonl",
                """
                {"_id": "q", "text": "Which tower?"}
                {"_id": "r", "text": "Nobody judged this."}
                {"_id": "s", "text": "Who was he?", "answers": [], "paragraph_id": "1"}
                """);
        write("qrels.tsv", "query-id\tcorpus-id\tscore\nq\t1\t2\nq\t2\t0\n");
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Problem problem(Path place) {
        return assertThrows(ProblemException.class, () -> TestSet.read(place)).problem();
    }

    private Problem bad(String file, long line, Kind kind, Object... told) {
        return new Problem.BadTestSet(folder.resolve(file), line, Detail.of(kind, told));
    }

    @Test
    void aFolderGivesItsDocumentsAndTheQuestionsThatAreJudged() throws Exception {
        var set = TestSet.read(folder);
        var documents = new ArrayList<TestDocument>();
        set.corpus().each(documents::add);

        assertEquals(
                List.of(
                        new TestDocument("1", "Pharos", "A tower."),
                        new TestDocument("2", "", "A ship.")),
                documents);
        assertEquals(
                List.of(
                        new TestQuestion("q", "Which tower?", Map.of("1", 2, "2", 0), List.of()),
                        new TestQuestion("s", "Who was he?", Map.of(), List.of())),
                set.questions());
    }

    @Test
    void judgementsMayLieInAFolderAndNeedNoTitles() throws Exception {
        Files.delete(folder.resolve("qrels.tsv"));
        write("qrels/test.tsv", "q\t0\t1\t1\r\n");
        assertEquals(Map.of("1", 1), TestSet.read(folder).questions().getFirst().gains());
    }

    @Test
    void aFolderThatIsNoSetSaysWhatIsMissing() throws Exception {
        Files.delete(folder.resolve("corpus.jsonl"));
        assertEquals(bad("", 0, Kind.MISSING_PART, "corpus.jsonl"), problem(folder));
    }

    @Test
    void aLineThatIsNoJsonIsTold() throws Exception {
        write("queries.jsonl", "{\"_id\": \"q\", \"text\": \"Which tower?\"}\n{\"_id\": \"r\", \n");
        assertEquals(bad("queries.jsonl", 2, Kind.NO_JSON_OBJECT), problem(folder));
    }

    @Test
    void aDocumentWithoutTextIsTold() throws Exception {
        write("corpus.jsonl", "{\"_id\": \"1\", \"title\": \"Pharos\"}\n");
        assertThrows(ProblemException.class, () -> TestSet.read(folder).corpus().each(_ -> {}));
    }

    @Test
    void aJudgementOfAnUnknownDocumentIsTold() throws Exception {
        write("qrels.tsv", "q\t1\t1\nq\t77\t1\n");
        assertEquals(bad("qrels.tsv", 2, Kind.UNKNOWN_ID, "77", "corpus.jsonl"), problem(folder));
    }

    @Test
    void aScoreThatIsNoNumberIsTold() throws Exception {
        write("qrels.tsv", "q\t1\t1\nq\t2\tgood\n");
        assertEquals(bad("qrels.tsv", 2, Kind.NO_WHOLE_NUMBER, "good"), problem(folder));
    }

    @Test
    void aSetWithoutJudgementsIsTold() throws Exception {
        Files.delete(folder.resolve("queries.jsonl"));
        write("queries.jsonl", "{\"_id\": \"q\", \"text\": \"Which tower?\"}\n");
        write("qrels.tsv", "query-id\tcorpus-id\tscore\n");
        assertEquals(bad("qrels.tsv", 0, Kind.NOTHING_TO_MEASURE), problem(folder));
    }

    @Test
    void aFileOfSquadGivesItsParagraphsAndTheQuestionsThatHaveNoAnswer() throws Exception {
        write(
                "squad.json",
                """
                {"version": "v2.0", "data": [{"title": "The_tower", "paragraphs": [{"context": "Sostratus built it.",
                  "qas": [{"id": "a", "question": "Who built it?", "answers": [{"text": "Sostratus", "answer_start": 0}]},
                          {"id": "b", "question": "Who sank it?", "answers": [], "is_impossible": true}]}]}]}
                """);
        var set = TestSet.read(folder.resolve("squad.json"));
        var documents = new ArrayList<TestDocument>();
        set.corpus().each(documents::add);

        assertEquals(
                List.of(new TestDocument("0-0", "The tower", "Sostratus built it.")), documents);
        assertEquals(
                List.of(
                        new TestQuestion(
                                "a", "Who built it?", Map.of("0-0", 1), List.of("Sostratus")),
                        new TestQuestion("b", "Who sank it?", Map.of(), List.of())),
                set.questions());
    }

    @Test
    void wordsStayAsTheyAreInTheNote() {
        assertEquals(
                "# C\\# \\& \\*more\\*\n\n1\\. f(x) \\[1\\]\n\nSecond.\n\n",
                TestLibrary.markdown(
                        new TestDocument("1", "C# & *more*", "1. f(x)\n[1]\n\nSecond.")));
    }
}
