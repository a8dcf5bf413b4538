package dev.pharos.engine.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.document.PlainText;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Library.Access;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
