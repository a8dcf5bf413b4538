package dev.pharos.engine.document;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads every file of the shared documents and compares its words with the reference.
class SharedDocumentsTest {

    private static final double WANTED = 0.9;

    /// Files whose words cannot all be found, each looked at, with the reason.
    private static final Map<String, String> LOWER =
            Map.of(
                    "habibi.pdf", "the reference has the Arabic words backwards",
                    "ocr_test.pdf", "a scan, without text",
                    "ocr_test_rotated_90.pdf", "a scan, without text",
                    "science-exploration-1p.pptx", "the reference counts names of animations",
                    "powerpoint_sample.pptx", "the reference repeats merged cells",
                    "word_tables.docx", "the reference repeats merged cells",
                    "calcium_score.rtf", "the RTF parser joins two bold cells",
                    "test.epub", "the reference repeats the titles of the table of contents",
                    "fake-email.eml", "the reference counts the header and its labels");

    private static final Set<String> LOCKED =
            Set.of(
                    "password-example.pdf",
                    "libreoffice-writer-password.pdf",
                    "bug53475-password-is-pass.docx");

    private static final Map<String, String> PICTURES =
            Map.of("8087_054.3B.tif", "image/tiff", "double-column-A.jpg", "image/jpeg");

    @Test
    void everySharedDocumentGivesItsWords() throws IOException {
        var folder = SharedData.folder("documents");
        var checks = new ArrayList<Executable>();
        try (var extractor = new IsolatedExtractor()) {
            for (var row : SharedData.manifest(folder)) {
                checks.add(check(folder, row, extractor));
            }
        }
        assertAll(checks);
    }

    private static Executable check(Path folder, JsonNode row, Extractor extractor)
            throws IOException {
        var file = folder.resolve(row.get("file").asText());
        var name = file.getFileName();
        Document document;
        try {
            document = extractor.extract(file, name);
        } catch (ProblemException e) {
            return () -> assertEquals(expectedProblem(name), e.problem());
        }
        var reference = row.path("reference").asText("");
        if (reference.isEmpty() || reference.equals("null")) {
            return () -> assertFits(document);
        }
        var overlap = TokenOverlap.of(reference(folder.resolve(reference)), document.text());
        System.out.printf(
                "%-50s recall %.3f precision %.3f %s%n",
                name, overlap.recall(), overlap.precision(), document.language());
        return () -> {
            assertFits(document);
            assertTrue(
                    overlap.recall() >= WANTED || LOWER.containsKey(name.toString()),
                    () -> name + " recall " + overlap.recall());
        };
    }

    private static Problem expectedProblem(Path name) {
        return LOCKED.contains(name.toString())
                ? new Problem.PasswordProtected(name)
                : new Problem.UnsupportedFormat(name, PICTURES.getOrDefault(name.toString(), "?"));
    }

    private static String reference(Path file) throws IOException {
        var text = Files.readString(file);
        return file.toString().contains(".html") ? Jsoup.parse(text).wholeText() : text;
    }

    /// Blocks are in order, lie apart, and leave only line breaks between them.
    static void assertFits(Document document) {
        var between = new StringBuilder();
        int at = 0;
        for (var block : document.blocks()) {
            between.append(document.text(), at, block.start());
            at = block.end();
        }
        between.append(document.text().substring(at));
        assertEquals(List.of(), between.toString().strip().lines().toList());
    }
}
