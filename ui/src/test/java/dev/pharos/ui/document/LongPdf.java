package dev.pharos.ui.document;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

import java.io.IOException;
import java.nio.file.Path;

/// A PDF with as many pages as one likes, as dense as those of a book.
public final class LongPdf {
    private static final int LINES = 40;

    private LongPdf() {}

    /// Page 7 begins with the words "Page 7".
    public static Path write(Path file, int pages) throws IOException {
        var font = new PDType1Font(FontName.TIMES_ROMAN);
        try (var pdf = new PDDocument()) {
            pdf.getDocumentInformation().setTitle("The keeper's log");
            for (int number = 1; number <= pages; number++) {
                var page = new PDPage(number % 10 == 0 ? wide() : PDRectangle.A4);
                pdf.addPage(page);
                try (var out = new PDPageContentStream(pdf, page)) {
                    out.beginText();
                    out.setFont(font, 10);
                    out.setLeading(14);
                    out.newLineAtOffset(50, page.getMediaBox().getHeight() - 60);
                    out.showText("Page " + number + ".");
                    for (int line = 1; line < Math.min(LINES, lines(page)); line++) {
                        out.newLine();
                        out.showText(
                                "Line "
                                        + line
                                        + " of the keeper's log tells of page "
                                        + number
                                        + ", of oil and wicks, of ships and of the wind.");
                    }
                    out.endText();
                }
            }
            pdf.save(file.toFile());
        }
        return file;
    }

    private static int lines(PDPage page) {
        return (int) (page.getMediaBox().getHeight() - 100) / 14;
    }

    private static PDRectangle wide() {
        return new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());
    }
}
