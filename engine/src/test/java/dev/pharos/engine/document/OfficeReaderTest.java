package dev.pharos.engine.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class OfficeReaderTest {

    @TempDir Path folder;

    @Test
    void aWordDocumentKeepsHeadingsTablesAndFacts() throws IOException, ProblemException {
        var file = folder.resolve("a.docx");
        try (var word = new XWPFDocument();
                var out = Files.newOutputStream(file)) {
            var style = word.createStyles();
            var heading =
                    org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle.Factory
                            .newInstance();
            heading.setStyleId("Heading2");
            heading.addNewName().setVal("heading 2");
            style.addStyle(new XWPFStyle(heading));
            var title = word.createParagraph();
            title.setStyle("Heading2");
            title.createRun().setText("Lamps");
            word.createParagraph().createRun().setText("It burned oil.");
            var table = word.createTable(1, 2);
            table.getRow(0).getCell(0).setText("lamp");
            table.getRow(0).getCell(1).setText("3 l");
            var facts = word.getProperties().getCoreProperties();
            facts.setTitle("On lamps");
            facts.setCreator("Ada North");
            facts.setCreated(Optional.of(Date.from(Instant.parse("2020-02-03T04:05:06Z"))));
            word.write(out);
        }
        var document = read(file);
        assertEquals(
                List.of("HEADING2 Lamps", "PARAGRAPH It burned oil.", "TABLE_ROW lamp\t3 l"),
                Shown.blocks(document));
        assertEquals("On lamps", document.title());
        assertEquals(List.of("Ada North"), document.authors());
        assertEquals(Instant.parse("2020-02-03T04:05:06Z"), document.created());
        assertEquals(SourceKind.DOCUMENT, document.kind());
    }

    @Test
    void slidesAreNumberedAndTheirFirstWordsAreTheirTitle() throws IOException, ProblemException {
        var file = folder.resolve("a.pptx");
        try (var deck = new XMLSlideShow();
                var out = Files.newOutputStream(file)) {
            for (var words : List.of("Oil", "Glass")) {
                var slide = deck.createSlide();
                slide.createTextBox().setText(words);
                slide.createTextBox().setText("About " + words + ".");
            }
            deck.write(out);
        }
        var document = read(file);
        assertEquals(
                List.of(
                        "HEADING2 p1 Oil",
                        "PARAGRAPH p1 About Oil.",
                        "HEADING2 p2 Glass",
                        "PARAGRAPH p2 About Glass."),
                Shown.blocks(document));
        assertEquals(SourceKind.PRESENTATION, document.kind());
    }

    @Test
    void oldSlidesAreNumberedToo() throws IOException, ProblemException {
        var file = folder.resolve("a.ppt");
        try (var deck = new HSLFSlideShow();
                var out = Files.newOutputStream(file)) {
            for (var words : List.of("Oil", "Glass")) {
                var box = deck.createSlide().createTextBox();
                box.setAnchor(new Rectangle(10, 10, 200, 50));
                box.setText(words);
            }
            deck.write(out);
        }
        assertEquals(List.of("HEADING2 p1 Oil", "HEADING2 p2 Glass"), Shown.blocks(read(file)));
    }

    @Test
    void sheetsAreNumberedAndNamed() throws IOException, ProblemException {
        var expected =
                List.of(
                        "HEADING1 p1 Lamps",
                        "TABLE_ROW p1 lamp\toil",
                        "TABLE_ROW p1 A\t3.5",
                        "HEADING1 p2 Ships",
                        "TABLE_ROW p2 Ada");
        assertEquals(expected, Shown.blocks(read(workbook(new XSSFWorkbook(), "a.xlsx"))));
        assertEquals(expected, Shown.blocks(read(workbook(new HSSFWorkbook(), "a.xls"))));
    }

    private Path workbook(Workbook book, String name) throws IOException {
        var file = folder.resolve(name);
        try (book;
                OutputStream out = Files.newOutputStream(file)) {
            var lamps = book.createSheet("Lamps");
            lamps.createRow(0).createCell(0).setCellValue("lamp");
            lamps.getRow(0).createCell(1).setCellValue("oil");
            lamps.createRow(1).createCell(0).setCellValue("A");
            lamps.getRow(1).createCell(1).setCellValue(3.5);
            book.createSheet("Ships").createRow(0).createCell(0).setCellValue("Ada");
            book.write(out);
        }
        return file;
    }

    @Test
    void richTextIsReadInItsCodePage() throws IOException, ProblemException {
        var file =
                Files.writeString(
                        folder.resolve("a.rtf"),
                        "{\\rtf1\\ansi\\ansicpg1251{\\info{\\title On lamps}{\\author Ada North}}"
                                + "{\\fonttbl{\\f0\\fcharset204 Arial;}}\\f0 \\'cc\\'e0\\'ff\\'ea\\par Two\\par}");
        var document = read(file);
        assertEquals(List.of("PARAGRAPH Маяк", "PARAGRAPH Two"), Shown.blocks(document));
        assertEquals("On lamps", document.title());
        assertEquals(List.of("Ada North"), document.authors());
    }

    @Test
    void openDocumentTextKeepsHeadingsAndLists() throws IOException, ProblemException {
        var parts = new LinkedHashMap<String, String>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.text");
        parts.put(
                "content.xml",
                """
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:h text:outline-level="2">Lamps</text:h><text:p>It burned oil.</text:p><text:list><text:list-item><text:p>whale</text:p></text:list-item></text:list></office:text></office:body></office:document-content>\
                """);
        parts.put(
                "meta.xml",
                """
                <office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>On lamps</dc:title></office:meta></office:document-meta>\
                """);
        var file = SampleFiles.zip(folder.resolve("a.odt"), parts);
        var document = read(file);
        assertEquals(
                List.of("HEADING2 Lamps", "PARAGRAPH It burned oil.", "LIST_ITEM1 whale"),
                Shown.blocks(document));
        assertEquals("On lamps", document.title());
    }

    @Test
    void anEncryptedOfficeFileIsPasswordProtected() throws IOException {
        var file = folder.resolve("a.docx");
        try (var files = new POIFSFileSystem();
                var out = Files.newOutputStream(file)) {
            files.createDocument(new ByteArrayInputStream(new byte[100]), "EncryptedPackage");
            files.writeFilesystem(out);
        }
        var error = assertThrows(ProblemException.class, () -> read(file));
        assertEquals(new Problem.PasswordProtected(file), error.problem());
    }

    @Test
    void entitiesInAWordDocumentReadNoOtherFile() throws IOException, ProblemException {
        var secret = Files.writeString(folder.resolve("secret"), "the secret");
        var file =
                SampleFiles.docx(
                        folder.resolve("a.docx"),
                        "<!DOCTYPE w [<!ENTITY x SYSTEM \""
                                + secret.toUri()
                                + "\">]>"
                                + SampleFiles.wordXml("<w:p><w:r><w:t>a &x; b</w:t></w:r></w:p>"));
        assertEquals(List.of("PARAGRAPH a b"), Shown.blocks(read(file)));
    }

    @Test
    void aMailKeepsItsHeaderItsWordsAndTheNamesOfItsAttachments()
            throws IOException, ProblemException {
        var file =
                Files.writeString(
                        folder.resolve("a.eml"),
                        """
                        From: Ada North <ada@example.org>
                        To: Bo South <bo@example.org>
                        Subject: =?UTF-8?Q?Ma=C3=B1ana?=
                        Date: Mon, 3 Feb 2020 04:05:06 +0000
                        MIME-Version: 1.0
                        Content-Type: multipart/mixed; boundary=b

                        --b
                        Content-Type: text/plain; charset=utf-8
                        Content-Transfer-Encoding: quoted-printable

                        The lamp is l=C3=ADt.

                        Come home.
                        --b
                        Content-Type: application/pdf; name=plan.pdf
                        Content-Disposition: attachment; filename=plan.pdf
                        Content-Transfer-Encoding: base64

                        JVBERi0=
                        --b--
                        """);
        var mail = read(file);
        assertEquals(
                List.of("HEADING1 Mañana", "PARAGRAPH The lamp is lít.", "PARAGRAPH Come home."),
                Shown.blocks(mail));
        assertEquals(List.of("Ada North <ada@example.org>"), mail.authors());
        assertEquals(Instant.parse("2020-02-03T04:05:06Z"), mail.created());
        assertEquals(
                Map.of(
                        "subject",
                        "Mañana",
                        "to",
                        "Bo South <bo@example.org>",
                        "attachments",
                        "plan.pdf"),
                mail.properties());
        assertEquals(SourceKind.MAIL, mail.kind());
    }

    private static Document read(Path file) throws ProblemException {
        return new DirectExtractor().extract(file, file);
    }
}
