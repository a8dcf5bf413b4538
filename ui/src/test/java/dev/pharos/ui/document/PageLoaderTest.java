package dev.pharos.ui.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.document.PdfPages;
import dev.pharos.ui.document.PageLoader.Wish;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;

@SuppressWarnings("NullAway.Init")
final class PageLoaderTest {
    private static final int SMALL = 60;
    private static final int LARGE = 1_500;

    @TempDir Path temp;
    private final Deque<Runnable> worker = new ArrayDeque<>();
    private final List<Integer> arrived = new ArrayList<>();
    private Path file;
    private PdfPages pages;
    private PageLoader loader;

    @BeforeEach
    void open() throws Exception {
        file = LongPdf.write(temp.resolve("log.pdf"), 300);
        pages = new PdfPages(temp);
        loader = new PageLoader(pages, new Background(worker::add, Runnable::run), arrived::add);
    }

    @AfterEach
    void close() {
        pages.close();
    }

    private Wish.Picture picture(int page, int width) {
        return new Wish.Picture(file, page, width);
    }

    private void work() {
        while (!worker.isEmpty()) {
            worker.remove().run();
        }
    }

    @Test
    void pagesThatFlyByAreNeverDrawn() {
        for (int page = 1; page <= 300; page++) {
            loader.want(List.of(picture(page, SMALL)));
        }
        work();
        assertEquals(List.of(300), arrived);
        assertNull(loader.picture(picture(150, SMALL)));
    }

    @Test
    void onlyAFewPicturesAreKept() {
        for (int page = 1; page <= 14; page++) {
            loader.want(List.of(picture(page, LARGE)));
            work();
        }
        assertEquals(IntStream.rangeClosed(1, 14).boxed().toList(), arrived);
        assertTrue(loader.bytes() <= PageLoader.MOST_BYTES);
        assertNotNull(loader.picture(picture(14, LARGE)));
        assertNull(loader.picture(picture(1, LARGE)));
    }

    @Test
    void untilAPictureIsThereOneOfAnotherSizeStandsInForIt() {
        loader.want(List.of(picture(1, SMALL)));
        work();
        loader.want(List.of(picture(1, 2 * SMALL)));
        assertEquals(SMALL, width(picture(1, 2 * SMALL)));
        work();
        assertEquals(2 * SMALL, width(picture(1, 2 * SMALL)));
    }

    private double width(Wish.Picture wish) {
        var image = loader.picture(wish);
        return image == null ? 0 : image.getWidth();
    }

    @Test
    void nothingIsTriedAgainWhereTheProgramEnds() {
        var ended =
                new PageLoader(
                        pages,
                        new Background(
                                _ -> {
                                    throw new RejectedExecutionException();
                                },
                                worker::add),
                        arrived::add);
        ended.want(List.of(picture(1, SMALL), picture(2, SMALL)));
        work();
        assertTrue(ended.failed(picture(1, SMALL)) && ended.failed(picture(2, SMALL)));
    }

    @Test
    void aPageThatCannotBeShownIsTriedOnceAndAgainWhenItComesBack() {
        loader.want(List.of(picture(301, SMALL)));
        work();
        assertTrue(loader.failed(picture(301, SMALL)));
        loader.want(List.of(picture(301, SMALL)));
        assertTrue(worker.isEmpty());
        loader.want(List.of());
        loader.want(List.of(picture(301, SMALL)));
        assertEquals(1, worker.size());
    }
}
