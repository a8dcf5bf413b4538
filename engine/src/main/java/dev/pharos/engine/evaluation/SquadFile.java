package dev.pharos.engine.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// A test set in the JSON of SQuAD (Rajpurkar et al., 2016, 2018) and XQuAD (Artetxe et al., 2020):
/// articles of paragraphs with questions. Each paragraph is a document, `article-paragraph` its id;
/// a question without answers is known to have none.
final class SquadFile {
    private final Path file;
    private final List<TestDocument> documents = new ArrayList<>();
    private final List<TestQuestion> questions = new ArrayList<>();

    private SquadFile(Path file) {
        this.file = file;
    }

    static TestSet read(Path file) throws ProblemException {
        var squad = new SquadFile(file);
        squad.articles(tree(file).path("data"));
        BeirFolder.nonEmpty(file, squad.questions.size());
        return new TestSet(file.toString(), Corpus.of(squad.documents), squad.questions);
    }

    private static JsonNode tree(Path file) throws ProblemException {
        try (var in = Files.newInputStream(file)) {
            return JsonLines.JSON.readTree(in);
        } catch (JsonProcessingException e) {
            var location = e.getLocation();
            throw new ProblemException(
                    new Problem.BadTestSet(
                            file,
                            location == null ? 0 : location.getLineNr(),
                            Detail.of(Detail.Kind.NO_JSON_OBJECT)),
                    e);
        } catch (IOException e) {
            throw new ProblemException(new Problem.AccessDenied(file), e);
        }
    }

    private void articles(JsonNode articles) throws ProblemException {
        if (!articles.isArray()) {
            throw bad("data");
        }
        for (int i = 0; i < articles.size(); i++) {
            var title = articles.get(i).path("title").asText("").replace('_', ' ');
            var paragraphs = articles.get(i).path("paragraphs");
            for (int j = 0; j < paragraphs.size(); j++) {
                paragraph(i + "-" + j, title, paragraphs.get(j));
            }
        }
    }

    private void paragraph(String id, String title, JsonNode paragraph) throws ProblemException {
        if (!paragraph.path("context").isTextual()) {
            throw bad("context");
        }
        documents.add(new TestDocument(id, title, paragraph.path("context").asText()));
        for (var question : paragraph.path("qas")) {
            var answers = new LinkedHashSet<String>();
            question.path("answers").forEach(answer -> answers.add(answer.path("text").asText()));
            if (!question.path("question").isTextual()) {
                throw bad("question");
            }
            questions.add(
                    new TestQuestion(
                            question.path("id").asText(),
                            question.path("question").asText().strip(),
                            answers.isEmpty() ? Map.of() : Map.of(id, 1),
                            List.copyOf(answers)));
        }
    }

    private ProblemException bad(String member) {
        var detail = Detail.of(Detail.Kind.NO_MEMBER, member);
        return new ProblemException(new Problem.BadTestSet(file, 0, detail));
    }
}
