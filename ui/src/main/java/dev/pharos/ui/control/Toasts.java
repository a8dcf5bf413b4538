package dev.pharos.ui.control;

import dev.pharos.ui.Texts;

import javafx.animation.PauseTransition;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

import java.util.ArrayDeque;
import java.util.Deque;

/// Short news at the bottom of the window, each with a way back: it goes after a while, but not
/// while the mouse or the keyboard is on it. For the JavaFX thread.
public final class Toasts extends VBox {
    private static final Duration SHOWN = Duration.seconds(5);

    /// With something to be done about it.
    private static final Duration OFFERED = Duration.seconds(10);

    private static final int MOST = 3;
    private static final int LONGEST = 400;
    private static final int LONGEST_NAME = 60;
    private static final int REMEMBERED = 50;

    private final Texts texts;
    private final Deque<WayBack> waysBack = new ArrayDeque<>();

    public Toasts(Texts texts) {
        this.texts = texts;
        getStyleClass().add("toasts");
        setPickOnBounds(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /// @param action its words, or null where there is nothing to be done about it
    public void show(String text, @Nullable String action, @Nullable Runnable does) {
        if (getChildren().size() == MOST) {
            getChildren().removeFirst();
        }
        getChildren().add(new Toast(text, action, does));
    }

    /// A name as it is told: its beginning, where it is long.
    public static String name(String name) {
        return cut(name, LONGEST_NAME);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end).strip() + "…";
    }

    /// Tells what was done. Its way back stays within reach when the news has gone.
    ///
    /// @param back null where there is none
    public void tell(String text, @Nullable Runnable back) {
        if (back == null) {
            show(text, null, null);
            return;
        }
        var way = new WayBack(back);
        waysBack.push(way);
        if (waysBack.size() > REMEMBERED) {
            waysBack.removeLast();
        }
        show(text, texts.text("toast.undo"), way);
    }

    /// Whether something that was told can still be taken back.
    public boolean canUndo() {
        return !waysBack.isEmpty();
    }

    /// Takes back what was told last of all that can be.
    public void undo() {
        if (canUndo()) {
            var last = waysBack.getFirst();
            getChildren().removeIf(each -> each instanceof Toast toast && toast.does == last);
            last.run();
        }
    }

    /// A way back, which can be taken once.
    private final class WayBack implements Runnable {
        private final Runnable back;

        WayBack(Runnable back) {
            this.back = back;
        }

        @Override
        public void run() {
            if (waysBack.remove(this)) {
                back.run();
            }
        }
    }

    /// Whether there is news with something to be done.
    public boolean hasAction() {
        return newest() != null;
    }

    /// Does what the newest news offers.
    public void act() {
        var newest = newest();
        if (newest != null) {
            newest.button.fire();
        }
    }

    private @Nullable Toast newest() {
        return getChildren().reversed().stream()
                .filter(Toast.class::isInstance)
                .map(Toast.class::cast)
                .filter(toast -> toast.button.isVisible())
                .findFirst()
                .orElse(null);
    }

    private final class Toast extends HBox {
        private final Button button = new Button();
        private final PauseTransition pause;
        private final @Nullable Runnable does;

        Toast(String text, @Nullable String action, @Nullable Runnable does) {
            this.does = does;
            pause = new PauseTransition(does == null ? SHOWN : OFFERED);
            var words = new Label(cut(text, LONGEST));
            FlowWords.wrap(words);
            button.setText(action);
            button.getStyleClass().add("small");
            button.setMinWidth(Button.USE_PREF_SIZE);
            button.setOnAction(_ -> {
                leave();
                if (does != null) {
                    does.run();
                }
            });
            Nodes.setShown(button, does != null);
            var close = IconButton.of(Material2AL.CLOSE, texts.text("toast.close"), this::leave);
            close.getStyleClass().add("small");
            getStyleClass().add("toast");
            getChildren().setAll(words, button, close);
            setAccessibleRole(AccessibleRole.TEXT);
            setAccessibleText(text);
            pause.setOnFinished(_ -> leave());
            hoverProperty().subscribe(_ -> rest());
            focusWithinProperty().subscribe(_ -> rest());
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }

        private void rest() {
            if (isHover() || isFocusWithin()) {
                pause.stop();
            } else {
                pause.playFromStart();
            }
        }

        private void leave() {
            pause.stop();
            Toasts.this.getChildren().remove(this);
        }
    }
}
