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
import java.util.List;

/// The process in which [PdfPages] lets pages be drawn. Keeps the last file open. One worker.
final class PageChild {

    /// Of one picture: 64 MB.
    static final int MAX_PIXELS = 16_000_000;

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
                case RENDER -> render(open, request.page() - 1, request.width());
                case BOXES -> boxes(open, request);
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
                var size = size(page);
                answer.putFloat(size.width()).putFloat(size.height());
            }
        }
        return answer.array();
    }

    private static PageSize size(PDPage page) {
        var box = page.getCropBox();
        return page.getRotation() % 180 == 0
                ? new PageSize(box.getWidth(), box.getHeight())
                : new PageSize(box.getHeight(), box.getWidth());
    }

    private static byte[] render(PDDocument pdf, int index, int width) throws IOException {
        var size = size(pdf.getPage(index));
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

    private static byte[] boxes(PDDocument pdf, PageWire.Request request) throws IOException {
        List<PageBox> boxes =
                PdfBoxes.of(pdf.getPage(request.page() - 1), request.start(), request.end());
        var answer = answer(boxes.size() * 4 * Double.BYTES);
        for (var box : boxes) {
            answer.putDouble(box.x())
                    .putDouble(box.y())
                    .putDouble(box.width())
                    .putDouble(box.height());
        }
        return answer.array();
    }

    private static ByteBuffer answer(int length) {
        return ByteBuffer.allocate(1 + length).put(PageWire.DONE);
    }
}
