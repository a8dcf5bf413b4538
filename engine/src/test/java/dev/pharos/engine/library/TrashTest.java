package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.library.ImportResult.Status;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

final class TrashTest extends LibraryFixture {
    private Path file = Path.of("");
    private Source source;
    private List<String> ranking = List.of();

    @BeforeEach
    void importOne() throws Exception {
        file = write("tower.txt", TOWER);
        importFiles(file, write("bread.txt", BREAD));
        source = library.sources().atPath(file).orElseThrow();
        ranking = ranking("light stone");
    }

    @Test
    void whatIsInTheTrashIsNowhereElse() throws Exception {
        library.trash().put(List.of(source.id()));

        assertEquals(Optional.empty(), library.sources().find(source.id()));
        assertEquals(
                List.of("bread"), library.sources().all().stream().map(Source::title).toList());
        for (var mode : Query.Mode.values()) {
            assertEquals(false, titles("light stone", mode).contains("tower"), mode.toString());
        }
        assertTrue(library.indexComplete());
        assertEquals(
                List.of(source),
                library.trash().all().stream().map(Trash.Trashed::source).toList());
    }

    @Test
    void whatIsTakenBackIsFoundAsBeforeWithoutBeingEmbeddedAgain() throws Exception {
        library.trash().put(List.of(source.id()));
        reopen();
        int embedded = embedder.embedded();

        assertEquals(1, library.trash().restore(List.of(source.id())));

        assertEquals(Optional.of(source), library.sources().find(source.id()));
        library.meaning().await(Progress.NONE);
        assertEquals(embedded, embedder.embedded());
        assertEquals(ranking, ranking("light stone"));
        assertEquals(List.of(), library.trash().all());
    }

    @Test
    void aFileMayComeAgainWhileItsSourceIsInTheTrash() throws Exception {
        library.trash().put(List.of(source.id()));
        assertEquals(Map.of("tower.txt", Status.IMPORTED), importFiles(file));

        library.trash().restore(List.of(source.id()));

        assertEquals(
                files.resolve("tower 2.txt"),
                library.sources().find(source.id()).orElseThrow().path());
    }

    @Test
    void emptyingTakesOriginalsThatNothingElseNeeds() throws Exception {
        library.notes().create("Twin", TOWER, "");
        var own = library.sources().atPath(files.resolve("bread.txt")).orElseThrow();
        library.trash().put(List.of(source.id(), own.id()));

        assertEquals(2, library.trash().delete(List.of(source.id(), own.id())));

        assertEquals(true, library.blobs().find(source.contentHash()).isPresent());
        assertEquals(false, library.blobs().find(own.contentHash()).isPresent());
        assertEquals(List.of(), library.trash().all());
        assertEquals(List.of(), library.check(Progress.NONE).missingBlobs());
        assertEquals(true, Files.exists(file));
    }

    @Test
    void whoCancelsTakingBackFindsAllInTheTrash() {
        var all = library.sources().all().stream().map(Source::id).toList();
        library.trash().put(all);
        var reported = new AtomicBoolean();

        assertThrows(
                CancellationException.class,
                () ->
                        library.trash()
                                .restore(
                                        all,
                                        new Progress() {
                                            @Override
                                            public void report(long done, long total) {
                                                reported.set(true);
                                            }

                                            @Override
                                            public boolean cancelled() {
                                                return reported.get();
                                            }
                                        }));

        assertEquals(2, library.trash().all().size());
        assertEquals(2, library.trash().restore(all));
    }
}
