package dev.pharos.app;

import dev.pharos.engine.document.Extractor;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/// Tries each part that stands on native code or on another process, by having it do a little of
/// its real work.
public final class SelfCheck {

    /// What was tried.
    public enum Part {
        SQLITE,
        LUCENE,
        EMBEDDING,
        EXTRACTOR
    }

    /// How it went.
    ///
    /// @param version what answered
    /// @param problem the failure in the part's own words, or null
    /// @param tookMs from nothing loaded to the first result, in milliseconds
    public record Finding(Part part, String version, @Nullable String problem, long tookMs) {}

    /// One part's trial; its result is the version that answered.
    private interface Trial {
        String run() throws ProblemException, IOException, SQLException;
    }

    private final Embedder embedder;
    private final Extractor extractor;

    SelfCheck(Embedder embedder, Extractor extractor) {
        this.embedder = embedder;
        this.extractor = extractor;
    }

    /// Blocks for about a second: native libraries and the model are loaded.
    public List<Finding> run() {
        return List.of(
                tried(Part.SQLITE, SelfCheck::sqlite),
                tried(Part.LUCENE, org.apache.lucene.util.Version.LATEST::toString),
                tried(Part.EMBEDDING, this::embed),
                tried(Part.EXTRACTOR, this::extract));
    }

    private static Finding tried(Part part, Trial trial) {
        long begin = System.nanoTime();
        String version = "";
        String problem = null;
        try {
            version = trial.run();
        } catch (ProblemException
                | IOException
                | SQLException
                | RuntimeException
                | LinkageError e) {
            problem = String.valueOf(e.getMessage());
        }
        return new Finding(part, version, problem, (System.nanoTime() - begin) / 1_000_000);
    }

    private static String sqlite() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                var statement = connection.createStatement();
                var row = statement.executeQuery("select sqlite_version()")) {
            return row.getString(1);
        }
    }

    private String embed() throws ProblemException {
        var vector = embedder.embed(List.of("lighthouse")).getFirst();
        return embedder.model().id() + ", " + vector.length;
    }

    private String extract() throws ProblemException, IOException {
        var file = Files.createTempFile("pharos-check", ".html");
        try {
            Files.writeString(file, "<html><body><p>lighthouse</p></body></html>");
            return extractor.extract(file, file.getFileName()).mediaType();
        } finally {
            Files.delete(file);
        }
    }
}
