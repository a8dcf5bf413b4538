package dev.pharos.ui.library;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// A line in which a name is typed, over the list of those that there are; those that begin so come
/// first. Enter takes what is chosen in the list, else what was typed; Escape and a click elsewhere
/// end it.
public final class NamePopup {
    private static final int MOST = 8;
    private static final double ROW = 30;
    private static final double WIDTH = 280;

    private final Popup popup = new Popup();
    private final TextField line = new TextField();
    private final ListView<String> known = new ListView<>();
    private final List<String> names;
    private final Consumer<String> done;

    private NamePopup(String title, List<String> names, Consumer<String> done) {
        this.names = names;
        this.done = done;
        var label = new Label(title);
        label.setLabelFor(line);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("row-about");
        line.setAccessibleText(title);
        known.setAccessibleText(title);
        known.setFocusTraversable(false);
        known.setFixedCellSize(ROW);
        var content = new VBox(label, line, known);
        content.getStyleClass().add("tag-popup");
        content.setPrefWidth(WIDTH);
        popup.getContent().add(content);
        popup.setAutoHide(true);
        popup.setAutoFix(true);
        line.textProperty().subscribe(_ -> suggest());
        line.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        known.setOnMouseClicked(_ -> take());
    }

    /// Opens below a node, with what may be changed chosen whole.
    public static void show(
            Node owner, String title, String text, List<String> names, Consumer<String> done) {
        var popup = new NamePopup(title, names, done);
        Bounds bounds = owner.localToScreen(owner.getBoundsInLocal());
        popup.popup.show(owner, bounds.getMinX() + 24, bounds.getMinY() + 24);
        popup.line.setText(text);
        Platform.runLater(() -> {
            popup.line.requestFocus();
            popup.line.selectAll();
        });
    }

    private void suggest() {
        String typed = line.getText().strip().toLowerCase(Locale.ROOT);
        String plain = typed.startsWith("#") ? typed.substring(1) : typed;
        known.getItems()
                .setAll(
                        names.stream()
                                .filter(name -> name.toLowerCase(Locale.ROOT).contains(plain))
                                .sorted(Comparator.comparingInt(name -> rank(name, plain)))
                                .limit(MOST)
                                .toList());
        known.setPrefHeight(known.getItems().size() * ROW + 2);
        known.setManaged(!known.getItems().isEmpty());
        known.setVisible(!known.getItems().isEmpty());
    }

    /// Of what contains what was typed: 0 where it begins so, 1 where one of its parts does.
    static int rank(String name, String typed) {
        String plain = name.toLowerCase(Locale.ROOT);
        return plain.startsWith(typed) ? 0 : plain.contains("/" + typed) ? 1 : 2;
    }

    private void pressed(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (step != 0) {
            int count = known.getItems().size();
            int next = known.getSelectionModel().getSelectedIndex() + step;
            if (next < 0) {
                known.getSelectionModel().clearSelection();
            } else {
                known.getSelectionModel().clearAndSelect(Math.min(next, count - 1));
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            take();
            event.consume();
        }
    }

    private void take() {
        var chosen = known.getSelectionModel().getSelectedItem();
        String name = chosen == null ? line.getText() : chosen;
        popup.hide();
        if (!name.isBlank()) {
            done.accept(name);
        }
    }
}
