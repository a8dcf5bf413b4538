package dev.pharos.engine.library;

import dev.pharos.engine.document.PlainText;
import dev.pharos.engine.library.ImportResult.Status;
import dev.pharos.engine.library.Library.Access;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Hit;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A library that is opened for writing before each test, and a folder of files for it.
abstract class LibraryFixture {
    static final String TOWER =
            "The tower was built of light stone. It stood on the island of Pharos.";
    static final String BREAD =
            "Bread is baked from flour and water. It needs an hour in the oven.";

    @TempDir Path temp;
    final HashingEmbedder embedder = new HashingEmbedder();
    Path files = Path.of("");
    Library library;

    @BeforeEach
    void open() throws Exception {
        files = Files.createDirectories(temp.resolve("files"));
        library = open(Access.WRITE);
    }

    @AfterEach
    void close() {
        library.close();
    }

    Library open(Access access) throws ProblemException {
        return Library.open(temp.resolve("library"), access, abilities());
    }

    Abilities abilities() {
        return new Abilities(new PlainText(), FixedEmbedders.of(embedder), Abilities.Chat.NONE);
    }

    void reopen() throws ProblemException {
        library.close();
        library = open(Access.WRITE);
    }

    Path write(String name, String text) throws IOException {
        Path file = files.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, text);
    }

    /// Statuses by file name.
    Map<String, Status> importFiles(Path... paths) throws ProblemException {
        var results = results(paths);
        library.meaning().await(Progress.NONE);
        return results.stream()
                .collect(
                        Collectors.toMap(
                                r -> r.path().getFileName().toString(),
                                ImportResult::status,
                                (a, _) -> a,
                                TreeMap::new));
    }

    List<ImportResult> results(Path... paths) throws ProblemException {
        var results = new ArrayList<ImportResult>();
        library.importer()
                .importAll(
                        List.of(paths),
                        new ImportListener() {
                            @Override
                            public void started(Path file) {}

                            @Override
                            public void finished(ImportResult result) {
                                results.add(result);
                            }
                        },
                        Progress.NONE);
        return results;
    }

    List<String> titles(String query, Query.Mode mode) throws ProblemException {
        return library.searcher().search(new Query(query, mode, 10)).hits().stream()
                .map(hit -> hit.source().title())
                .toList();
    }

    List<String> ranking(String query) throws ProblemException {
        var ranking = new ArrayList<String>();
        for (var mode : Query.Mode.values()) {
            for (Hit hit : library.searcher().search(new Query(query, mode, 50)).hits()) {
                ranking.add(mode + " " + hit.passage().id() + " " + hit.score());
            }
        }
        return ranking;
    }

    static void delete(Path folder) throws IOException {
        try (var tree = Files.walk(folder)) {
            for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
