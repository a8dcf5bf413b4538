package dev.pharos.engine.document;

import dev.pharos.engine.work.ChildLoop;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/// The process in which [PdfPages] lets pages be drawn. Keeps the last file open. One worker.
final class PageChild {

    /// Of one picture: 64 MB.
    static final int MAX_PIXELS = 16_000_000;

    private static final int MAX_LABEL = 12;

    private @Nullable PDDocument pdf;
    private @Nullable Path path;
    private @Nullable FileTime changed;

    PageChild() {}

    public static void main(String[] args) {
        ReaderProcess.prepare();
        var pages = new PageChild();
        ChildLoop.serve(1, pages::answer);
    }

    byte[] answer(byte[] bytes) throws IOException {
        var request = PageWire.request(bytes);
        try {
            var open = open(request.file());
            return switch (request.wish()) {
                case SIZES -> sizes(open);
                case LABELS -> labels(open);
                case OUTLINE -> done(out -> PageWire.write(PdfOutline.of(open), out));
                case GEOMETRY -> {
                    var geometry = PdfGeometry.of(open, request.page() - 1);
                    yield done(out -> PageWire.write(geometry, out));
                }
                case RENDER -> render(open, request.page() - 1, request.width());
            };
        } catch (InvalidPasswordException e) {
            return new byte[] {PageWire.LOCKED};
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return new byte[] {PageWire.DAMAGED};
        }
    }

    private PDDocument open(Path file) throws IOException {
        var time = Files.getLastModifiedTime(file);
        if (pdf != null && file.equals(path) && time.equals(changed)) {
            return pdf;
        }
        if (pdf != null) {
            pdf.close();
            pdf = null;
        }
        pdf = PdfReader.open(file);
        path = file;
        changed = time;
        return pdf;
    }

    private static byte[] sizes(PDDocument pdf) {
        int count = pdf.getNumberOfPages();
        var answer = answer(count * 2 * Float.BYTES);
        for (PDPage page : pdf.getPages()) {
            if (answer.remaining() >= 2 * Float.BYTES) {
                var size = PageSize.of(page);
                answer.putFloat(size.width()).putFloat(size.height());
            }
        }
        return answer.array();
    }

    /// None where every page is called by its number.
    private static byte[] labels(PDDocument pdf) throws IOException {
        var known = pdf.getDocumentCatalog().getPageLabels();
        var labels = known == null ? new String[0] : known.getLabelsByPageIndices();
        return done(out -> {
            for (var label : labels) {
                var words = label == null ? "" : Draft.clean(label).strip();
                out.writeUTF(words.length() > MAX_LABEL ? "" : words);
            }
        });
    }

    private static byte[] render(PDDocument pdf, int index, int width) throws IOException {
        var size = PageSize.of(pdf.getPage(index));
        double area = (double) size.width() * size.height();
        double scale = Math.min(width / size.width(), Math.sqrt(MAX_PIXELS / area));
        var renderer = new PDFRenderer(pdf);
        renderer.setSubsamplingAllowed(true);
        var image = renderer.renderImage(index, (float) scale, ImageType.RGB);
        int columns = image.getWidth();
        int rows = image.getHeight();
        var answer = answer((2 + columns * rows) * Integer.BYTES).putInt(columns).putInt(rows);
        var line = new int[columns];
        for (int y = 0; y < rows; y++) {
            image.getRGB(0, y, columns, 1, line, 0, columns);
            answer.asIntBuffer().put(line);
            answer.position(answer.position() + columns * Integer.BYTES);
        }
        return answer.array();
    }

    private static byte[] done(PageWire.Writing writing) {
        return PageWire.bytes(out -> {
            out.writeByte(PageWire.DONE);
            writing.to(out);
        });
    }

    private static ByteBuffer answer(int length) {
        return ByteBuffer.allocate(1 + length).put(PageWire.DONE);
    }
}
