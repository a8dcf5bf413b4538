package dev.pharos.engine.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.document.SampleFiles.Words;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Damages files at random, as bad disks and bad people do.
class MutationTest {

    private static final int MUTANTS = 40;

    @TempDir Path folder;

    @Test
    void damagedFilesEndAsDocumentOrAsProblemOfTheFile() throws IOException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var bugs = new ArrayList<String>();
        try (var extractor =
                new IsolatedExtractor(
                        ReaderProcess.recipe(ExtractionChild.class), Duration.ofMinutes(1))) {
            for (var sample : samples().entrySet()) {
                for (int i = 0; i < MUTANTS; i++) {
                    var mutant = mutated(sample.getValue(), random);
                    var bug = bug(extractor, mutant, Path.of(i + sample.getKey()));
                    if (!bug.isEmpty()) {
                        bugs.add(bug);
                    }
                }
            }
        }
        assertEquals(List.of(), bugs);
    }

    private String bug(Extractor extractor, byte[] bytes, Path name) throws IOException {
        var file = Files.write(folder.resolve("mutant"), bytes);
        try {
            SharedDocumentsTest.assertFits(extractor.extract(file, name));
            return "";
        } catch (ProblemException e) {
            boolean bounded =
                    e.problem() instanceof Problem.OfFile of
                            && of.file().equals(name)
                            && !(of instanceof Problem.TookTooLong);
            return bounded ? "" : e.problem().toString();
        } catch (RuntimeException | AssertionError e) {
            return name + ": " + e;
        }
    }

    private static byte[] mutated(byte[] original, Random random) {
        var bytes = original.clone();
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0
                ? Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length))
                : bytes;
    }

    private Map<String, byte[]> samples() throws IOException {
        var samples = new TreeMap<String, byte[]>();
        var file = folder.resolve("sample");
        var lines = new ArrayList<Words>();
        for (int i = 0; i < 20; i++) {
            lines.add(new Words(72, 750 - 14 * i, "The lamp was lit at dusk, " + i + " times."));
        }
        samples.put(".pdf", Files.readAllBytes(SampleFiles.pdf(file, lines, lines)));
        samples.put(
                ".docx",
                Files.readAllBytes(
                        SampleFiles.docx(
                                file,
                                SampleFiles.wordXml(
                                        "<w:p><w:r><w:t>The lamp.</w:t></w:r></w:p>"))));
        samples.put(
                ".epub",
                Files.readAllBytes(
                        SampleFiles.epub(
                                file, Map.of("OEBPS/text/two.xhtml", "<html><body><p>The lamp."))));
        samples.put(
                ".rtf",
                utf8(
                        "{\\rtf1\\ansi{\\info{\\title T}}{\\fonttbl{\\f0 Arial;}} The \\b lamp\\b0.\\par}"));
        samples.put(
                ".html",
                utf8(
                        "<html><head><title>T</title></head><body><h1>A</h1><p>The <b>lamp</b>.</p><ul><li>x</ul>"));
        samples.put(
                ".md",
                utf8("---\ntags: [a, b]\n---\n# A\n\nThe *lamp* [[is|was]] lit.\n\n- x\n  - y\n"));
        samples.put(
                ".eml",
                utf8(
                        "From: a@b.c\nTo: d@e.f\nSubject: S\nMIME-Version: 1.0\nContent-Type: text/plain\n\nThe lamp.\n"));
        samples.putAll(officeSamples());
        return samples;
    }

    private static Map<String, byte[]> officeSamples() throws IOException {
        try (var book = new XSSFWorkbook();
                var old = new HSSFWorkbook();
                var deck = new XMLSlideShow();
                var xlsx = new ByteArrayOutputStream();
                var xls = new ByteArrayOutputStream();
                var pptx = new ByteArrayOutputStream()) {
            book.createSheet("A").createRow(0).createCell(0).setCellValue("lamp");
            old.createSheet("A").createRow(0).createCell(0).setCellValue("lamp");
            deck.createSlide().createTextBox().setText("lamp");
            book.write(xlsx);
            old.write(xls);
            deck.write(pptx);
            return Map.of(
                    ".xlsx",
                    xlsx.toByteArray(),
                    ".xls",
                    xls.toByteArray(),
                    ".pptx",
                    pptx.toByteArray());
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
