package dev.pharos.ui.document;

import dev.pharos.engine.document.PageBox;
import dev.pharos.engine.document.PageImage;
import dev.pharos.engine.document.PdfPages;
import dev.pharos.engine.search.Hit;
import dev.pharos.ui.document.ReaderViewModel.Paper;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Job;
import dev.pharos.ui.work.Outcome;

import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Renders pages on workers and keeps the newest few. For the JavaFX thread.
final class PageLoader {
    private static final int KEPT = 12;

    /// A page with the boxes of the marked words on it.
    record Rendered(Image image, List<PageBox> boxes) {}

    private record Key(Path file, int page, int width) {}

    private final PdfPages pages;
    private final Background background;
    private final Map<Key, Image> kept =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Image> eldest) {
                    return size() > KEPT;
                }
            };

    PageLoader(PdfPages pages, Background background) {
        this.pages = pages;
        this.background = background;
    }

    /// Begins to render a page; a cancelled job shows nothing.
    Job load(Paper paper, int page, int width, List<Hit.Range> marks, Consumer<Rendered> show) {
        var key = new Key(paper.file(), page, width);
        Image known = kept.get(key);
        var job =
                background.<Rendered>job(
                        progress -> {
                            Image image =
                                    known == null
                                            ? image(pages.render(key.file(), page, width))
                                            : known;
                            progress.checkpoint();
                            var boxes = new ArrayList<PageBox>();
                            for (var mark : marks) {
                                boxes.addAll(
                                        pages.geometry(key.file(), page)
                                                .boxes(mark.start(), mark.end()));
                            }
                            progress.checkpoint();
                            return new Rendered(image, List.copyOf(boxes));
                        },
                        outcome -> {
                            if (outcome instanceof Outcome.Done(var rendered)) {
                                kept.put(key, rendered.image());
                                show.accept(rendered);
                            }
                        });
        job.start();
        return job;
    }

    /// The child renders opaque pages, so that their pixels need no premultiplying.
    private static Image image(PageImage page) {
        return new WritableImage(
                new PixelBuffer<>(
                        page.width(),
                        page.height(),
                        IntBuffer.wrap(page.pixels()),
                        PixelFormat.getIntArgbPreInstance()));
    }
}
