package dev.pharos.app.cli;

import dev.pharos.engine.evaluation.RetrievalEvaluation;
import dev.pharos.engine.evaluation.RetrievalFigures;
import dev.pharos.engine.evaluation.TestLibrary;
import dev.pharos.engine.evaluation.TestSet;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// Measures test sets, each corpus in a library of its own in the cache folder, which is used again
/// as long as the corpus stays the same.
final class TestSetRun {
    private static final String FOLDER = "evaluation";

    /// @param documents how many the set has
    /// @param embedder id of the model that was searched with
    record Measured(TestSet set, int documents, String embedder, RetrievalFigures retrieval) {}

    private final Session session;
    private final boolean fresh;

    /// @param fresh whether the library is made anew
    TestSetRun(Session session, boolean fresh) {
        this.session = session;
        this.fresh = fresh;
    }

    /// Blocks. What was imported stays where it is cancelled.
    ///
    /// @throws java.util.concurrent.CancellationException if cancelled
    Measured measure(TestSet set, List<Query.Mode> modes) throws ProblemException {
        var documents = TestLibrary.of(set.corpus());
        var folder = session.wiring().folders().cache().resolve(FOLDER).resolve(documents.name());
        if (fresh) {
            delete(folder);
        }
        try (var library = open(folder)) {
            try (var bar = session.bar("progress.documents")) {
                documents.fill(library, folder.resolve("documents"), bar);
            }
            try (var bar = session.bar("progress.meaning")) {
                library.meaning().await(bar);
            }
            session.tellOfDevice(library);
            var known = documents.documents(library);
            try (var bar = session.bar("progress.searches")) {
                var retrieval =
                        new RetrievalEvaluation(library, id -> known.getOrDefault(id, List.of()))
                                .measure(set.questions(), modes, bar);
                var embedder = library.embedding().state().current().id();
                return new Measured(set, documents.count(), embedder, retrieval);
            }
        }
    }

    private Library open(Path folder) throws ProblemException {
        try (var bar = session.bar("progress.index")) {
            return session.wiring()
                    .open(
                            folder.resolve("library"),
                            Library.Access.WRITE,
                            Abilities.Chat.NONE,
                            session.wiring()::transcriptionOptions,
                            bar);
        }
    }

    private static void delete(Path folder) throws ProblemException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemException(new Problem.FolderNotWritable(folder), e);
        }
    }
}
