package dev.pharos.engine.evaluation;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.work.Progress;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;

/// Asks a library every question that one of its documents answers, and tells how good the rankings
/// are.
public final class RetrievalEvaluation {
    private static final int DEPTH = 100;
    private static final int SHOWN = 10;

    private final Library library;
    private final Function<SourceId, List<String>> documents;

    /// @param documents ids of the documents that a source stands for: several where they say the
    ///   same
    public RetrievalEvaluation(Library library, Function<SourceId, List<String>> documents) {
        this.library = library;
        this.documents = documents;
    }

    /// Blocks. Progress counts searches.
    ///
    /// @throws java.util.concurrent.CancellationException if cancelled
    public RetrievalFigures measure(
            List<TestQuestion> questions, Collection<Query.Mode> modes, Progress progress)
            throws ProblemException {
        var asked = questions.stream().filter(TestQuestion::judged).toList();
        var runs = new ArrayList<RetrievalRun>();
        for (var mode : modes) {
            if (!asked.isEmpty()) {
                shown(asked.getFirst(), mode);
            }
            var found = new ArrayList<List<String>>();
            var times = new ArrayList<Double>();
            for (var question : asked) {
                progress.checkpoint();
                times.add(shown(question, mode));
                found.add(ranked(question, mode));
                progress.report(
                        (long) runs.size() * asked.size() + found.size(),
                        (long) modes.size() * asked.size());
            }
            runs.add(new RetrievalRun(mode, asked, found, times));
        }
        return new RetrievalFigures(runs);
    }

    /// How long a search takes as one makes it, in milliseconds.
    private double shown(TestQuestion question, Query.Mode mode) throws ProblemException {
        long start = System.nanoTime();
        library.searcher().search(Query.ofPlainText(question.text(), mode, SHOWN));
        return (System.nanoTime() - start) / 1e6;
    }

    /// The first ten as a search for ten finds them, the others as a deeper one does.
    private List<String> ranked(TestQuestion question, Query.Mode mode) throws ProblemException {
        var ranked = new LinkedHashSet<String>();
        for (int depth : List.of(SHOWN, DEPTH)) {
            SourceRanking.of(library, question.text(), mode, depth, Source::id).keySet().stream()
                    .flatMap(id -> documents.apply(id).stream())
                    .limit(depth)
                    .forEach(ranked::add);
        }
        return ranked.stream().limit(DEPTH).toList();
    }
}
