package dev.pharos.engine.document;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Makes the files that the tests read.
final class SampleFiles {

    static final PDType1Font PLAIN = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    static final PDType1Font BOLD = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);

    private SampleFiles() {}

    /// Words at a place: points from the lower left corner.
    record Words(PDType1Font font, float size, float x, float y, String words) {
        Words(float x, float y, String words) {
            this(PLAIN, 11, x, y, words);
        }
    }

    static void addPage(PDDocument pdf, List<Words> page) throws IOException {
        var paper = new PDPage(PDRectangle.A4);
        pdf.addPage(paper);
        try (var out = new PDPageContentStream(pdf, paper)) {
            for (var words : page) {
                out.beginText();
                out.setFont(words.font(), words.size());
                out.newLineAtOffset(words.x(), words.y());
                out.showText(words.words());
                out.endText();
            }
        }
    }

    @SafeVarargs
    static Path pdf(Path file, List<Words>... pages) throws IOException {
        try (var pdf = new PDDocument()) {
            for (var page : pages) {
                addPage(pdf, page);
            }
            pdf.save(file.toFile());
        }
        return file;
    }

    static Path lockedPdf(Path file, String userPassword) throws IOException {
        try (var pdf = new PDDocument()) {
            addPage(pdf, List.of(new Words(72, 700, "A secret.")));
            var policy =
                    new StandardProtectionPolicy("owner", userPassword, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            pdf.protect(policy);
            pdf.save(file.toFile());
        }
        return file;
    }

    static Path zip(Path file, Map<String, String> parts) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return file;
    }

    /// The smallest package that Word opens, with this `word/document.xml`.
    static Path docx(Path file, String documentXml) throws IOException {
        var parts = new LinkedHashMap<String, String>();
        parts.put(
                "[Content_Types].xml",
                """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                </Types>\
                """);
        parts.put(
                "_rels/.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
                </Relationships>\
                """);
        parts.put("word/document.xml", documentXml);
        return zip(file, parts);
    }

    static String wordXml(String body) {
        return "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                + body
                + "</w:body></w:document>";
    }

    static Path epub(Path file, Map<String, String> more) throws IOException {
        var parts = new LinkedHashMap<String, String>();
        parts.put("mimetype", "application/epub+zip");
        parts.put(
                "META-INF/container.xml",
                """
                <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
                <rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\
                """);
        parts.put(
                "OEBPS/book.opf",
                """
                <opf:package xmlns:opf="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" version="3.0">
                <opf:metadata><dc:title>Harbour Lights</dc:title><dc:creator>Ada North</dc:creator><dc:creator>Bo South</dc:creator>
                <dc:date>2019-05-04</dc:date><dc:publisher>Quay Press</dc:publisher>
                <opf:meta property="dcterms:modified">2020-01-02T03:04:05Z</opf:meta></opf:metadata>
                <opf:manifest><opf:item id="one" href="text/one%20a.xhtml" media-type="application/xhtml+xml"/>
                <opf:item id="two" href="text/two.xhtml" media-type="application/xhtml+xml"/></opf:manifest>
                <opf:spine><opf:itemref idref="two"/><opf:itemref idref="one"/></opf:spine></opf:package>\
                """);
        parts.putAll(more);
        return zip(file, parts);
    }
}
