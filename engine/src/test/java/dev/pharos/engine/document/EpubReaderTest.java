package dev.pharos.engine.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class EpubReaderTest {

    private static final String ONE =
            "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head><body><h1>Storm</h1><p>It blew.</p></body></html>";
    private static final String TWO =
            "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><h1>Calm</h1><p>It did not.</p></body></html>";

    @TempDir Path folder;

    @Test
    void chaptersComeInReadingOrderWithTheirNumbers() throws IOException, ProblemException {
        var file = folder.resolve("book.epub");
        SampleFiles.epub(file, Map.of("OEBPS/text/one a.xhtml", ONE, "OEBPS/text/two.xhtml", TWO));
        var book = new DirectExtractor().extract(file, file);
        assertEquals(
                List.of(
                        "HEADING1 p1 Calm",
                        "PARAGRAPH p1 It did not.",
                        "HEADING1 p2 Storm",
                        "PARAGRAPH p2 It blew."),
                Shown.blocks(book));
        assertEquals("Harbour Lights", book.title());
        assertEquals(List.of("Ada North", "Bo South"), book.authors());
        assertEquals(Instant.parse("2019-05-04T00:00:00Z"), book.created());
        assertEquals(Instant.parse("2020-01-02T03:04:05Z"), book.modified());
        assertEquals(SourceKind.BOOK, book.kind());
    }

    @Test
    void aBookWithoutOneOfItsChaptersIsIncomplete() throws IOException, ProblemException {
        var file = folder.resolve("book.epub");
        SampleFiles.epub(file, Map.of("OEBPS/text/two.xhtml", TWO));
        assertFalse(new DirectExtractor().extract(file, file).complete());
    }

    @Test
    void aLockedBookIsPasswordProtected() throws IOException {
        var file = folder.resolve("book.epub");
        SampleFiles.epub(
                file,
                Map.of(
                        "OEBPS/text/two.xhtml",
                        "scrambled",
                        "META-INF/encryption.xml",
                        "<encryption xmlns:e='http://www.w3.org/2001/04/xmlenc#'><e:EncryptedData><e:CipherData>"
                                + "<e:CipherReference URI='OEBPS/text/two.xhtml'/></e:CipherData></e:EncryptedData></encryption>"));
        var error =
                assertThrows(
                        ProblemException.class, () -> new DirectExtractor().extract(file, file));
        assertEquals(new Problem.PasswordProtected(file), error.problem());
    }

    @Test
    void partNamesThatClimbOutOfTheBookAreOnlyNames() throws IOException, ProblemException {
        var file = folder.resolve("book.epub");
        SampleFiles.epub(file, Map.of("../../escaped.xhtml", ONE, "OEBPS/text/two.xhtml", TWO));
        new DirectExtractor().extract(file, file);
        assertEquals(List.of("book.epub"), List.of(folder.toFile().list()));
    }
}
