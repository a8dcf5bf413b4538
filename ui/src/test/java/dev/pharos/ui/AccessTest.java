package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.ui.model.MemoryPorts;
import dev.pharos.ui.sound.Interview;

import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Every screen of the window, filled, for those who have no mouse or do not see it.
@SuppressWarnings("NullAway.Init")
final class AccessTest {
    private static final int ENOUGH = 120;

    private final PatientRobot robot = new PatientRobot();
    @TempDir Path temp;
    private TestWindow window;

    /// What is wrong, each once.
    private final Set<String> wrong = new TreeSet<>();

    @BeforeEach
    void open() throws Exception {
        var home = temp.resolve("home");
        var ports = new MemoryPorts(home.resolve("models")).ports();
        window = TestWindow.open(home, 1280, 800, Locale.ENGLISH, ports);
        window.awaitKeyboard(".radio-button");
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private void fill() throws Exception {
        robot.type(KeyCode.ESCAPE);
        window.press("#welcomeSamples");
        window.awaitTitle("Start here");
        var talk = Interview.transcript();
        window.recording(Interview.wav(temp.resolve("At the lighthouse.wav"), talk), talk);
        window.drop(Samples.write(temp.resolve("samples")));
        window.press(".import-panel #close");
    }

    private void keys(KeyCode key, KeyCode... held) {
        robot.press(held).type(key).release(held);
    }

    /// Each screen, and what leads there.
    private Map<String, Runnable> screens() {
        var screens = new LinkedHashMap<String, Runnable>();
        screens.put("library", () -> keys(KeyCode.DIGIT1, KeyCode.CONTROL));
        screens.put("note", () -> opened("lamp"));
        screens.put("document", () -> opened("keeper"));
        screens.put("transcript", () -> opened("lighthouse"));
        screens.put("recordings", () -> keys(KeyCode.DIGIT2, KeyCode.CONTROL));
        screens.put("notes", () -> keys(KeyCode.DIGIT3, KeyCode.CONTROL));
        screens.put("tags", () -> keys(KeyCode.DIGIT4, KeyCode.CONTROL));
        screens.put("ask", () -> keys(KeyCode.DIGIT5, KeyCode.CONTROL));
        screens.put("jobs", () -> keys(KeyCode.J, KeyCode.CONTROL));
        screens.put("batches", () -> keys(KeyCode.J, KeyCode.CONTROL, KeyCode.SHIFT));
        screens.put("keys", () -> keys(KeyCode.F1));
        screens.put("settings", () -> keys(KeyCode.COMMA, KeyCode.CONTROL));
        for (String page : List.of("models", "hardware", "endpoints")) {
            screens.put(page, () -> page(page));
        }
        return screens;
    }

    private void opened(String name) {
        keys(KeyCode.DIGIT1, KeyCode.CONTROL);
        keys(KeyCode.O, KeyCode.CONTROL);
        window.awaitKeyboard(".palette .text-field");
        robot.write(name);
        window.await(
                ".palette .list-view",
                ListView.class,
                list -> !list.getItems().isEmpty() && list.getItems().size() < 4);
        robot.type(KeyCode.ENTER);
        window.await("#page #title", Node.class, title -> title(title).contains(name));
    }

    private static String title(Node title) {
        var words = title instanceof TextInputControl field ? field.getText() : said(title);
        return words == null ? "" : words.toLowerCase(Locale.ROOT);
    }

    private void page(String page) {
        keys(KeyCode.COMMA, KeyCode.CONTROL);
        window.press("#" + page);
    }

    private List<Node> used() {
        return TestWindow.onFx(() -> {
            var root = window.opened().root();
            root.applyCss();
            root.layout();
            return root.lookupAll("*").stream()
                    .filter(AccessTest::there)
                    .filter(node -> node.isFocusTraversable() && !node.isDisabled())
                    .toList();
        });
    }

    private static boolean there(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getBoundsInParent().getWidth() > 0;
    }

    @Test
    void everyScreenSaysWhatItHas() throws Exception {
        listen("first steps");
        fill();
        screens()
                .forEach((name, go) -> {
                    go.run();
                    settle();
                    listen(name);
                });
        assertEquals(Set.of(), wrong);
    }

    /// Waits until all that a screen is made of is there: nothing is worked on, and nothing comes,
    /// goes or moves from one picture to the next.
    private void settle() {
        var before = new AtomicReference<Map<Node, Bounds>>(Map.of());
        TestWindow.until(() -> {
            boolean idle = window.idle();
            PatientRobot.awaitPulse();
            var now = TestWindow.onFx(this::places);
            return before.getAndSet(now).equals(now) && idle && window.idle();
        });
    }

    private Map<Node, Bounds> places() {
        var places = new HashMap<Node, Bounds>();
        for (Node node : window.opened().root().lookupAll("*")) {
            if (there(node)) {
                places.put(node, node.localToScene(node.getLayoutBounds()));
            }
        }
        return places;
    }

    private void listen(String screen) {
        robot.interact(() ->
                window.opened().root().lookupAll("*").stream()
                        .filter(AccessTest::there)
                        .forEach(node -> listen(screen, node)));
    }

    private void listen(String screen, Node node) {
        if (node instanceof IndexedCell<?> cell && !cell.isEmpty() && cell.getItem() != null) {
            String said = said(cell);
            if (said.isBlank() || said.equals(cell.getItem().toString()) && said.contains("[")) {
                tell(screen, node, "a row that says nothing");
            }
        } else if (node instanceof ButtonBase button && said(button).isBlank()) {
            tell(screen, node, "a button without a name");
        } else if (node instanceof ButtonBase button
                && blank(button.getText())
                && button.getTooltip() == null
                && !button.getStyleClass().contains("card-button")
                && !button.getStyleClass().contains("arrow-button")) {
            tell(screen, node, "a picture that does not tell what it does");
        } else if (node.isFocusTraversable()
                && node.getAccessibleRole() == AccessibleRole.NODE
                && blank(node.getAccessibleText())) {
            tell(screen, node, "something without a role");
        }
    }

    private void tell(String screen, Node node, String what) {
        wrong.add(screen + ": " + what + ": " + described(node));
    }

    private static String described(Node node) {
        return node.getClass().getSimpleName()
                + (node.getId() == null ? "" : "#" + node.getId())
                + node.getStyleClass().stream().collect(Collectors.joining(".", ".", ""));
    }

    private static String said(Node node) {
        if (!blank(node.getAccessibleText())) {
            return node.getAccessibleText();
        }
        return node instanceof Labeled labeled && labeled.getText() != null
                ? labeled.getText()
                : "";
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    @Test
    void tabReachesEverythingShowsWhereItIsAndIsNowhereTrapped() throws Exception {
        walk("first steps");
        fill();
        screens()
                .forEach((name, go) -> {
                    go.run();
                    settle();
                    keys(KeyCode.F, KeyCode.CONTROL, KeyCode.SHIFT);
                    window.awaitKeyboard("#line");
                    walk(name);
                });
        assertEquals(Set.of(), wrong);
    }

    /// Goes round once by the Tab key alone.
    private void walk(String screen) {
        var all = used();
        var visited = new LinkedHashSet<Node>();
        for (int i = 0; i < ENOUGH; i++) {
            var at = focused();
            if (at == null || !visited.add(at)) {
                break;
            }
            var seen = picture(at);
            robot.type(KeyCode.TAB);
            if (focused() == at) {
                tell(screen, at, "Tab does not leave it");
                keys(KeyCode.F6);
            } else if (!typed(at) && same(seen, picture(at))) {
                tell(screen, at, "not seen that it has the keyboard");
            }
        }
        for (Node node : all) {
            boolean gone = node.getScene() == null; // as short news
            if (!gone && !visited.contains(node) && !within(node, visited)) {
                tell(screen, node, "Tab does not come here");
            }
        }
    }

    /// A caret tells it.
    private static boolean typed(Node node) {
        return node instanceof TextInputControl;
    }

    private static boolean within(Node node, Set<Node> visited) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ListView<?>
                    || at instanceof TreeView<?>
                    || at instanceof MenuButton) {
                return visited.contains(at);
            }
        }
        return node instanceof RadioButton radio && visited.stream().anyMatch(beside(radio));
    }

    /// The arrow keys go from one to the other.
    private static Predicate<Node> beside(RadioButton radio) {
        return each ->
                each instanceof RadioButton other
                        && radio.getToggleGroup() != null
                        && other.getToggleGroup() == radio.getToggleGroup();
    }

    private @Nullable Node focused() {
        return TestWindow.onFx(() -> window.stage.getScene().getFocusOwner());
    }

    private static Image picture(Node node) {
        return TestWindow.onFx(() -> {
            var ground = node.getParent() == null ? node : node.getParent();
            ground.applyCss();
            return node.snapshot(new SnapshotParameters(), null);
        });
    }

    private static boolean same(Image one, Image other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return false;
        }
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (one.getPixelReader().getArgb(x, y) != other.getPixelReader().getArgb(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }
}
