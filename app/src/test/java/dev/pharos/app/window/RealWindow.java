package dev.pharos.app.window;

import dev.pharos.app.Wiring;
import dev.pharos.engine.library.Library;

import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import javax.imageio.ImageIO;

/// The window as its users open it, and somebody who presses its keys. One a process. Every call
/// blocks and is for any thread but JavaFX's.
public final class RealWindow implements AutoCloseable {
    private static final long LOOK_MILLIS = 20;
    private static final long PATIENCE_MILLIS = 120_000;

    private final Wiring wiring;
    private final Thread program;
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

    private RealWindow(Wiring wiring, Library library) {
        this.wiring = wiring;
        program =
                Thread.ofPlatform()
                        .name("window")
                        .start(() -> {
                            try {
                                wiring.openWindow(library);
                                ended.complete(true);
                            } catch (InterruptedException | RuntimeException | Error e) {
                                ended.completeExceptionally(e);
                            }
                        });
    }

    /// Opens it and waits until it is shown.
    ///
    /// @param library opened for writing; its caller closes it after this
    public static RealWindow open(Wiring wiring, Library library, double width, double height)
            throws InterruptedException {
        var window = new RealWindow(wiring, library);
        window.until("a window", () -> window.main().isPresent());
        window.onFx(() -> {
            var stage = window.stage();
            stage.setWidth(width);
            stage.setHeight(height);
            return stage;
        });
        return window;
    }

    private Optional<Stage> main() {
        var toolkit = ended.isDone() ? Optional.<Stage>empty() : shown();
        if (ended.isCompletedExceptionally()) {
            throw new IllegalStateException("the window did not open", ended.exceptionNow());
        }
        return toolkit;
    }

    private static Optional<Stage> shown() {
        try {
            return onFxAtOnce(() ->
                    Window.getWindows().stream()
                            .filter(Window::isShowing)
                            .filter(Stage.class::isInstance)
                            .map(Stage.class::cast)
                            .filter(stage -> stage.getOwner() == null)
                            .findFirst());
        } catch (IllegalStateException _) {
            return Optional.empty(); // JavaFX has not begun
        }
    }

    private Stage stage() {
        return (Stage)
                Window.getWindows().stream()
                        .filter(Stage.class::isInstance)
                        .findFirst()
                        .orElseThrow();
    }

    /// What is in front: a popup that takes the keys, or the window.
    private Scene scene() {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .filter(Stage.class::isInstance)
                .reduce((_, last) -> last)
                .orElseThrow()
                .getScene();
    }

    /// What `call` gives on the JavaFX thread.
    public <T> T onFx(Callable<T> call) {
        return onFxAtOnce(call);
    }

    private static <T> T onFxAtOnce(Callable<T> call) {
        var task = new FutureTask<>(call);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Presses a key, such as `Shortcut+K` or `ENTER`, so many times, and waits after each until
    /// what it asked of the JavaFX thread is done.
    public void press(String key, int times) {
        for (int i = 0; i < times; i++) {
            press(key);
        }
    }

    public void press(String key) {
        var combination = KeyCombination.valueOf(key);
        var code = code(key);
        onFx(() -> {
            fire(event(KeyEvent.KEY_PRESSED, "", code, combination));
            fire(event(KeyEvent.KEY_RELEASED, "", code, combination));
            return code;
        });
    }

    private static KeyCode code(String key) {
        var name = key.substring(key.lastIndexOf('+') + 1);
        var code = KeyCode.getKeyCode(name);
        return code == null ? KeyCode.valueOf(name) : code;
    }

    private static KeyEvent event(
            EventType<KeyEvent> type,
            String character,
            KeyCode code,
            @Nullable KeyCombination with) {
        var pressed = KeyCombination.ModifierValue.DOWN;
        return new KeyEvent(
                type,
                character,
                "",
                code,
                with != null && with.getShift() == pressed,
                with != null && (with.getControl() == pressed || with.getShortcut() == pressed),
                with != null && with.getAlt() == pressed,
                false);
    }

    private void fire(KeyEvent event) {
        var scene = scene();
        Node owner = scene.getFocusOwner();
        Event.fireEvent(owner == null ? scene.getRoot() : owner, event);
    }

    /// Presses a button.
    public void click(String selector) throws InterruptedException {
        var button = (ButtonBase) await(selector);
        onFx(() -> {
            button.fire();
            return button;
        });
    }

    /// Gives the keyboard to this; for the JavaFX thread.
    void focus(String selector) {
        seen(selector, _ -> true).ifPresent(Node::requestFocus);
    }

    /// Types into what has the keyboard, letter by letter.
    public void type(String text) {
        for (int i = 0; i < text.length(); i++) {
            String letter = text.substring(i, i + 1);
            onFx(() -> {
                fire(event(KeyEvent.KEY_TYPED, letter, KeyCode.UNDEFINED, null));
                return letter;
            });
        }
    }

    /// Runs the command of this name, as the palette lists it.
    public void command(String name) throws InterruptedException {
        press("Shortcut+K");
        await(".palette");
        type(name);
        settle();
        press("ENTER");
    }

    /// Waits until such a node is to be seen and gives it.
    public Node await(String selector) throws InterruptedException {
        return await(selector, _ -> true);
    }

    public Node await(String selector, Predicate<Node> such) throws InterruptedException {
        var found = new AtomicReference<Optional<Node>>(Optional.empty());
        until(
                selector,
                () -> {
                    found.set(onFx(() -> seen(selector, such)));
                    return found.get().isPresent();
                });
        return found.get().orElseThrow();
    }

    /// Whether such a node is to be seen now.
    public boolean sees(String selector) {
        return onFx(() -> seen(selector, _ -> true)).isPresent();
    }

    private Optional<Node> seen(String selector, Predicate<Node> such) {
        return scene().getRoot().lookupAll(selector).stream()
                .filter(RealWindow::visible)
                .filter(such)
                .findFirst();
    }

    private static boolean visible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// Waits until this is so.
    public void until(String what, BooleanSupplier so) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("did not come in time: " + what);
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /// Waits until what moves and what loads has most likely come to rest.
    public void settle() throws InterruptedException {
        Thread.sleep(600);
        onFx(() -> true);
    }

    /// The words that are in the window, or in one in front of it, and cannot be read whole.
    public List<String> unreadable() {
        return onFx(() -> Unreadable.in(scene()));
    }

    /// The picture of all that is in the window, or in one in front of it.
    public void picture(Path png) throws IOException {
        Files.createDirectories(png.getParent());
        var image = onFx(() -> scene().snapshot(null));
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", png.toFile());
    }

    @Override
    public void close() throws InterruptedException {
        wiring.closeWindow();
        program.join();
    }
}
