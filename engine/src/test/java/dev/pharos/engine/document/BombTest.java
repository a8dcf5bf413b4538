package dev.pharos.engine.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Files that are made to burst whoever reads them. Each ends soon, as a problem or a document.
class BombTest {

    private static final String LAUGHS =
            "<!DOCTYPE x [<!ENTITY a \"hahahahaha\">" + entities() + "]>";

    @TempDir Path folder;
    private final IsolatedExtractor extractor = new IsolatedExtractor();

    @AfterEach
    void close() {
        extractor.close();
    }

    private static String entities() {
        var out = new StringBuilder();
        for (char c = 'b'; c <= 'k'; c++) {
            out.append("<!ENTITY ").append(c).append(" \"");
            out.append(("&" + (char) (c - 1) + ";").repeat(10)).append("\">");
        }
        return out.toString();
    }

    @Test
    void aWordDocumentOfAGigabyteOfSpacesExpandsTooFar() throws IOException {
        var file = folder.resolve("a.docx");
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("[Content_Types].xml"));
            out.putNextEntry(new ZipEntry("word/document.xml"));
            write(out, "<w:t>", 1 << 10);
        }
        assertEquals(new Problem.ExpandsTooFar(file), problem(file));
    }

    @Test
    void anEbookChapterOfAGigabyteExpandsTooFar() throws IOException {
        var file = folder.resolve("a.epub");
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("META-INF/container.xml"));
            write(out, " ", 1 << 10);
        }
        assertEquals(new Problem.ExpandsTooFar(file), problem(file));
    }

    @Test
    void laughingEntitiesInOfficeFilesDoNotMultiply() throws IOException {
        var body = "<w:p><w:r><w:t>&k;</w:t></w:r></w:p>";
        var file = SampleFiles.docx(folder.resolve("a.docx"), LAUGHS + SampleFiles.wordXml(body));
        assertTrue(lengthOrZero(file) < 100_000);
        var odt =
                SampleFiles.zip(
                        folder.resolve("a.odt"),
                        new TreeMap<>(
                                Map.of(
                                        "mimetype",
                                        "application/vnd.oasis.opendocument.text",
                                        "content.xml",
                                        LAUGHS + "<x>&k;</x>")));
        assertTrue(lengthOrZero(odt) < 100_000);
    }

    @Test
    void laughingEntitiesInBooksAndPagesDoNotMultiply() throws IOException {
        var page = LAUGHS + "<html><body><p>&k;</p></body></html>";
        var epub = SampleFiles.epub(folder.resolve("a.epub"), Map.of("OEBPS/text/two.xhtml", page));
        assertTrue(lengthOrZero(epub) < 100_000);
        assertTrue(lengthOrZero(Files.writeString(folder.resolve("a.html"), page)) < 100_000);
    }

    @Test
    void aPdfPageOfAGigabyteOfSpacesEnds() throws IOException {
        var content = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(content)) {
            write(out, "", 1 << 10);
        }
        var file = folder.resolve("a.pdf");
        try (var out = Files.newOutputStream(file)) {
            var head =
                    """
                    %%PDF-1.4
                    1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
                    2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj
                    3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>> endobj
                    4 0 obj <</Filter/FlateDecode/Length %d>> stream
                    """
                            .formatted(content.size());
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            content.writeTo(out);
            out.write(
                    "\nendstream endobj\ntrailer <</Root 1 0 R>>\n"
                            .getBytes(StandardCharsets.US_ASCII));
        }
        assertEndsSoon(file);
    }

    @Test
    void aPageTreeThatContainsItselfEnds() throws IOException {
        assertEndsSoon(
                Files.writeString(
                        folder.resolve("a.pdf"),
                        """
                        %PDF-1.4
                        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
                        2 0 obj <</Type/Pages/Count 99999999/Kids[2 0 R 3 0 R 2 0 R]>> endobj
                        3 0 obj <</Type/Pages/Count 7/Kids[2 0 R 3 0 R]>> endobj
                        trailer <</Root 1 0 R>>
                        """));
    }

    @Test
    void formsThatDrawEachOtherTenfoldTakeTooLong() throws IOException {
        var file = folder.resolve("a.pdf");
        try (var pdf = new PDDocument()) {
            var page = new PDPage();
            pdf.addPage(page);
            var inner = new PDResources();
            for (int depth = 0; depth < 12; depth++) {
                var form = new PDFormXObject(pdf);
                form.setBBox(page.getMediaBox());
                form.setResources(inner);
                try (var out = form.getStream().createOutputStream(COSName.FLATE_DECODE)) {
                    out.write("/F Do ".repeat(10).getBytes(StandardCharsets.US_ASCII));
                }
                inner = new PDResources();
                inner.put(COSName.getPDFName("F"), form);
            }
            page.setResources(inner);
            var stream = new PDStream(pdf);
            try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                out.write("/F Do ".getBytes(StandardCharsets.US_ASCII));
            }
            page.setContents(stream);
            pdf.save(file.toFile());
        }
        try (var hasty =
                new IsolatedExtractor(
                        ReaderProcess.recipe(ExtractionChild.class), Duration.ofSeconds(3))) {
            var error = assertThrows(ProblemException.class, () -> hasty.extract(file, file));
            assertEquals(new Problem.TookTooLong(file, Duration.ofSeconds(3)), error.problem());
        }
    }

    @Test
    void sixtyMegabytesOfNestingEnd() throws IOException {
        var file = folder.resolve("a.html");
        try (var out = Files.newOutputStream(file)) {
            out.write("<html><body>".getBytes(StandardCharsets.US_ASCII));
            write(out, "<div><b>", 60);
        }
        assertEndsSoon(file);
    }

    @Test
    void bracesWithoutEndInRichTextEnd() throws IOException {
        assertEndsSoon(
                Files.writeString(folder.resolve("a.rtf"), "{\\rtf1" + "{".repeat(2_000_000)));
    }

    private void assertEndsSoon(Path file) throws IOException {
        var begin = Instant.now();
        lengthOrZero(file);
        var limit = Duration.ofMinutes(3).plusSeconds(20 * (Files.size(file) >> 20));
        var took = Duration.between(begin, Instant.now());
        System.out.println(file.getFileName() + " " + Files.size(file) + " bytes: " + took);
        assertTrue(took.compareTo(limit) < 0, took::toString);
    }

    private int lengthOrZero(Path file) {
        try {
            return extractor.extract(file, file).text().length();
        } catch (ProblemException e) {
            System.out.println(e.problem());
            return 0;
        }
    }

    private Problem problem(Path file) {
        try {
            throw new AssertionError(extractor.extract(file, file));
        } catch (ProblemException e) {
            return e.problem();
        }
    }

    /// Writes as many megabytes that begin with `start`.
    private static void write(OutputStream out, String start, int megabytes) throws IOException {
        var unit = start.isEmpty() ? " " : start;
        var block = unit.repeat((1 << 20) / unit.length()).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < megabytes; i++) {
            out.write(block);
        }
    }
}
