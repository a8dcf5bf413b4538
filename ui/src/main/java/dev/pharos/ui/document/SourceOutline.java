package dev.pharos.ui.document;

import dev.pharos.engine.document.PdfPages;
import dev.pharos.ui.document.ReaderViewModel.Opened;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/// Gives the headings of what is opened: those of its text or, where its pages have some, their
/// bookmarks. For the JavaFX thread.
final class SourceOutline {
    private final PdfPages images;
    private final Background background;
    private final Consumer<List<Heading>> shown;
    private @Nullable Opened opened;

    /// @param shown takes the headings, and better ones as soon as they are known
    SourceOutline(PdfPages images, Background background, Consumer<List<Heading>> shown) {
        this.images = images;
        this.background = background;
        this.shown = shown;
    }

    void show(Opened now) {
        opened = now;
        shown.accept(Heading.of(now.document()));
        var paper = now.paper();
        if (paper == null) {
            return;
        }
        background
                .<List<Heading>>job(
                        _ -> Heading.of(now.document(), images.outline(paper.file())),
                        outcome -> {
                            if (now == opened
                                    && outcome instanceof Outcome.Done(var bookmarks)
                                    && !bookmarks.isEmpty()) {
                                shown.accept(bookmarks);
                            }
                        })
                .start();
    }
}
