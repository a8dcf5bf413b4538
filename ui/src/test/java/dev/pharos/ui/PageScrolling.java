package dev.pharos.ui;

import dev.pharos.ui.document.LongPdf;

import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Measures how long the JavaFX thread is busy at a stretch while 1,000 pages scroll, and what
/// memory they take: `-Dmeasure=true`.
@EnabledIfSystemProperty(named = "measure", matches = ".+")
final class PageScrolling extends InWindow {
    private static final int PAGES = 1_000;
    private volatile boolean measuring;

    @Test
    void aThousandPages() throws Exception {
        window.drop(LongPdf.write(temp.resolve("long.pdf"), PAGES));
        toLine();
        robot.write("keeper");
        window.await(".hit-cell", Region.class, _ -> true);
        robot.type(KeyCode.ENTER);
        var pages = window.await("#pages", Region.class, _ -> true);
        window.await(".page-view ImageView", ImageView.class, each -> each.getImage() != null);
        robot.interact(pages::requestFocus);
        Pictures.pause(2_000);
        tell("idle", () -> Pictures.pause(2_000));
        memory("before");
        tell(
                "page down, 100 times",
                () -> {
                    for (int i = 0; i < 100; i++) {
                        robot.type(KeyCode.PAGE_DOWN);
                    }
                });
        var bar =
                (ScrollBar)
                        pages.lookupAll(".scroll-bar").stream()
                                .filter(each -> vertical(each))
                                .findFirst()
                                .orElseThrow();
        tell(
                "thumb to the end and back, 400 steps",
                () -> {
                    for (int i = 0; i <= 400; i++) {
                        double share = i <= 200 ? i / 200.0 : 2 - i / 200.0;
                        robot.interact(() -> bar.setValue(share * bar.getMax()));
                    }
                });
        tell(
                "zoom in and out",
                () -> {
                    for (int i = 0; i < 6; i++) {
                        robot.type(KeyCode.EQUALS);
                        Pictures.pause(150);
                    }
                    robot.type(KeyCode.DIGIT0);
                    Pictures.pause(500);
                });
        memory("after");
    }

    private static boolean vertical(Node node) {
        return node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL;
    }

    private static void memory(String when) {
        System.gc();
        var runtime = Runtime.getRuntime();
        System.out.printf(
                "%s: %d MB of heap%n", when, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    /// Asks the JavaFX thread for a word every few milliseconds; what it takes to answer is how
    /// long it was busy.
    private void tell(String what, Runnable work) throws Exception {
        var waits = new ArrayList<Long>();
        measuring = true;
        var pinging =
                CompletableFuture.runAsync(() -> {
                    while (measuring) {
                        waits.add(ping());
                    }
                });
        long begin = System.nanoTime();
        work.run();
        measuring = false;
        pinging.get(1, TimeUnit.MINUTES);
        System.out.printf(
                "%s: %.1f s, longest stretch %d ms, over 50 ms: %d of %d%n",
                what,
                (System.nanoTime() - begin) / 1e9,
                waits.stream().max(Long::compare).orElse(0L),
                over(waits, 50),
                waits.size());
    }

    private static long over(List<Long> waits, long ms) {
        return waits.stream().filter(wait -> wait > ms).count();
    }

    private static long ping() {
        long begin = System.nanoTime();
        var answered = new CompletableFuture<Void>();
        Platform.runLater(() -> answered.complete(null));
        answered.join();
        long ms = (System.nanoTime() - begin) / 1_000_000;
        try {
            Thread.sleep(3);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ms;
    }
}
