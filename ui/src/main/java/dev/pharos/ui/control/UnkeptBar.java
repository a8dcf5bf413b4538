package dev.pharos.ui.control;

import dev.pharos.ui.Texts;

import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

import java.util.function.Consumer;
import java.util.function.Function;

/// Tells of what is no longer open and could not be kept: the first of it, with a way to try again
/// and a way there. Not shown where there is none. For the JavaFX thread.
///
/// @param <T> what could not be kept
public final class UnkeptBar<T> extends HBox {
    private final ObservableList<T> unkept;
    private final Function<T, String> words;
    private final Label text = new Label();

    /// @param words what could not be kept, and why
    /// @param again tries to keep all of it
    /// @param open shows where it belongs
    public UnkeptBar(
            ObservableList<T> unkept,
            Function<T, String> words,
            Runnable again,
            Consumer<T> open,
            Texts texts) {
        this.unkept = unkept;
        this.words = words;
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinHeight(USE_PREF_SIZE);
        FlowWords.wrap(text);
        HBox.setHgrow(text, Priority.ALWAYS);
        var retry = button(texts.text("transcript.saveAgain"), "accent", again);
        var look =
                button(
                        texts.text("recording.look"),
                        "flat",
                        () -> unkept.stream().findFirst().ifPresent(open));
        getStyleClass().addAll("banner", "trouble");
        getChildren().setAll(new FontIcon(Material2MZ.WARNING), text, retry, look);
        unkept.subscribe(this::show);
        show();
    }

    private static Button button(String words, String style, Runnable does) {
        var button = new Button(words);
        button.getStyleClass().add(style);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> does.run());
        return button;
    }

    private void show() {
        Nodes.setShown(this, !unkept.isEmpty());
        if (!unkept.isEmpty()) {
            text.setText(words.apply(unkept.getFirst()));
        }
    }
}
