package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.document.Document;
import dev.pharos.engine.library.Library.Access;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.meaning.Vectors;
import dev.pharos.engine.search.SearchIndex;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.Migrations;
import dev.pharos.engine.storage.SqlitePassages;
import dev.pharos.engine.storage.SqliteSources;
import dev.pharos.engine.storage.SqliteVectors;
import dev.pharos.engine.work.Progress;

import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

final class LibraryIndexTest {
    private static final EmbeddingModel MODEL = new EmbeddingModel("model/1", 3, 256);

    @TempDir Path temp;
    private final SourceId id = new SourceId(UUID.randomUUID());
    private Database database;
    private LibraryIndex index;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(temp.resolve("pharos.db"), false);
        Migrations.known().migrate(database, temp.resolve("backups"));
        index = index();
    }

    private LibraryIndex index() {
        return new LibraryIndex(
                temp,
                Access.WRITE,
                new SqlitePassages(database),
                new SqliteVectors(database),
                List.of(MODEL));
    }

    @AfterEach
    void close() {
        index.close();
        database.close();
    }

    private Sources.Rewritten save(int revision, String... texts) {
        var text = String.join("\n", texts);
        var document =
                new Document(
                        "text/plain",
                        SourceKind.NOTE,
                        "Tower",
                        List.of(),
                        null,
                        null,
                        "en",
                        text,
                        List.of(),
                        List.of(),
                        Set.of(),
                        Map.of(),
                        true);
        var source =
                new Source(
                        id,
                        SourceKind.NOTE,
                        "Tower",
                        Path.of("/tower.txt"),
                        revision,
                        "hash " + revision,
                        text.length(),
                        "text/plain",
                        "en",
                        List.of(),
                        Set.of(),
                        null,
                        null,
                        Instant.EPOCH,
                        texts.length);
        var chunks =
                IntStream.range(0, texts.length)
                        .mapToObj(i ->
                                new Sources.Chunk(
                                        new Place(null, null, i, null, null, 0, text.length()),
                                        texts[i],
                                        "en"))
                        .toList();
        return new SqliteSources(database)
                .saveAll(List.of(new Sources.Revision(source, document, chunks, Map.of())))
                .getFirst();
    }

    private static List<Passages.Titled> titled(Sources.Rewritten saved) {
        return saved.added().stream().map(each -> new Passages.Titled("Tower", each)).toList();
    }

    private List<Vectors.Embedded> vectors(Sources.Rewritten saved) {
        return saved.added().stream()
                .map(each -> new Vectors.Embedded(each.id(), id, new float[] {1, 0, 0}))
                .toList();
    }

    @Test
    void vectorsThatComeBeforeTheirPassagesStay() {
        var first = save(1, "It was built of stone.");
        index.rewritten(titled(first), first.removed());
        index.embedded(MODEL, vectors(first), false);
        var second = save(2, "It was built of light stone.", "It stood on an island.");

        index.embedded(MODEL, vectors(second), false);
        index.rewritten(titled(second), second.removed());
        index.commit();

        assertEquals(2, index.current().indexedPassages());
        assertEquals(2, index.current().indexedVectors(MODEL));
    }

    /// Does something at the first report.
    private static final class AtTheFirstReport implements Progress {
        private final Runnable then;
        private final boolean cancels;
        private boolean reported;

        AtTheFirstReport(Runnable then, boolean cancels) {
            this.then = then;
            this.cancels = cancels;
        }

        @Override
        public void report(long done, long total) {
            if (!reported) {
                reported = true;
                then.run();
            }
        }

        @Override
        public boolean cancelled() {
            return cancels && reported;
        }
    }

    private static String[] many() {
        return IntStream.range(0, 2_500).mapToObj(i -> "Stone " + i + ".").toArray(String[]::new);
    }

    @Test
    void aCancelledCompletionKeepsWhatItAdded() {
        save(1, many());

        assertThrows(
                CancellationException.class,
                () -> index.complete(new AtTheFirstReport(() -> {}, true)));
        index.giveUp();
        index.close();
        index = index();

        assertEquals(1_000, index.current().indexedPassages());
    }

    @Test
    void theDatabaseMakesTheSameDigestOfTheSameIds() {
        var saved = save(1, many());
        new SqliteVectors(database).saveAll(MODEL, vectors(saved));
        var passages = new SqlitePassages(database);
        var expected = IdDigest.of(passages.ids());

        assertEquals(expected, passages.digest());
        assertEquals(expected, new SqliteVectors(database).digest(MODEL));
    }

    @Test
    void otherIdsOfTheSameSumHaveAnotherDigest() {
        assertNotEquals(IdDigest.of(1, 4), IdDigest.of(2, 3));
        assertNotEquals(IdDigest.of(1, 5, 6), IdDigest.of(2, 3, 7));
    }

    @Test
    void whatChangesWhileTheIndexIsCompletedIsThereOnce() {
        save(1, many());
        Runnable change =
                () -> {
                    var second = save(2, "It was built of light stone.");
                    index.rewritten(titled(second), second.removed());
                };

        index.complete(new AtTheFirstReport(change, false));

        assertEquals(1, index.current().indexedPassages());
    }

    @Test
    void whatACompletionFoundSavedAndIsToldAfterwardsStandsOnce() {
        var saved = save(1, "It was built of stone.");
        new SqliteVectors(database).saveAll(MODEL, vectors(saved));
        index.complete(Progress.NONE);

        index.rewritten(titled(saved), saved.removed());
        index.embedded(MODEL, vectors(saved), false);
        index.commit();

        assertEquals(1, index.current().indexedPassages());
        assertEquals(1, index.current().indexedVectors(MODEL));
    }

    @Test
    void whatStandsTwiceInAnIndexIsMendedWhenThatIsCompleted() throws Exception {
        var saved = save(1, "It was built of stone.", "It stood on an island.");
        index.complete(Progress.NONE);
        index.close();
        try (var folder = FSDirectory.open(temp.resolve("index/words"));
                var writer = new IndexWriter(folder, new IndexWriterConfig())) {
            var again = new org.apache.lucene.document.Document();
            long passage = saved.added().getFirst().id();
            again.add(new LongField("id", passage, Field.Store.NO));
            writer.addDocument(again);
        }
        index = index();
        assertEquals(3, index.current().indexedPassages());

        index.complete(Progress.NONE);

        assertEquals(2, index.current().indexedPassages());
    }

    @Test
    void wordsAreFoundByWhoOnlyReadsLongBeforeTheIndexIsComplete() {
        save(1, many());
        var found = new ArrayList<Integer>();
        Runnable look =
                () -> {
                    try (var reading =
                            new SearchIndex(temp.resolve("index"), true, List.of(MODEL))) {
                        found.add(reading.indexedPassages());
                    }
                };

        index.complete(new AtTheFirstReport(look, false));

        assertEquals(List.of(1_000), found);
    }

    @Test
    void whoOnlyReadsWaitsForAnIndexThatIsBeingMade() throws Exception {
        save(1, many());
        var passages = new SqlitePassages(database);
        var vectors = new SqliteVectors(database);
        try (var _ = LibraryLock.take(temp);
                var reading =
                        new LibraryIndex(temp, Access.READ, passages, vectors, List.of(MODEL))) {

            reading.complete(new AtTheFirstReport(() -> index.complete(Progress.NONE), false));

            assertEquals(2_500, reading.current().indexedPassages());
        }
    }
}
