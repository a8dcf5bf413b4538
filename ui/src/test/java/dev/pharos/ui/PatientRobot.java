package dev.pharos.ui;

import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

import jfx.incubator.scene.control.richtext.RichTextArea;

import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Uses what is shown as a person does, and waits as one: it points only at what is in a window, is
/// seen, enabled, has a size, stands still from one picture to the next and lies under nothing
/// else. Every try looks anew, and looking, judging and clicking are one turn of the JavaFX thread,
/// so that what is built again meanwhile does no harm. What never becomes so fails with the reason.
///
/// A robot belongs to one test: keys that a failure leaves pressed go with it.
final class PatientRobot {

    /// Made on the JavaFX thread, which begins later than a test.
    private @Nullable Robot hands;

    private boolean dragging;

    /// Where on the screen something is pointed at.
    record Aim(Node node, Point2D point) {
        /// The middle of what of a node is in its window.
        static Optional<Aim> middle(Node node) {
            Bounds at = node.localToScreen(node.getBoundsInLocal());
            var scene = node.getScene();
            if (at == null || scene == null) {
                return Optional.empty();
            }
            Bounds all = scene.getRoot().localToScreen(scene.getRoot().getLayoutBounds());
            double left = Math.max(at.getMinX(), all.getMinX());
            double top = Math.max(at.getMinY(), all.getMinY());
            double right = Math.min(at.getMaxX(), all.getMaxX());
            double bottom = Math.min(at.getMaxY(), all.getMaxY());
            var seen = new BoundingBox(left, top, right - left, bottom - top);
            return Optional.of(new Aim(node, new Point2D(seen.getCenterX(), seen.getCenterY())));
        }
    }

    /// What a look at it brought: nothing is wrong, or why it has to wait.
    private record Look(@Nullable Aim aim, @Nullable String obstacle) {}

    PatientRobot clickOn(String selector) {
        return clickOn(selector, Node.class, _ -> true);
    }

    <T extends Node> PatientRobot clickOn(String selector, Class<T> type, Predicate<T> such) {
        return clickOn(selector, middle(selector, type, such));
    }

    /// @param what it is, in words for a failure
    /// @param search finds it, on the JavaFX thread
    PatientRobot clickOn(String what, Supplier<Optional<Aim>> search) {
        return at(what, search, robot -> robot.mouseClick(MouseButton.PRIMARY));
    }

    PatientRobot doubleClickOn(String selector) {
        return doubleClickOn(selector, Node.class, _ -> true);
    }

    <T extends Node> PatientRobot doubleClickOn(String selector, Class<T> type, Predicate<T> such) {
        return doubleClickOn(selector, middle(selector, type, such));
    }

    private static <T extends Node> Supplier<Optional<Aim>> middle(
            String selector, Class<T> type, Predicate<T> such) {
        return () -> Shown.first(Shown.roots(), selector, type, such).flatMap(Aim::middle);
    }

    PatientRobot doubleClickOn(String what, Supplier<Optional<Aim>> search) {
        return at(
                what,
                search,
                robot -> {
                    robot.mouseClick(MouseButton.PRIMARY);
                    robot.mouseClick(MouseButton.PRIMARY);
                });
    }

    /// Draws the mouse with its button pressed from the one to the other.
    PatientRobot drag(String what, Supplier<Optional<Aim>> from, Supplier<Optional<Aim>> to) {
        at(what, from, robot -> robot.mousePress(MouseButton.PRIMARY));
        dragging = true;
        at(what, to, robot -> robot.mouseRelease(MouseButton.PRIMARY));
        dragging = false;
        return this;
    }

    private PatientRobot at(String what, Supplier<Optional<Aim>> search, Consumer<Robot> deed) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(TestWindow.PATIENCE_SECONDS);
        Aim before = null;
        while (true) {
            var last = before;
            var look =
                    turn(
                            () -> look(search, last),
                            now -> {
                                if (now.obstacle() == null) {
                                    deed.accept(hands());
                                }
                            });
            if (look.obstacle() == null) {
                WaitForAsyncUtils.waitForFxEvents();
                return this;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("not to be clicked on: " + what + " " + look.obstacle());
            }
            before = look.aim();
            awaitPulse();
        }
    }

    /// One turn of the JavaFX thread. Its answer is given before the deed, which may open a dialog
    /// and last as long as that.
    private static <T> T turn(Supplier<T> look, Consumer<T> deed) {
        var answer = new CompletableFuture<T>();
        WaitForAsyncUtils.asyncFx(() -> {
            T seen;
            try {
                seen = look.get();
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
                return;
            }
            answer.complete(seen);
            deed.accept(seen);
        });
        return TestWindow.got(answer);
    }

    private Look look(Supplier<Optional<Aim>> search, @Nullable Aim before) {
        var aim = search.get().orElse(null);
        if (aim == null) {
            return new Look(null, "is not shown");
        }
        var obstacle = obstacle(aim.node());
        if (obstacle == null && !aim.equals(before)) {
            obstacle = "does not stand still";
        }
        if (obstacle == null) {
            hands().mouseMove(aim.point());
            obstacle = dragging || aim.node().isHover() ? null : "lies under " + hovered();
        }
        return new Look(aim, obstacle);
    }

    private static @Nullable String obstacle(Node node) {
        Bounds size = node.getBoundsInLocal();
        if (node.getScene() == null) {
            return "is in no scene";
        } else if (node.getScene().getWindow() == null
                || !node.getScene().getWindow().isShowing()) {
            return "is in no window that is shown";
        } else if (!Shown.visible(node)) {
            return "is hidden";
        } else if (node.isDisabled()) {
            return "is disabled";
        } else {
            return size.getWidth() > 0 && size.getHeight() > 0 ? null : "has no size";
        }
    }

    private static String hovered() {
        return Shown.roots().stream()
                .flatMap(root -> root.lookupAll("*").stream())
                .filter(Node::isHover)
                .reduce((_, inner) -> inner)
                .map(Shown::described)
                .orElse("nothing that the mouse is over");
    }

    /// Waits until what is shown has been laid out and painted once more.
    static void awaitPulse() {
        var passed = new CompletableFuture<Boolean>();
        WaitForAsyncUtils.asyncFx(() ->
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        stop();
                        passed.complete(true);
                    }
                }.start());
        TestWindow.got(passed);
    }

    private Robot hands() {
        if (hands == null) {
            hands = new Robot();
        }
        return hands;
    }

    PatientRobot press(KeyCode... keys) {
        for (var key : keys) {
            withKeyboard(key, robot -> robot.keyPress(key));
        }
        return this;
    }

    /// Does not wait for a window: the key may have closed it.
    PatientRobot release(KeyCode... keys) {
        for (var key : keys) {
            interact(() -> hands().keyRelease(key));
        }
        return this;
    }

    PatientRobot type(KeyCode... keys) {
        for (var key : keys) {
            withKeyboard(
                    key,
                    robot -> {
                        robot.keyPress(key);
                        robot.keyRelease(key);
                    });
        }
        return this;
    }

    /// What is pressed while no window has the keyboard is lost.
    private void withKeyboard(KeyCode key, Consumer<Robot> deed) {
        TestWindow.until(
                () -> "a window has the keyboard, for " + key,
                () ->
                        turn(
                                () -> !Shown.focused().isEmpty(),
                                focused -> {
                                    if (focused) {
                                        deed.accept(hands());
                                    }
                                }));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Writes where the keyboard is, as soon as that is something that takes words: all in one
    /// turn, so that nothing is begun for the first letters, and no other place gets the last ones.
    /// Who opens what they are for waits until that has the keyboard.
    PatientRobot write(String text) {
        TestWindow.until(
                () -> "the keyboard is where \"" + text + "\" can be written",
                () ->
                        turn(PatientRobot::writable, at -> at.ifPresent(node -> fire(node, text)))
                                .isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    private static void fire(Node node, String text) {
        for (char letter : text.toCharArray()) {
            fire(node, letter);
        }
    }

    private static Optional<Node> writable() {
        return Shown.focused().stream()
                .map(Scene::getFocusOwner)
                .filter(node ->
                        switch (node) {
                            case TextInputControl field ->
                                    field.isEditable() && !field.isDisabled();
                            case RichTextArea area -> area.isEditable() && !area.isDisabled();
                            case null, default -> false;
                        })
                .findFirst();
    }

    private static void fire(Node node, char letter) {
        var key =
                switch (letter) {
                    case '\n' -> KeyCode.ENTER;
                    case '\t' -> KeyCode.TAB;
                    default -> KeyCode.UNDEFINED;
                };
        for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_TYPED, KeyEvent.KEY_RELEASED)) {
            boolean typed = type == KeyEvent.KEY_TYPED;
            Event.fireEvent(
                    node,
                    new KeyEvent(
                            type,
                            typed ? String.valueOf(letter) : KeyEvent.CHAR_UNDEFINED,
                            typed ? "" : key.getName(),
                            typed ? KeyCode.UNDEFINED : key,
                            false,
                            false,
                            false,
                            false));
        }
    }

    /// Does it on the JavaFX thread, and waits for what follows from it there.
    PatientRobot interact(Runnable deed) {
        TestWindow.onFx(() -> {
            deed.run();
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }
}
