package dev.pharos.engine.evaluation;

import java.util.List;
import java.util.Map;

/// A question of a test set, and what is known of its answer.
///
/// @param gains of the documents that answer it, by their ids; empty where none does
/// @param answers words any of which is a right answer; empty where the set tells none
public record TestQuestion(
        String id, String text, Map<String, Integer> gains, List<String> answers) {

    public TestQuestion {
        gains = Map.copyOf(gains);
        answers = List.copyOf(answers);
    }

    /// Whether a document is known to answer it.
    public boolean judged() {
        return gains.values().stream().anyMatch(gain -> gain > 0);
    }

    /// Whether it has an answer at all.
    public boolean answerable() {
        return judged() || !answers.isEmpty();
    }
}
