package dev.pharos.engine.evaluation;

import dev.pharos.engine.problem.ProblemException;

import java.nio.file.Path;
import java.util.List;

/// The documents of a test set. They are read one after the other each time, so that a large one
/// needs no memory.
@FunctionalInterface
public interface Corpus {

    /// Takes one document after the other.
    @FunctionalInterface
    interface Sink {
        void take(TestDocument document) throws ProblemException;
    }

    /// @throws ProblemException `BadTestSet` with the line that cannot be read; whatever the sink
    ///   throws
    void each(Sink sink) throws ProblemException;

    static Corpus of(List<TestDocument> documents) {
        return sink -> {
            for (var document : documents) {
                sink.take(document);
            }
        };
    }

    /// A `corpus.jsonl`: `_id`, `title` (may be missing) and `text`.
    static Corpus of(Path file) {
        return sink ->
                JsonLines.read(
                        file,
                        line ->
                                sink.take(
                                        new TestDocument(
                                                line.words("_id"),
                                                line.wordsOr("title", ""),
                                                line.words("text"))));
    }
}
