package dev.pharos.engine.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.document.PlainText;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Library.Access;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

@Timeout(300)
final class MeaningTest {
    @TempDir Path temp;

    /// Counts tokens, but cannot embed until it is mended.
    private static final class Broken implements Embedder {
        private final HashingEmbedder sound = new HashingEmbedder();
        private volatile boolean mended;

        @Override
        public EmbeddingModel model() {
            return sound.model();
        }

        @Override
        public List<float[]> embed(List<String> texts) throws ProblemException {
            if (!mended) {
                throw new ProblemException(new Problem.ModelUnavailable("broken", "no such file"));
            }
            return sound.embed(texts);
        }

        @Override
        public int[] countTokens(List<String> texts) {
            return sound.countTokens(texts);
        }

        @Override
        public void close() {}
    }

    private Library open(Embedder embedder) throws ProblemException {
        return Library.open(
                temp.resolve("library"),
                Access.WRITE,
                new Abilities(new PlainText(), FixedEmbedders.of(embedder), Abilities.Chat.NONE));
    }

    @Test
    void aModelThatDoesNotLoadLeavesTheWordsSearchableAndSaysWhy() throws Exception {
        var file = Files.writeString(temp.resolve("a.txt"), "Bread is baked from flour.");
        var embedder = new Broken();
        try (var library = open(embedder)) {
            library.importer().importAll(List.of(file), ImportListener.NONE, Progress.NONE);

            var e =
                    assertThrows(
                            ProblemException.class, () -> library.meaning().await(Progress.NONE));

            assertEquals(new Problem.ModelUnavailable("broken", "no such file"), e.problem());
            assertEquals(
                    1,
                    library.searcher()
                            .search(new Query("bread", Query.Mode.KEYWORD, 5))
                            .hits()
                            .size());
        }
        embedder.mended = true;
        try (var library = open(embedder)) {
            library.meaning().await(Progress.NONE);
            assertEquals(new Meaning.State(1, 1, null), library.meaning().state());
        }
    }

    @Test
    void aLookForWorkThatFailsSaysSoAndTheWorkGoesOnLater() throws Exception {
        var file = Files.writeString(temp.resolve("a.txt"), "Bread is baked from flour.");
        try (var library = open(new HashingEmbedder());
                var beside = Database.open(library.folder().resolve("pharos.db"), false)) {
            library.importer().importAll(List.of(file), ImportListener.NONE, Progress.NONE);
            library.meaning().await(Progress.NONE);
            String view = definition(beside, "present");
            execute(beside, "DROP VIEW present");
            library.meaning().passagesChanged();

            var e =
                    assertThrows(
                            ProblemException.class, () -> library.meaning().await(Progress.NONE));

            assertInstanceOf(Problem.Unexpected.class, e.problem());
            execute(beside, view);
            library.meaning().passagesChanged();
            library.meaning().await(Progress.NONE);
            assertEquals(new Meaning.State(1, 1, null), library.meaning().state());
        }
    }

    /// Embeds all but the texts of files, which wait until it is released.
    private static final class Held implements Embedder {
        private final HashingEmbedder sound = new HashingEmbedder();
        private final CountDownLatch released = new CountDownLatch(1);
        private final List<String> embedded = new CopyOnWriteArrayList<>();

        @Override
        public EmbeddingModel model() {
            return sound.model();
        }

        @Override
        public List<float[]> embed(List<String> texts) throws ProblemException {
            if (texts.stream().anyMatch(text -> text.startsWith("File"))) {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            embedded.addAll(texts);
            return sound.embed(texts);
        }

        @Override
        public float[] embedQuery(String query) {
            return sound.embed(List.of(query)).getFirst();
        }

        @Override
        public int[] countTokens(List<String> texts) {
            return sound.countTokens(texts);
        }

        @Override
        public void hangUp() {
            released.countDown();
        }

        @Override
        public void close() {}
    }

    private Path files(int count) throws IOException {
        var folder = Files.createDirectories(temp.resolve("files"));
        for (int i = 0; i < count; i++) {
            Files.writeString(folder.resolve(i + ".txt"), "File " + i + " says nothing.");
        }
        return folder;
    }

    private static void awaitByMeaning(Library library, String text, SourceId source)
            throws ProblemException {
        var query = Query.ofPlainText(text, Query.Mode.MEANING, 5);
        while (library.searcher().search(query).hits().stream()
                .noneMatch(hit -> hit.source().id().equals(source))) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whatIsEditedIsFoundByMeaningWhileTheFilesOfAnImportStillWait() throws Exception {
        var embedder = new Held();
        try (var library = open(embedder)) {
            library.importer().importAll(List.of(files(500)), ImportListener.NONE, Progress.NONE);
            var note = library.notes().create("Tower", "It was built of stone.", "");
            awaitByMeaning(library, "It was built of stone.", note.id());

            library.notes().save(note.id(), note.revision(), "It shone far over the sea.");
            awaitByMeaning(library, "It shone far over the sea.", note.id());

            assertEquals(
                    List.of("It was built of stone.", "It shone far over the sea."),
                    embedder.embedded);
            assertFalse(library.meaning().state().complete());
            embedder.released.countDown();
        }
    }

    @Test
    void nothingIsEmbeddedTwiceWhereEditsComeBetweenTheFilesOfAnImport() throws Exception {
        var embedder = new Held();
        embedder.released.countDown();
        try (var library = open(embedder)) {
            var files = files(500);
            var importing =
                    CompletableFuture.supplyAsync(() -> {
                        try {
                            return library.importer()
                                    .importAll(List.of(files), ImportListener.NONE, Progress.NONE);
                        } catch (ProblemException e) {
                            throw new AssertionError(e);
                        }
                    });
            for (int i = 0; !importing.isDone(); i++) {
                library.notes().create("Note", "Note " + i + " says more.", "");
            }
            importing.join();
            library.meaning().await(Progress.NONE);

            assertEquals(List.of(), repeated(embedder.embedded));
            int all = library.passages().count();
            assertEquals(new Meaning.State(all, all, null), library.meaning().state());
        }
    }

    private static List<String> repeated(List<String> texts) {
        var seen = new HashSet<String>();
        return texts.stream().filter(text -> !seen.add(text)).toList();
    }

    @Test
    void anEditThatGotNoVectorGetsItAfterARestart() throws Exception {
        SourceId note;
        var embedder = new Broken();
        try (var library = open(embedder)) {
            note = library.notes().create("Tower", "It was built of stone.", "").id();
            assertThrows(ProblemException.class, () -> library.meaning().await(Progress.NONE));
        }
        embedder.mended = true;
        try (var library = open(embedder)) {
            awaitByMeaning(library, "It was built of stone.", note);
            library.meaning().await(Progress.NONE);
            assertEquals(new Meaning.State(1, 1, null), library.meaning().state());
        }
    }

    @Test
    void whatComesBackFromTheTrashGetsTheVectorsThatItLacked() throws Exception {
        var embedder = new Broken();
        try (var library = open(embedder)) {
            var first = library.notes().create("Tower", "It was built of stone.", "").id();
            assertThrows(ProblemException.class, () -> library.meaning().await(Progress.NONE));
            library.trash().put(List.of(first));
            embedder.mended = true;
            library.notes().create("Bread", "It is baked from flour.", "");
            library.meaning().await(Progress.NONE);

            library.trash().restore(List.of(first));
            library.meaning().await(Progress.NONE);

            assertEquals(new Meaning.State(2, 2, null), library.meaning().state());
            awaitByMeaning(library, "It was built of stone.", first);
        }
    }

    private static String definition(Database database, String name) {
        return database.read(connection -> {
            try (var rows =
                    connection
                            .createStatement()
                            .executeQuery(
                                    "SELECT sql FROM sqlite_master WHERE name = '" + name + "'")) {
                return rows.getString(1);
            }
        });
    }

    private static void execute(Database database, String sql) {
        database.write(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }
}
