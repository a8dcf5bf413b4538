package dev.pharos.app.demo;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes the demo's binary samples from the texts beside this class; run it by hand after a text
/// was changed and commit what it made: `java -cp <test class path>
/// dev.pharos.app.demo.SampleWriter app/src/main/resources/dev/pharos/app/demo`.
///
/// The texts are marked up as plainly as can be: `# ` begins a title, `## ` a heading (a page in
/// the PDF, a slide in the deck, a chapter in the book, a sheet in the workbook), `| ` a table row.
final class SampleWriter {
    private static final float MARGIN = 64;
    private static final float LINE = 16;
    private static final float SIZE = 11.5f;
    private static final String AUTHOR = "The Pharos authors";

    /// A `## ` part of a text: its heading, and the paragraphs and rows below.
    private record Part(String heading, List<String> lines) {}

    private final Path target;

    private SampleWriter(Path target) {
        this.target = target;
    }

    /// Writes every sample into the folder that is the only argument.
    public static void main(String[] arguments) throws IOException {
        var writer = new SampleWriter(Path.of(arguments[0]));
        writer.document("essay", "The Lighthouse of Alexandria.docx");
        writer.document("report", "Report on the ranges of harbour lights.docx");
        writer.pdf("optics", "From fires to lenses.pdf");
        writer.deck("deck", "How to read a light.pptx");
        writer.workbook("figures", "Lens orders.xlsx");
        writer.book("book", "The keeper's year.epub");
    }

    private void document(String text, String name) throws IOException {
        try (var document = new XWPFDocument();
                var out = Files.newOutputStream(target.resolve(name))) {
            var properties = document.getProperties().getCoreProperties();
            properties.setTitle(title(text));
            properties.setCreator(AUTHOR);
            style(document, "Title", "Title");
            style(document, "Heading1", "heading 1");
            heading(document, title(text), "Title", 22);
            for (var part : parts(text)) {
                heading(document, part.heading(), "Heading1", 15);
                body(document, part.lines());
            }
            document.write(out);
        }
    }

    private static void style(XWPFDocument document, String id, String name) {
        var style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.addNewName().setVal(name);
        style.setType(STStyleType.PARAGRAPH);
        document.createStyles().addStyle(new XWPFStyle(style));
    }

    private static void body(XWPFDocument document, List<String> lines) {
        var rows = new ArrayList<String>();
        for (var line : lines) {
            if (line.startsWith("| ")) {
                rows.add(line);
            } else {
                table(document, rows);
                rows.clear();
                document.createParagraph().createRun().setText(line);
            }
        }
        table(document, rows);
    }

    private static void heading(XWPFDocument document, String words, String style, int size) {
        var paragraph = document.createParagraph();
        paragraph.setStyle(style);
        var run = paragraph.createRun();
        run.setBold(true);
        run.setFontSize(size);
        run.setText(words);
    }

    private static void table(XWPFDocument document, List<String> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var table = document.createTable(rows.size(), cells(rows.getFirst()).size());
        for (int row = 0; row < rows.size(); row++) {
            var cells = cells(rows.get(row));
            for (int column = 0; column < cells.size(); column++) {
                table.getRow(row).getCell(column).setText(cells.get(column));
            }
        }
    }

    private void deck(String text, String name) throws IOException {
        try (var show = new XMLSlideShow();
                var out = Files.newOutputStream(target.resolve(name))) {
            show.getProperties().getCoreProperties().setTitle(title(text));
            show.getProperties().getCoreProperties().setCreator(AUTHOR);
            show.getProperties().getCoreProperties().setCreated(Optional.of(date().getTime()));
            show.getProperties().getCoreProperties().setModified(Optional.of(date().getTime()));
            var master = show.getSlideMasters().getFirst();
            var layout = master.getLayout(SlideLayout.TITLE_AND_CONTENT);
            for (var part : parts(text)) {
                var slide = show.createSlide(layout);
                ((XSLFTextShape) slide.getShapes().get(0)).setText(part.heading());
                var body = (XSLFTextShape) slide.getShapes().get(1);
                body.clearText();
                part.lines()
                        .forEach(line -> body.addNewTextParagraph().addNewTextRun().setText(line));
            }
            show.write(out);
        }
    }

    private void workbook(String text, String name) throws IOException {
        try (var book = new XSSFWorkbook();
                var out = Files.newOutputStream(target.resolve(name))) {
            book.getProperties().getCoreProperties().setTitle(title(text));
            book.getProperties().getCoreProperties().setCreator(AUTHOR);
            for (var part : parts(text)) {
                var sheet = book.createSheet(part.heading());
                for (var line : part.lines()) {
                    var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                    for (var cell : cells(line)) {
                        var made = row.createCell(Math.max(0, row.getLastCellNum()));
                        if (cell.matches("-?\\d+(\\.\\d+)?")) {
                            made.setCellValue(Double.parseDouble(cell));
                        } else {
                            made.setCellValue(cell);
                        }
                    }
                }
            }
            book.write(out);
        }
    }

    private void pdf(String text, String name) throws IOException {
        var plain = new PDType1Font(FontName.TIMES_ROMAN);
        var bold = new PDType1Font(FontName.HELVETICA_BOLD);
        try (var document = new PDDocument()) {
            var information = document.getDocumentInformation();
            information.setTitle(title(text));
            information.setAuthor(AUTHOR);
            information.setCreationDate(date());
            for (var part : parts(text)) {
                var page = new PDPage(PDRectangle.A5);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setLeading(LINE);
                    content.newLineAtOffset(MARGIN, PDRectangle.A5.getHeight() - MARGIN);
                    if (document.getNumberOfPages() == 1) {
                        lines(content, bold, 17, List.of(title(text), ""));
                    }
                    lines(content, bold, 13, List.of(part.heading(), ""));
                    for (var paragraph : part.lines()) {
                        lines(content, plain, SIZE, wrapped(paragraph, plain));
                        lines(content, plain, SIZE, List.of(""));
                    }
                    content.endText();
                }
            }
            document.setDocumentId(1L);
            document.save(target.resolve(name).toFile());
        }
    }

    private static void lines(
            PDPageContentStream content, PDFont font, float size, List<String> lines)
            throws IOException {
        content.setFont(font, size);
        for (var line : lines) {
            content.showText(line);
            content.newLine();
        }
    }

    private static List<String> wrapped(String paragraph, PDFont font) throws IOException {
        float width = PDRectangle.A5.getWidth() - 2 * MARGIN;
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : paragraph.split(" ")) {
            if (font.getStringWidth(line + " " + word) / 1000 * SIZE > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private void book(String text, String name) throws IOException {
        var chapters = parts(text);
        try (var zip = new ZipOutputStream(Files.newOutputStream(target.resolve(name)))) {
            stored(zip, "mimetype", "application/epub+zip");
            entry(zip, "META-INF/container.xml", resource("container.xml"));
            var items = new StringBuilder();
            var spine = new StringBuilder();
            var contents = new StringBuilder();
            for (int i = 1; i <= chapters.size(); i++) {
                var heading = chapters.get(i - 1).heading();
                items.append(
                        "<item id=\"c%d\" href=\"c%d.xhtml\" media-type=\"application/xhtml+xml\"/>"
                                .formatted(i, i));
                spine.append("<itemref idref=\"c%d\"/>".formatted(i));
                contents.append("<li><a href=\"c%d.xhtml\">%s</a></li>".formatted(i, heading));
                entry(
                        zip,
                        "OEBPS/c" + i + ".xhtml",
                        page(heading, paragraphs(chapters.get(i - 1))));
            }
            entry(
                    zip,
                    "OEBPS/nav.xhtml",
                    page("Contents", "<nav epub:type=\"toc\"><ol>" + contents + "</ol></nav>"));
            entry(
                    zip,
                    "OEBPS/book.opf",
                    resource("book.opf")
                            .replace("{title}", title(text))
                            .replace("{author}", AUTHOR)
                            .replace("{items}", items)
                            .replace("{spine}", spine));
        }
    }

    private static String paragraphs(Part chapter) {
        var body = new StringBuilder();
        chapter.lines().forEach(line -> body.append("<p>").append(line).append("</p>\n"));
        return body.toString();
    }

    private static String page(String heading, String body) throws IOException {
        return resource("page.xhtml").replace("{heading}", heading).replace("{body}", body);
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(date().getTimeInMillis());
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void stored(ZipOutputStream zip, String name, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var sum = new CRC32();
        sum.update(bytes);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        entry.setTime(date().getTimeInMillis());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static Calendar date() {
        var date = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        date.setTimeInMillis(Instant.parse("2024-03-01T00:00:00Z").toEpochMilli());
        return date;
    }

    private static String title(String text) throws IOException {
        return resource(text + ".txt").lines().findFirst().orElseThrow().substring(2);
    }

    private static List<Part> parts(String text) throws IOException {
        var parts = new ArrayList<Part>();
        for (var line :
                resource(text + ".txt").lines().skip(1).filter(l -> !l.isBlank()).toList()) {
            if (line.startsWith("## ")) {
                parts.add(new Part(line.substring(3), new ArrayList<>()));
            } else {
                parts.getLast().lines().add(line);
            }
        }
        return parts;
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1).split("\\|")).map(String::strip).toList();
    }

    private static String resource(String name) throws IOException {
        try (var in = SampleWriter.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing beside this class");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
