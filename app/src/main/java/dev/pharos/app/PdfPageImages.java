package dev.pharos.app;

import dev.pharos.engine.document.Block;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.PdfPages;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.ui.document.PageImages;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// The window's pages, drawn by the engine's [PdfPages]. The window names places by offsets into
/// the whole text of a source, the pages by offsets into their own text: this is where the two
/// meet. Safe for use by several threads.
final class PdfPageImages implements PageImages {
    private final Library library;
    private final PdfPages pages;

    PdfPageImages(Library library, PdfPages pages) {
        this.library = library;
        this.pages = pages;
    }

    @Override
    public List<Size> sizes(Path pdf) throws ProblemException {
        return pages.sizes(pdf).stream()
                .map(size -> new Size(size.width(), size.height()))
                .toList();
    }

    @Override
    public Image image(Path pdf, int page, int width) throws ProblemException {
        var drawn = pages.render(pdf, page, width);
        var image = new WritableImage(drawn.width(), drawn.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        drawn.width(),
                        drawn.height(),
                        PixelFormat.getIntArgbInstance(),
                        drawn.pixels(),
                        0,
                        drawn.width());
        return image;
    }

    @Override
    public List<Box> boxes(Path pdf, int page, int start, int end) throws ProblemException {
        var blocks = blocks(pdf, page);
        if (blocks.isEmpty()) {
            return List.of();
        }
        int first = blocks.getFirst().start();
        int from = Math.max(start, first);
        int to = Math.min(end, blocks.getLast().end());
        return from >= to
                ? List.of()
                : pages.boxes(pdf, page, from - first, to - first).stream()
                        .map(box -> new Box(box.x(), box.y(), box.width(), box.height()))
                        .toList();
    }

    /// The blocks of a page of the source whose original this file is; originals are named by the
    /// hash of their content.
    private List<Block> blocks(Path original, int page) {
        return library
                .sources()
                .withContent(original.getFileName().toString())
                .map(Source::id)
                .flatMap(library.sources()::document)
                .map(Document::blocks)
                .orElse(List.of())
                .stream()
                .filter(block -> Objects.equals(block.page(), page))
                .toList();
    }
}
