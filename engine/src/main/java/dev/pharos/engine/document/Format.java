package dev.pharos.engine.document;

import dev.pharos.engine.library.SourceKind;

import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;

import java.nio.file.Path;

/// The formats that have a reader.
enum Format {
    PDF("application/pdf", SourceKind.PDF, new PdfReader()),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            SourceKind.DOCUMENT,
            new OfficeReader(OOXMLParser::new)),
    PPTX(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            SourceKind.PRESENTATION,
            new OfficeReader(OOXMLParser::new)),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            SourceKind.SPREADSHEET,
            new OfficeReader(OOXMLParser::new)),
    DOC("application/msword", SourceKind.DOCUMENT, new OfficeReader(OfficeParser::new)),
    PPT(
            "application/vnd.ms-powerpoint",
            SourceKind.PRESENTATION,
            new OfficeReader(OfficeParser::new)),
    XLS("application/vnd.ms-excel", SourceKind.SPREADSHEET, new OfficeReader(OfficeParser::new)),
    RTF("application/rtf", SourceKind.DOCUMENT, new OfficeReader(RTFParser::new)),
    ODT(
            "application/vnd.oasis.opendocument.text",
            SourceKind.DOCUMENT,
            new OfficeReader(OpenDocumentParser::new)),
    ODP(
            "application/vnd.oasis.opendocument.presentation",
            SourceKind.PRESENTATION,
            new OfficeReader(OpenDocumentParser::new)),
    ODS(
            "application/vnd.oasis.opendocument.spreadsheet",
            SourceKind.SPREADSHEET,
            new OfficeReader(OpenDocumentParser::new)),
    EPUB("application/epub+zip", SourceKind.BOOK, new EpubReader()),
    MAIL("message/rfc822", SourceKind.MAIL, new MailReader()),
    HTML("text/html", SourceKind.WEBPAGE, new HtmlReader()),
    MARKDOWN("text/markdown", SourceKind.NOTE, new MarkdownReader()),
    TEXT("text/plain", SourceKind.TEXT, new PlainTextReader());

    private final String mediaType;
    private final SourceKind kind;
    private final DocumentReader reader;

    Format(String mediaType, SourceKind kind, DocumentReader reader) {
        this.mediaType = mediaType;
        this.kind = kind;
        this.reader = reader;
    }

    String mediaType() {
        return mediaType;
    }

    /// More exact for plain text, whose name may tell a kind of text.
    String mediaType(Path name) {
        if (this != TEXT) {
            return mediaType;
        }
        var byName = MediaTypes.of(new byte[0], name);
        return byName.startsWith("text/") && !byName.equals("text/html") ? byName : mediaType;
    }

    /// Tables of separated values are plain text to their reader only.
    SourceKind kind(Path name) {
        return this == TEXT && PlainTextReader.isTable(name) ? SourceKind.SPREADSHEET : kind;
    }

    DocumentReader reader() {
        return reader;
    }

    /// Bytes up to which its reader needs no process of its own: it then ends soon on any content.
    /// The Markdown parser's time can grow with the square of a note's length.
    int plainUpTo() {
        return this == TEXT ? 1 << 20 : this == MARKDOWN ? 1 << 16 : 0;
    }
}
