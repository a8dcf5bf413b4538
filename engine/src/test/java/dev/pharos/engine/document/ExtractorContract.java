package dev.pharos.engine.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.document.SampleFiles.Words;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/// What every [Extractor] promises.
abstract class ExtractorContract {

    @TempDir Path folder;
    private final Extractor extractor = extractor();

    abstract Extractor extractor();

    @AfterEach
    void close() {
        extractor.close();
    }

    @Test
    void aPdfCalledTextIsReadAsPdf() throws IOException, ProblemException {
        var file = SampleFiles.pdf(folder.resolve("a"), List.of(new Words(72, 700, "The lamp.")));
        var document = extractor.extract(file, Path.of("lamp.txt"));
        assertEquals("application/pdf", document.mediaType());
        assertEquals(List.of("PARAGRAPH p1 The lamp."), Shown.blocks(document));
        assertEquals("lamp", document.title());
    }

    @Test
    void textCalledPdfIsReadAsText() throws IOException, ProblemException {
        var file = Files.writeString(folder.resolve("a"), "The lamp.");
        var document = extractor.extract(file, Path.of("lamp.pdf"));
        assertEquals("text/plain", document.mediaType());
        assertEquals(List.of("PARAGRAPH The lamp."), Shown.blocks(document));
    }

    @Test
    void anEmptyFileIsAProblem() throws IOException {
        var file = Files.createFile(folder.resolve("a"));
        assertEquals(new Problem.EmptyFile(Path.of("a.pdf")), problem(file, "a.pdf"));
    }

    @Test
    void aMissingFileIsAProblem() {
        assertEquals(
                new Problem.FileMissing(Path.of("a.pdf")),
                problem(folder.resolve("none"), "a.pdf"));
    }

    @Test
    void aPictureIsNamedAsWhatItIs() throws IOException {
        var file = folder.resolve("a");
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        assertEquals(
                new Problem.UnsupportedFormat(Path.of("a.docx"), "image/png"),
                problem(file, "a.docx"));
    }

    /// Quiet samples of 8 bits are ideographs in UTF-16.
    @Test
    void quietSoundIsNoText() throws IOException {
        var file = folder.resolve("a");
        var samples = new byte[12_000];
        new Random(1).nextBytes(samples);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (0x80 + samples[i] / 64);
        }
        AudioSystem.write(
                new AudioInputStream(
                        new ByteArrayInputStream(samples),
                        new AudioFormat(8_000, 8, 1, false, false),
                        samples.length),
                AudioFileFormat.Type.WAVE,
                file.toFile());
        assertEquals(
                new Problem.UnsupportedFormat(Path.of("a.wav"), "audio/vnd.wave"),
                problem(file, "a.wav"));
    }

    @Test
    void aPdfThatAsksForAPasswordIsAProblem() throws IOException {
        var file = SampleFiles.lockedPdf(folder.resolve("a"), "user");
        assertEquals(new Problem.PasswordProtected(Path.of("a.pdf")), problem(file, "a.pdf"));
    }

    @Test
    void aPdfThatOpensWithoutItsOwnersPasswordIsRead() throws IOException, ProblemException {
        var file = SampleFiles.lockedPdf(folder.resolve("a"), "");
        assertEquals("A secret.", extractor.extract(file, Path.of("a.pdf")).text());
    }

    @Test
    void aDocumentCutOffAtItsBeginningIsDamaged() throws IOException {
        var file = SampleFiles.docx(folder.resolve("a"), SampleFiles.wordXml("<w:p/>"));
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 200));
        assertEquals(new Problem.DamagedFile(Path.of("a.docx")), problem(file, "a.docx"));
    }

    @Test
    void manyThreadsGetTheirOwnDocuments()
            throws IOException, InterruptedException, ExecutionException {
        var jobs = new ArrayList<Callable<String>>();
        var expected = new ArrayList<String>();
        for (int i = 0; i < 24; i++) {
            var words = "Lamp number " + i;
            expected.add(words);
            var file =
                    i % 2 == 0
                            ? SampleFiles.pdf(
                                    folder.resolve("a" + i), List.of(new Words(72, 700, words)))
                            : SampleFiles.docx(
                                    folder.resolve("a" + i),
                                    SampleFiles.wordXml(
                                            "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>"));
            jobs.add(() -> extractor.extract(file, file).text());
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            var found = new ArrayList<String>();
            for (Future<String> answer : threads.invokeAll(jobs)) {
                found.add(answer.get());
            }
            assertEquals(expected, found);
        }
    }

    @Test
    void documentsAreWholeValues() throws IOException, ProblemException {
        var file = folder.resolve("book");
        SampleFiles.epub(
                file,
                Collections.singletonMap(
                        "OEBPS/text/two.xhtml",
                        "<html><body><p>See <a href='http://x.org'>that</a></p></body></html>"));
        assertEquals(new DirectExtractor().extract(file, file), extractor.extract(file, file));
    }

    Problem problem(Path file, String name) {
        return assertThrows(ProblemException.class, () -> extractor.extract(file, Path.of(name)))
                .problem();
    }
}
