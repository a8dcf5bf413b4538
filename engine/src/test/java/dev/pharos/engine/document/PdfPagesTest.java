package dev.pharos.engine.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.document.SampleFiles.Words;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.ChildJvm;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class PdfPagesTest {

    private static final int WHITE = 0xFFFFFFFF;

    @TempDir Path folder;
    private PdfPages pages;

    @BeforeEach
    void open() {
        pages = new PdfPages(folder);
    }

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void everyPageHasItsSizeAsItIsShown() throws IOException, ProblemException {
        var file = turned(90);
        assertEquals(
                List.of(new PageSize(842, 595), new PageSize(842, 595)),
                pages.sizes(file).stream()
                        .map(size ->
                                new PageSize(Math.round(size.width()), Math.round(size.height())))
                        .toList());
    }

    @Test
    void aPageIsRenderedAtTheWidthAskedFor() throws IOException, ProblemException {
        var image = pages.render(turned(0), 1, 595);
        assertEquals(595, image.width());
        assertEquals(842, image.height(), 1);
        assertTrue(ink(image, new PageBox(0, 0, 1, 1)) > 100);
    }

    @Test
    void aPictureNeverGrowsBeyondItsPixels() throws IOException, ProblemException {
        var image = pages.render(turned(0), 1, 1_000_000);
        assertTrue((long) image.width() * image.height() <= PageChild.MAX_PIXELS * 1.01);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void theBoxOfAWordCoversItsPixelsAndNoOthers(int rotation)
            throws IOException, ProblemException {
        var file = turned(rotation);
        int start = pageText(file, 2).indexOf("Xylophone");
        var boxes = pages.geometry(file, 2).boxes(start, start + "Xylophone".length());
        assertEquals(1, boxes.size());
        var image = pages.render(file, 2, 800);
        double all = ink(image, new PageBox(0, 0, 1, 1));
        assertTrue(all > 50);
        assertEquals(1, ink(image, boxes.getFirst()) / all, 0.02);
        assertTrue(boxes.getFirst().width() * boxes.getFirst().height() < 0.01);
    }

    @Test
    void wordsOnTwoLinesGetABoxALine() throws IOException, ProblemException {
        var file =
                SampleFiles.pdf(
                        folder.resolve("a.pdf"),
                        List.of(
                                new Words(72, 700, "The lamp was lit"),
                                new Words(72, 686, "at dusk.")));
        int start = pageText(file, 1).indexOf("lit at");
        var boxes = pages.geometry(file, 1).boxes(start, start + "lit at".length());
        assertEquals(2, boxes.size());
        assertTrue(boxes.get(0).y() < boxes.get(1).y());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void aPointOnACharacterIsFoundAsThatCharacter(int rotation)
            throws IOException, ProblemException {
        var file = turned(rotation);
        var geometry = pages.geometry(file, 1);
        for (int i = 0; i < pageText(file, 1).length(); i++) {
            for (var box : geometry.boxes(i, i + 1)) {
                double x = box.x() + box.width() / 2;
                double y = box.y() + box.height() / 2;
                assertEquals(i, geometry.character(x, y));
                assertTrue(geometry.isText(x, y));
            }
        }
        assertFalse(geometry.isText(0.99, 0.99));
    }

    @Test
    void theRoomBehindAShortLastLineBelongsToThatLine() throws IOException, ProblemException {
        var file =
                SampleFiles.pdf(
                        folder.resolve("a.pdf"),
                        List.of(
                                new Words(72, 700, "The lamp was lit long before"),
                                new Words(72, 686, "the dusk.")));
        var lastLine = pages.geometry(file, 1).lines().getLast();
        double y = lastLine.box().y() + lastLine.box().height() / 2;
        assertEquals(lastLine.end(), pages.geometry(file, 1).caret(0.3, y));
    }

    @Test
    void aPageTellsWhatItLinksTo() throws IOException, ProblemException {
        var file = folder.resolve("linked.pdf");
        try (var pdf = new PDDocument()) {
            SampleFiles.addPage(pdf, List.of(new Words(72, 700, "See there.")));
            SampleFiles.addPage(pdf, List.of(new Words(72, 700, "There.")));
            var rectangle = new PDRectangle(0, 421, 297.5f, 421);
            var web = new PDActionURI();
            web.setURI("https://example.org/");
            var script = new PDActionURI();
            script.setURI("javascript:alert(1)");
            var within = new PDPageXYZDestination();
            within.setPage(pdf.getPage(1));
            within.setTop(421);
            pdf.getPage(0)
                    .setAnnotations(
                            List.of(
                                    link(rectangle, web, null),
                                    link(rectangle, script, null),
                                    link(rectangle, null, within)));
            pdf.save(file.toFile());
        }
        var links = pages.geometry(file, 1).links();
        assertEquals(
                List.of("https://example.org/", "2 at 0.5"),
                links.stream()
                        .map(link ->
                                switch (link) {
                                    case PageLink.Web(_, var address) -> address;
                                    case PageLink.Within(_, var page, var y) ->
                                            page + " at " + Math.round(y * 100) / 100.0;
                                })
                        .toList());
        assertEquals(0.5, links.getFirst().box().width(), 0.01);
        assertEquals(0, links.getFirst().box().y(), 0.01);
    }

    private static PDAnnotationLink link(
            PDRectangle rectangle, @Nullable PDActionURI web, @Nullable PDPageDestination within) {
        var link = new PDAnnotationLink();
        link.setRectangle(rectangle);
        if (web != null) {
            link.setAction(web);
        } else {
            link.setDestination(within);
        }
        return link;
    }

    @Test
    void pagesTellWhatTheyAreCalled() throws IOException, ProblemException {
        var file = folder.resolve("labelled.pdf");
        try (var pdf = new PDDocument()) {
            for (int i = 0; i < 3; i++) {
                SampleFiles.addPage(pdf, List.of(new Words(72, 700, "Words.")));
            }
            var labels = new PDPageLabels(pdf);
            var roman = new PDPageLabelRange();
            roman.setStyle(PDPageLabelRange.STYLE_ROMAN_LOWER);
            labels.setLabelItem(0, roman);
            var arabic = new PDPageLabelRange();
            arabic.setStyle(PDPageLabelRange.STYLE_DECIMAL);
            labels.setLabelItem(2, arabic);
            pdf.getDocumentCatalog().setPageLabels(labels);
            pdf.save(file.toFile());
        }
        assertEquals(List.of("i", "ii", "1"), pages.labels(file));
    }

    @Test
    void aFileThatIsNoPdfIsDamaged() throws IOException {
        var file = Files.writeString(folder.resolve("a.pdf"), "no pdf");
        var error = assertThrows(ProblemException.class, () -> pages.sizes(file));
        assertEquals(new Problem.DamagedFile(file), error.problem());
    }

    @Test
    void aPageThatIsNotThereIsAProblem() throws IOException {
        var file = turned(0);
        assertThrows(ProblemException.class, () -> pages.render(file, 3, 100));
    }

    @Test
    void aPageWhoseChildDiedOfAnotherIsDrawnInAFreshOne() throws IOException, ProblemException {
        var file = turned(0);
        Files.createFile(folder.resolve("dies-once"));
        try (var faulty = new PdfPages(ReaderProcess.recipe(FaultyPageChild.class))) {
            assertEquals(595, faulty.render(file, 1, 595).width());
        }
    }

    @Test
    void aPageThatCrashesEveryChildIsDamaged() throws IOException {
        var file = Files.move(turned(0), folder.resolve("crash.pdf"));
        try (var faulty = new PdfPages(ReaderProcess.recipe(FaultyPageChild.class))) {
            var error = assertThrows(ProblemException.class, () -> faulty.render(file, 1, 100));
            assertEquals(new Problem.DamagedFile(file), error.problem());
        }
    }

    @Test
    void aChildThatDoesNotStartIsNotBlamedOnTheFile() throws IOException {
        var file = turned(0);
        var broken = new ChildJvm.Recipe(PageChild.class, List.of("-XX:NoSuchFlag"));
        try (var unable = new PdfPages(broken)) {
            assertThrows(IllegalStateException.class, () -> unable.sizes(file));
        }
    }

    /// The text of a page as the reader gives it, from the page's first block on.
    private static String pageText(Path file, int page) throws ProblemException {
        var document = new DirectExtractor().extract(file, file);
        var blocks =
                document.blocks().stream()
                        .filter(block -> Integer.valueOf(page).equals(block.page()))
                        .toList();
        return document.text().substring(blocks.getFirst().start(), blocks.getLast().end());
    }

    /// Two pages that are shown turned; on the second stands one word.
    private Path turned(int rotation) throws IOException {
        var file = folder.resolve("turned" + rotation + ".pdf");
        try (var pdf = new PDDocument()) {
            SampleFiles.addPage(
                    pdf,
                    List.of(new Words(72, 700, "The lamp was lit."), new Words(72, 650, "More.")));
            SampleFiles.addPage(
                    pdf, List.of(new Words(SampleFiles.PLAIN, 14, 200, 500, "Xylophone")));
            pdf.getPages().forEach(page -> page.setRotation(rotation));
            pdf.save(file.toFile());
        }
        return file;
    }

    /// Pixels in `box` that are not white.
    private static long ink(PageImage image, PageBox box) {
        long count = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                double across = (x + 0.5) / image.width();
                double down = (y + 0.5) / image.height();
                boolean inside =
                        across >= box.x()
                                && across <= box.x() + box.width()
                                && down >= box.y()
                                && down <= box.y() + box.height();
                count += inside && image.pixels()[y * image.width() + x] != WHITE ? 1 : 0;
            }
        }
        return count;
    }
}
