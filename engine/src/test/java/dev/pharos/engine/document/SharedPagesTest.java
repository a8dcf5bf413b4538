package dev.pharos.engine.document;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.problem.ProblemException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/// Asks of the pages of every shared PDF where their words stand.
class SharedPagesTest {

    @TempDir Path folder;

    @Test
    void everyLetterOfTheTextStandsSomewhereOnItsPage() throws IOException {
        var checks = new ArrayList<Executable>();
        try (var pages = new PdfPages(folder);
                var extractor = new IsolatedExtractor()) {
            for (var file : pdfs("documents")) {
                try {
                    check(file, extractor.extract(file, file), pages, checks);
                } catch (ProblemException _) {
                    continue; // locked files; that all others are read is another test's claim
                }
            }
        }
        assertTrue(checks.size() > 30);
        assertAll(checks);
    }

    private static void check(Path file, Document document, PdfPages pages, List<Executable> checks)
            throws ProblemException {
        var numbers = new TreeSet<Integer>();
        document.blocks().forEach(block -> numbers.add(Objects.requireNonNull(block.page())));
        for (int page : numbers) {
            var text = text(document, page);
            var geometry = pages.geometry(file, page);
            var name = file.getFileName() + " " + page;
            checks.add(() -> assertEquals("", unplaced(text, geometry), name));
            checks.add(() -> assertEquals(List.of(), overlaps(text, geometry), name));
        }
    }

    /// The letters that stand nowhere.
    private static String unplaced(String text, PageGeometry geometry) {
        var placed = new boolean[text.length()];
        for (var line : geometry.lines()) {
            for (int i = line.start(); i < line.end(); i++) {
                placed[i] = true;
            }
        }
        var out = new StringBuilder();
        for (int i = 0; i < placed.length; i++) {
            if (!placed[i] && !Character.isWhitespace(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    /// Lines that are not in order, or reach beyond the text.
    private static List<Integer> overlaps(String text, PageGeometry geometry) {
        var wrong = new ArrayList<Integer>();
        int end = 0;
        for (var line : geometry.lines()) {
            if (line.start() < end || line.end() > text.length()) {
                wrong.add(line.start());
            }
            end = line.end();
        }
        return wrong;
    }

    private static String text(Document document, int page) {
        var blocks =
                document.blocks().stream()
                        .filter(block -> Objects.equals(block.page(), page))
                        .toList();
        return document.text().substring(blocks.getFirst().start(), blocks.getLast().end());
    }

    @Test
    void hostileFilesEndInAnAnswerOrAProblem() throws IOException {
        try (var pages = new PdfPages(folder)) {
            for (var file : pdfs("hostile")) {
                System.out.printf(
                        "%-40s %s, %s, %s%n",
                        file.getFileName(),
                        outcome(() -> pages.outline(file).size() + " bookmarks"),
                        outcome(() -> pages.labels(file).size() + " labels"),
                        outcome(() -> pages.geometry(file, 1).lines().size() + " lines"));
            }
        }
    }

    @FunctionalInterface
    private interface Question {
        String answer() throws ProblemException;
    }

    private static String outcome(Question question) {
        try {
            return question.answer();
        } catch (ProblemException e) {
            return e.problem().getClass().getSimpleName();
        }
    }

    private static List<Path> pdfs(String name) throws IOException {
        try (var files = Files.list(SharedData.folder(name).resolve("files"))) {
            return files.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
        }
    }
}
