package dev.pharos.ui;

import javafx.scene.Node;
import javafx.scene.layout.HBox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Nothing holds what was closed: neither a window, with the library behind it, nor a tab.
final class HoldingTest {
    @TempDir Path temp;

    private TestWindow open(String home) throws Exception {
        return TestWindow.open(temp.resolve(home), 1000, 700, Locale.ENGLISH);
    }

    private static void command(TestWindow window, String id) {
        WaitForAsyncUtils.asyncFx(
                () -> window.opened().commands().find(id).orElseThrow().action().run());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void awaitGone(List<WeakReference<?>> all) {
        TestWindow.until(() -> {
            System.gc();
            return all.stream().allMatch(each -> each.get() == null);
        });
    }

    /// One that is used, so that what is built late is there too.
    private List<WeakReference<?>> usedAndClosed() throws Exception {
        try (var window = open("first")) {
            for (String page : List.of("settings", "keys", "graph", "timeline", "jobs", "split")) {
                command(window, "command." + page);
            }
            command(window, "command.record");
            var recording = Objects.requireNonNull(window.opened().recording());
            TestWindow.until(() -> TestWindow.onFx(() -> recording.runningProperty().get()));
            var unused = TestWindow.onFx(window.resident::captureWindow);
            return List.of(
                    new WeakReference<>(window.library),
                    new WeakReference<>(window.opened().shell()),
                    new WeakReference<>(window.opened().root()));
        }
    }

    @Test
    void aClosedWindowIsGoneWhenTheNextOneIsOpen() throws Exception {
        var closed = usedAndClosed();
        try (var next = open("next")) {
            command(next, "command.settings");
            awaitGone(closed);
        }
    }

    private static WeakReference<Node> closedTab(TestWindow window) {
        command(window, "command.newTab");
        command(window, "command.settings");
        var head =
                new WeakReference<>(
                        TestWindow.<Node>onFx(() ->
                                ((HBox) window.opened().root().lookup(".tab-strip"))
                                        .getChildren()
                                        .getLast()));
        command(window, "command.closeTab");
        command(window, "command.reopenTab");
        return head;
    }

    @Test
    void aClosedTabIsGoneThoughItCanBeOpenedAgain() throws Exception {
        try (var window = open("first")) {
            awaitGone(List.of(closedTab(window)));
        }
    }
}
