package dev.pharos.ui;

import dev.pharos.engine.document.DirectExtractor;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// How long the window stands still with very many sources: `-Dmany=20000`. Writes for each step
/// how long the JavaFX thread let another task wait at most, and where it was then.
@SuppressWarnings("NullAway.Init")
@EnabledIfSystemProperty(named = "many", matches = "\\d+")
final class ManyItems {
    private static final Random RANDOM = new Random(20_000);
    private static final List<String> WORDS =
            List.of(
                    "harbour", "light", "keeper", "storm", "letter", "archive", "river", "Öl",
                    "winter", "glass", "compass", "voyage", "map", "index", "signal", "tide");
    private static final int LONG_MS = 100;

    private final int count = Integer.getInteger("many", 0);
    private final PatientRobot robot = new PatientRobot();
    @TempDir Path temp;
    private TestWindow window;

    private static String word() {
        return WORDS.get(RANDOM.nextInt(WORDS.size()));
    }

    private static Sources.Revision revision(int number) {
        var kinds =
                List.of(SourceKind.PDF, SourceKind.BOOK, SourceKind.WEBPAGE, SourceKind.DOCUMENT);
        String title = word() + " and " + word() + " " + number;
        String text = "The " + word() + " of the " + word() + " is " + number + ".";
        var authors = number % 3 == 0 ? List.<String>of() : List.of(word() + " " + number % 900);
        Set<String> tags = number % 2 == 0 ? Set.of() : Set.of(word(), "work/" + word());
        var document =
                new Document(
                        "text/plain",
                        kinds.get(number % 4),
                        title,
                        authors,
                        null,
                        null,
                        "en",
                        text,
                        List.of(),
                        List.of(),
                        tags,
                        Map.of(),
                        true);
        var source =
                new Source(
                        new SourceId(new UUID(7, number)),
                        document.kind(),
                        title,
                        Path.of("/many", number + ".txt"),
                        1,
                        String.format(Locale.ROOT, "%064x", number),
                        text.length(),
                        "text/plain",
                        "en",
                        authors,
                        tags,
                        null,
                        null,
                        Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number),
                        1);
        var place = new Place(null, null, 1, null, null, 0, text.length());
        return new Sources.Revision(
                source, document, List.of(new Sources.Chunk(place, text, "en")), Map.of());
    }

    private void fill(Path home) throws Exception {
        Files.createDirectories(home);
        var abilities =
                new Abilities(
                        new DirectExtractor(),
                        FixedEmbedders.of(new HashingEmbedder()),
                        Abilities.Chat.NONE);
        try (var library = Library.open(home.resolve("library"), Library.Access.WRITE, abilities)) {
            var revisions = new ArrayList<Sources.Revision>();
            for (int i = 0; i < count; i++) {
                revisions.add(revision(i));
            }
            library.sources().saveAll(revisions);
        }
    }

    /// Asks the JavaFX thread again and again to do nothing, and measures how long that takes.
    private static final class Watch extends Thread {
        private final AtomicBoolean over = new AtomicBoolean();
        private volatile long longest;

        @Override
        public void run() {
            while (!over.get()) {
                var done = new CountDownLatch(1);
                long start = System.nanoTime();
                Platform.runLater(done::countDown);
                try {
                    if (!done.await(LONG_MS, TimeUnit.MILLISECONDS)) {
                        tell();
                    }
                    done.await();
                    longest = Math.max(longest, (System.nanoTime() - start) / 1_000_000);
                    Thread.sleep(2);
                } catch (InterruptedException _) {
                    return;
                }
            }
        }

        private static void tell() {
            for (var each : Thread.getAllStackTraces().entrySet()) {
                if (each.getKey().getName().equals("JavaFX Application Thread")) {
                    List.of(each.getValue()).stream()
                            .limit(30)
                            .forEach(frame -> System.out.println("      " + frame));
                    System.out.println();
                }
            }
        }
    }

    private void step(String name, Runnable does) throws InterruptedException {
        Pictures.pause(1_500);
        System.out.println("> " + name);
        var watch = new Watch();
        watch.start();
        long start = System.nanoTime();
        does.run();
        long took = (System.nanoTime() - start) / 1_000_000;
        Pictures.pause(1_500);
        watch.over.set(true);
        watch.join();
        System.out.printf("%-34s %6d ms, longest pause %5d ms%n", name, took, watch.longest);
    }

    private ListView<?> list() {
        return window.await("#list", ListView.class, Node::isVisible);
    }

    private void await(int items) {
        var list = list();
        TestWindow.until(() -> TestWindow.onFx(() -> list.getItems().size() == items));
    }

    private void order(int index) {
        ComboBox<?> order = window.await("#order", ComboBox.class, Node::isVisible);
        robot.interact(() -> order.getSelectionModel().select(index));
    }

    private void tagged(String tag, boolean has) {
        var list = list();
        TestWindow.until(() ->
                TestWindow.onFx(() ->
                        list.getItems().stream()
                                .allMatch(each -> ((Source) each).tags().contains(tag) == has)));
    }

    private void press(KeyCode key) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(key);
        robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
    }

    private void all() {
        robot.interact(() -> list().requestFocus());
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        var list = list();
        TestWindow.until(() ->
                TestWindow.onFx(
                        () -> list.getSelectionModel().getSelectedIndices().size() == count));
    }

    @Test
    void tour() throws Exception {
        var home = temp.resolve("home");
        fill(home);
        var opening = new Watch();
        window = TestWindow.open(home, 1280, 800, Locale.ENGLISH);
        opening.start();
        await(count);
        Pictures.pause(3_000);
        opening.over.set(true);
        opening.join();
        System.out.println("opening, longest pause " + opening.longest + " ms");
        try {
            look();
            change();
        } finally {
            window.close();
        }
    }

    private void look() throws InterruptedException {
        step(
                "scroll to the end",
                () -> {
                    for (int i = 0; i < count; i += count / 50) {
                        int at = i;
                        robot.interact(() -> list().scrollTo(at));
                    }
                });
        for (int i = 4; i >= 0; i--) {
            int index = i;
            step("order " + i, () -> order(index));
        }
        step(
                "filter",
                () -> {
                    var filter = window.focus("#filter", TextField.class, Node::isVisible);
                    robot.write("harb");
                    robot.type(
                            KeyCode.BACK_SPACE,
                            KeyCode.BACK_SPACE,
                            KeyCode.BACK_SPACE,
                            KeyCode.BACK_SPACE);
                    await(count);
                });
        step("choose all", this::all);
        step("choose one", () -> robot.type(KeyCode.ESCAPE));
        step(
                "arrows",
                () -> {
                    for (int i = 0; i < 30; i++) {
                        robot.type(KeyCode.DOWN);
                    }
                });
    }

    private void change() throws InterruptedException {
        step(
                "tag all",
                () -> {
                    all();
                    press(KeyCode.A);
                    Pictures.pause(300);
                    robot.write("harbourmaster\n");
                    tagged("harbourmaster", true);
                });
        step(
                "take the tag back",
                () -> {
                    press(KeyCode.Z);
                    tagged("harbourmaster", false);
                });
        step(
                "collect all",
                () -> {
                    all();
                    press(KeyCode.C);
                    Pictures.pause(300);
                    robot.write("Everything\n");
                    window.awaitItems("#shelves", 6);
                });
        for (int i = 1; i < 6; i++) {
            int index = i;
            step(
                    "collection " + i,
                    () -> {
                        ListView<?> shelves =
                                window.await("#shelves", ListView.class, Node::isVisible);
                        robot.interact(() -> shelves.getSelectionModel().select(index));
                    });
        }
        step(
                "all sources",
                () -> {
                    ListView<?> shelves = window.await("#shelves", ListView.class, Node::isVisible);
                    robot.interact(() -> shelves.getSelectionModel().select(0));
                    await(count);
                });
        step(
                "tags",
                () -> {
                    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT4).release(KeyCode.CONTROL);
                    window.await(".tree-view", Node.class, Node::isVisible);
                });
        step(
                "library",
                () -> {
                    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT1).release(KeyCode.CONTROL);
                    await(count);
                });
        step(
                "throw all away",
                () -> {
                    all();
                    robot.type(KeyCode.DELETE);
                    await(0);
                });
        step(
                "take all back",
                () -> {
                    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
                    window.await(".action-bar .progress-bar", Node.class, Node::isVisible);
                    System.out.println("      with its progress shown");
                    await(count);
                });
    }
}
