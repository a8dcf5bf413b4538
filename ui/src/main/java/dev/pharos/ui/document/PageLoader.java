package dev.pharos.ui.document;

import dev.pharos.engine.document.PageGeometry;
import dev.pharos.engine.document.PageImage;
import dev.pharos.engine.document.PdfPages;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Job;
import dev.pharos.ui.work.Outcome;

import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import org.jspecify.annotations.Nullable;

import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Gets what is wanted of pages, their pictures and where their words stand, and keeps some of it.
/// There is no queue: whenever there is time, the first thing is done that is wanted then and not
/// there yet, so that what has left the view by that time is never drawn. For the JavaFX thread.
final class PageLoader {
    /// Bytes of pictures that are kept, unless more than that is in view.
    static final long MOST_BYTES = 64L << 20;

    private static final int MOST_WORDS = 200;
    private static final int AT_ONCE = 2;

    /// Something that is wanted of a page. Pages are 1-based.
    sealed interface Wish {
        int page();

        /// @param width in pixels
        record Picture(Path file, int page, int width) implements Wish {}

        record Words(Path file, int page) implements Wish {}
    }

    private final PdfPages pages;
    private final Background background;
    private final Consumer<Integer> arrived;
    private final Map<Wish.Picture, Image> pictures = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Wish.Words, PageGeometry> words = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<Wish> failed = new HashSet<>();
    private final Set<Wish> left = new HashSet<>();
    private final Map<Wish, Job> underWay = new HashMap<>();
    private List<Wish> wanted = List.of();
    private long bytes;

    /// @param arrived hears the page of which something came, or could not come
    PageLoader(PdfPages pages, Background background, Consumer<Integer> arrived) {
        this.pages = pages;
        this.background = background;
        this.arrived = arrived;
    }

    /// Takes the place of all that was wanted before.
    ///
    /// @param wishes the most urgent first
    void want(List<Wish> wishes) {
        wanted = List.copyOf(wishes);
        failed.retainAll(wanted); // what comes into view again is tried again
        underWay.forEach((wish, job) -> {
            if (!wanted.contains(wish)) {
                left.add(wish);
                job.cancel();
            }
        });
        next();
    }

    private void next() {
        for (var wish : wanted) {
            if (underWay.size() >= AT_ONCE) {
                return;
            }
            if (!known(wish) && !failed.contains(wish) && !underWay.containsKey(wish)) {
                start(wish);
            }
        }
    }

    private boolean known(Wish wish) {
        return switch (wish) {
            case Wish.Picture picture -> pictures.containsKey(picture);
            case Wish.Words of -> words.containsKey(of);
        };
    }

    private void start(Wish wish) {
        var job =
                switch (wish) {
                    case Wish.Picture picture ->
                            background.job(
                                    _ ->
                                            image(
                                                    pages.render(
                                                            picture.file(),
                                                            picture.page(),
                                                            picture.width())),
                                    outcome -> finish(picture, outcome, this::keep));
                    case Wish.Words of ->
                            background.job(
                                    _ -> pages.geometry(of.file(), of.page()),
                                    outcome -> finish(of, outcome, this::keep));
                };
        underWay.put(wish, job);
        job.start();
    }

    private interface Keeping<W extends Wish, T> {
        void keep(W wish, T value);
    }

    private <W extends Wish, T> void finish(W wish, Outcome<T> outcome, Keeping<W, T> keeping) {
        underWay.remove(wish);
        boolean unwanted = left.remove(wish);
        switch (outcome) {
            case Outcome.Done(var value) -> keeping.keep(wish, value);
            case Outcome.Failed(_) -> failed.add(wish);
            case Outcome.Cancelled() -> {
                if (!unwanted) {
                    failed.add(wish); // the program ends: whoever tried again would try for ever
                }
            }
        }
        if (wanted.contains(wish) && !(outcome instanceof Outcome.Cancelled)) {
            arrived.accept(wish.page());
        }
        next();
    }

    private void keep(Wish.Picture wish, Image image) {
        pictures.put(wish, image);
        bytes += size(image);
        var eldest = pictures.entrySet().iterator();
        while (bytes > MOST_BYTES && eldest.hasNext()) {
            var each = eldest.next();
            if (!wanted.contains(each.getKey())) {
                bytes -= size(each.getValue());
                eldest.remove();
            }
        }
    }

    private void keep(Wish.Words wish, PageGeometry geometry) {
        words.put(wish, geometry);
        if (words.size() > MOST_WORDS) {
            words.remove(words.keySet().iterator().next());
        }
    }

    private static long size(Image image) {
        return (long) image.getWidth() * (long) image.getHeight() * Integer.BYTES;
    }

    /// Of the pictures that are kept.
    long bytes() {
        return bytes;
    }

    /// The picture of a page or, until that is there, one of another size; null where there is
    /// none.
    @Nullable Image picture(Wish.Picture wish) {
        var exact = pictures.get(wish);
        if (exact != null) {
            return exact;
        }
        return pictures.entrySet().stream()
                .filter(each -> each.getKey().page() == wish.page())
                .filter(each -> each.getKey().file().equals(wish.file()))
                .max(
                        Map.Entry.comparingByKey(
                                (one, other) -> Integer.compare(one.width(), other.width())))
                .map(Map.Entry::getValue)
                .orElse(null);
    }

    @Nullable PageGeometry words(Path file, int page) {
        return words.get(new Wish.Words(file, page));
    }

    boolean failed(Wish wish) {
        return failed.contains(wish);
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
