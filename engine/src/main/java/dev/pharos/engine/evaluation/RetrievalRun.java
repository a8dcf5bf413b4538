package dev.pharos.engine.evaluation;

import dev.pharos.engine.search.Query;

import java.util.List;
import java.util.stream.IntStream;

/// What one way of searching found for each question.
///
/// @param found ids of documents by question, best first
/// @param millis how long a search for ten hits took, by question
public record RetrievalRun(
        Query.Mode mode,
        List<TestQuestion> questions,
        List<List<String>> found,
        List<Double> millis) {

    public RetrievalRun {
        questions = List.copyOf(questions);
        found = List.copyOf(found);
        millis = List.copyOf(millis);
    }

    /// A figure for each question.
    public List<Double> scores(RankingMetric metric) {
        return IntStream.range(0, questions.size())
                .mapToObj(i -> metric.of(found.get(i), questions.get(i).gains()))
                .toList();
    }

    public Estimate estimate(RankingMetric metric) {
        return Estimate.mean(scores(metric));
    }

    /// The place of the first document that answers a question, from 1; 0 where none was found.
    public int rank(int question) {
        var gains = questions.get(question).gains();
        var ids = found.get(question);
        return 1
                + IntStream.range(0, ids.size())
                        .filter(i -> gains.getOrDefault(ids.get(i), 0) > 0)
                        .findFirst()
                        .orElse(-1);
    }

    /// The time that so many per cent of the searches do not exceed (nearest rank), in
    /// milliseconds.
    public double millis(int percent) {
        int rank = (int) Math.ceil(millis.size() * percent / 100.0);
        return millis.stream().sorted().toList().get(Math.max(0, rank - 1));
    }
}
