package dev.pharos.engine.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.document.SampleFiles.Words;
import dev.pharos.engine.problem.ProblemException;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class PdfOutlineTest {

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

    @FunctionalInterface
    private interface Bookmarks {
        void add(PDDocument pdf, PDDocumentOutline outline);
    }

    /// Three pages.
    private Path marked(Bookmarks bookmarks) throws IOException {
        var file = folder.resolve("marked.pdf");
        try (var pdf = new PDDocument()) {
            for (int i = 0; i < 3; i++) {
                SampleFiles.addPage(pdf, List.of(new Words(72, 700, "Words.")));
            }
            var outline = new PDDocumentOutline();
            bookmarks.add(pdf, outline);
            pdf.getDocumentCatalog().setDocumentOutline(outline);
            pdf.save(file.toFile());
        }
        return file;
    }

    private static PDOutlineItem item(String title) {
        var item = new PDOutlineItem();
        item.setTitle(title);
        return item;
    }

    @Test
    void bookmarksComeInTheirOrderWithTheirPlaces() throws IOException, ProblemException {
        var file =
                marked((pdf, outline) -> {
                    var part = item("Part\n one");
                    part.setDestination(pdf.getPage(0));
                    var chapter = item("Chapter");
                    var half = new PDPageXYZDestination();
                    half.setPage(pdf.getPage(2));
                    half.setTop(421);
                    chapter.setDestination(half);
                    part.addLast(chapter);
                    outline.addLast(part);
                    outline.addLast(item("Nowhere"));
                });
        assertEquals(
                List.of("1 Part one 1 0.0", "2 Chapter 3 0.5", "1 Nowhere 0 0.0"),
                pages.outline(file).stream()
                        .map(entry ->
                                "%d %s %d %s"
                                        .formatted(
                                                entry.level(),
                                                entry.title(),
                                                entry.page(),
                                                Math.round(entry.y() * 100) / 100.0))
                        .toList());
    }

    @Test
    void bookmarksThatLeadBackToThemselvesEnd() throws IOException, ProblemException {
        var file =
                marked((_, outline) -> {
                    var one = item("One");
                    var two = item("Two");
                    outline.addLast(one);
                    outline.addLast(two);
                    two.getCOSObject().setItem(COSName.NEXT, one);
                    two.getCOSObject().setItem(COSName.FIRST, outline);
                    one.getCOSObject().setItem(COSName.FIRST, one);
                });
        assertEquals(
                List.of("One", "Two"),
                pages.outline(file).stream().map(OutlineEntry::title).toList());
    }

    @Test
    void noMoreBookmarksAreReadThanAnybodyNeeds() throws IOException, ProblemException {
        var file =
                marked((_, outline) -> {
                    var deep = item("0");
                    outline.addLast(deep);
                    for (int i = 1; i < 40; i++) {
                        var below = item("" + i);
                        deep.addLast(below);
                        deep = below;
                    }
                    for (int i = 0; i < 101; i++) {
                        var wide = item("wide");
                        outline.addLast(wide);
                        for (int k = 0; k < PdfOutline.MAX_ENTRIES / 100; k++) {
                            wide.addLast(item("narrow"));
                        }
                    }
                });
        var entries = pages.outline(file);
        assertEquals(PdfOutline.MAX_ENTRIES, entries.size());
        assertTrue(entries.stream().allMatch(entry -> entry.level() <= PdfOutline.MAX_LEVEL));
    }
}
