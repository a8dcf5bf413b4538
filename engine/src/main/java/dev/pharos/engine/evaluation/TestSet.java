package dev.pharos.engine.evaluation;

import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Documents, and questions of which is known what answers them.
///
/// @param name where it was read from, as it was given
/// @param questions those that are judged, in the order of their file
public record TestSet(String name, Corpus corpus, List<TestQuestion> questions) {

    public TestSet {
        questions = List.copyOf(questions);
    }

    /// A folder in the layout of BEIR, whose `queries.jsonl` may tell answers as well, or a file in
    /// the JSON of SQuAD.
    ///
    /// @throws ProblemException `FileMissing`, `AccessDenied`, `BadTestSet`
    public static TestSet read(Path place) throws ProblemException {
        if (Files.isDirectory(place)) {
            return BeirFolder.read(place);
        }
        if (Files.exists(place)) {
            return SquadFile.read(place);
        }
        throw new ProblemException(new Problem.FileMissing(place));
    }

    /// The questions of another set on the documents of this one, as where they were translated:
    /// their ids are the same. What is a right answer, this set knows.
    ///
    /// @throws ProblemException `BadTestSet` where this set has no question of such an id
    public TestSet asked(TestSet questions) throws ProblemException {
        var own = new HashMap<String, TestQuestion>();
        questions().forEach(question -> own.put(question.id(), question));
        var asked = new ArrayList<TestQuestion>();
        for (var question : questions.questions()) {
            var known = own.get(question.id());
            if (known == null) {
                var detail = Detail.of(Detail.Kind.UNKNOWN_ID, question.id(), name);
                throw new ProblemException(
                        new Problem.BadTestSet(Path.of(questions.name()), 0, detail));
            }
            asked.add(
                    new TestQuestion(
                            question.id(), question.text(), known.gains(), known.answers()));
        }
        return new TestSet(questions.name() + " → " + name, corpus, asked);
    }

    /// Whether it tells what is a right answer, or that there is none.
    public boolean tellsAnswers() {
        return questions.stream()
                .anyMatch(question -> !question.answers().isEmpty() || !question.answerable());
    }
}
