package dev.pharos.ui.control;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import java.util.function.Consumer;

/// How every list of the window behaves.
public final class Lists {

    private Lists() {}

    /// A click or the Enter key opens the chosen item; a list that gets the keyboard chooses its
    /// first one.
    public static <T> void openBy(ListView<T> list, Consumer<T> open) {
        Runnable openChosen =
                () -> {
                    T chosen = list.getSelectionModel().getSelectedItem();
                    if (chosen != null) {
                        open.accept(chosen);
                    }
                };
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                openChosen.run();
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                openChosen.run();
                event.consume();
            }
        });
        list.focusedProperty()
                .subscribe(focused -> {
                    if (focused && list.getSelectionModel().isEmpty()) {
                        list.getSelectionModel().selectFirst();
                    }
                });
    }
}
