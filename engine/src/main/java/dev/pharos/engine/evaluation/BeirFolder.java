package dev.pharos.engine.evaluation;

import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A test set in the layout of BEIR (Thakur et al., 2021): `corpus.jsonl`, `queries.jsonl`, and
/// `qrels.tsv` or `qrels/test.tsv`, with a line of titles or without: query, document, gain. A
/// query may have `answers` as well; one that has an empty array of them, or `is_impossible`, is
/// known to have none. Queries that nobody judged are left out.
final class BeirFolder {
    private static final int COLUMNS = 3;

    /// TREC's own files have a second column that says nothing.
    private static final int TREC_COLUMNS = 4;

    private final Path queries;
    private final Path qrels;
    private final Set<String> documents = new HashSet<>();
    private final List<TestQuestion> unjudged = new ArrayList<>();
    private final Set<String> impossible = new HashSet<>();
    private final Map<String, Map<String, Integer>> gains = new HashMap<>();

    private BeirFolder(Path folder) throws ProblemException {
        queries = part(folder, "queries.jsonl");
        qrels = part(folder, "qrels.tsv", "qrels/test.tsv");
    }

    static TestSet read(Path folder) throws ProblemException {
        var file = part(folder, "corpus.jsonl");
        return new BeirFolder(folder).read(folder, Corpus.of(file), file);
    }

    private static Path part(Path folder, String... names) throws ProblemException {
        return Stream.of(names)
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> {
                    var detail = Detail.of(Detail.Kind.MISSING_PART, names[0]);
                    return new ProblemException(new Problem.BadTestSet(folder, 0, detail));
                });
    }

    private TestSet read(Path folder, Corpus corpus, Path corpusFile) throws ProblemException {
        JsonLines.read(corpusFile, line -> unique(line, documents));
        nonEmpty(corpusFile, documents.size());
        var ids = new HashSet<String>();
        JsonLines.read(queries, line -> query(line, ids));
        nonEmpty(queries, ids.size());
        TextLines.read(qrels, (number, text) -> judgement(number, text, ids));
        var judged = new ArrayList<TestQuestion>();
        for (var query : unjudged) {
            var known = gains.getOrDefault(query.id(), Map.of());
            var question = new TestQuestion(query.id(), query.text(), known, query.answers());
            if (question.judged() || impossible.contains(query.id())) {
                judged.add(question);
            }
        }
        nonEmpty(qrels, judged.size());
        return new TestSet(folder.toString(), corpus, judged);
    }

    private static void unique(JsonLines.Line line, Set<String> ids) throws ProblemException {
        String id = line.words("_id");
        if (!ids.add(id)) {
            throw line.bad(Detail.of(Detail.Kind.GIVEN_TWICE, id));
        }
    }

    private void query(JsonLines.Line line, Set<String> ids) throws ProblemException {
        unique(line, ids);
        String id = line.words("_id");
        var answers = line.all("answers");
        if (line.object()
                .path("is_impossible")
                .asBoolean(line.has("answers") && answers.isEmpty())) {
            impossible.add(id);
        }
        unjudged.add(new TestQuestion(id, line.words("text"), Map.of(), answers));
    }

    private void judgement(long number, String text, Set<String> ids) throws ProblemException {
        var cells = text.strip().split(text.indexOf('\t') < 0 ? "\\s+" : "\t", -1);
        if (cells.length != COLUMNS && cells.length != TREC_COLUMNS) {
            throw bad(number, Detail.Kind.NO_THREE_COLUMNS);
        }
        var gain = cells[cells.length - 1].strip();
        if (!gain.matches("-?\\d{1,6}")) {
            if (number == 1) {
                return;
            }
            throw bad(number, Detail.Kind.NO_WHOLE_NUMBER, gain);
        }
        var document = cells[cells.length - 2];
        if (!ids.contains(cells[0])) {
            throw bad(number, Detail.Kind.UNKNOWN_ID, cells[0], queries.getFileName());
        }
        if (!documents.contains(document)) {
            throw bad(number, Detail.Kind.UNKNOWN_ID, document, "corpus.jsonl");
        }
        gains.computeIfAbsent(cells[0], _ -> new HashMap<>())
                .put(document, Math.max(0, Integer.parseInt(gain)));
    }

    private ProblemException bad(long number, Detail.Kind kind, Object... told) {
        return new ProblemException(new Problem.BadTestSet(qrels, number, Detail.of(kind, told)));
    }

    static void nonEmpty(Path file, int count) throws ProblemException {
        if (count == 0) {
            var detail = Detail.of(Detail.Kind.NOTHING_TO_MEASURE);
            throw new ProblemException(new Problem.BadTestSet(file, 0, detail));
        }
    }
}
