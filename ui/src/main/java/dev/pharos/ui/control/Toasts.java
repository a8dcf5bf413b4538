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

/// Short news at the bottom of the window, each with a way back: it goes after a while, but not
/// while the mouse or the keyboard is on it. For the JavaFX thread.
public final class Toasts extends VBox {
    private static final Duration SHOWN = Duration.seconds(5);

    /// With something to be done about it.
    private static final Duration OFFERED = Duration.seconds(10);

    private static final int MOST = 3;
    private static final int LONGEST = 400;
    private static final int LONGEST_NAME = 60;

    private final Texts texts;

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

        Toast(String text, @Nullable String action, @Nullable Runnable does) {
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
            hoverProperty().subscribe(this::rest);
            focusWithinProperty().subscribe(this::rest);
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
