package dev.pharos.ui.note;

import dev.pharos.ui.note.Completion.Choice;
import dev.pharos.ui.note.Completion.Choices;

import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;

import jfx.incubator.scene.control.richtext.TextPos;

import org.jspecify.annotations.Nullable;

/// What could follow, below the caret. The keyboard stays in the text: arrows choose, Enter and Tab
/// take, Escape closes.
final class CompletionList {
    private static final double WIDTH = 360;
    private static final double ROW = 34;
    private static final int ROWS = 8;

    private final Completion viewModel;
    private final SourcePane source;
    private final Pane overlay;
    private final ListView<Choice> list = new ListView<>();

    /// @param overlay covers the pane and takes no click beside the list
    CompletionList(Completion viewModel, SourcePane source, Pane overlay, String name) {
        this.viewModel = viewModel;
        this.source = source;
        this.overlay = overlay;
        list.setId("completion");
        list.getStyleClass().add("note-completion");
        list.setAccessibleText(name);
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setPrefWidth(WIDTH);
        list.setCellFactory(_ -> new Row());
        list.setOnMouseClicked(_ -> take());
        viewModel.choicesProperty().subscribe(this::show);
    }

    private void show(Choices now) {
        overlay.getChildren().remove(list);
        var caret = now.all().isEmpty() ? null : source.caret();
        if (caret == null) {
            return;
        }
        list.getItems().setAll(now.all());
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        double height = ROW * Math.min(ROWS, now.all().size()) + 10;
        list.setPrefHeight(height);
        place(overlay.screenToLocal(caret), height);
        overlay.getChildren().add(list);
        list.autosize();
    }

    private void place(Bounds caret, double height) {
        boolean below = caret.getMaxY() + height + 4 < overlay.getHeight();
        double x = Math.min(caret.getMinX(), overlay.getWidth() - WIDTH - 8);
        list.relocate(Math.max(8, x), below ? caret.getMaxY() + 4 : caret.getMinY() - height - 4);
    }

    boolean shown() {
        return !overlay.getChildren().isEmpty();
    }

    /// @return whether the key was meant for the list
    boolean pressed(KeyCode key) {
        if (!shown()) {
            return false;
        }
        var chosen = list.getSelectionModel();
        switch (key) {
            case DOWN -> chosen.select((chosen.getSelectedIndex() + 1) % list.getItems().size());
            case UP ->
                    chosen.select(
                            Math.floorMod(chosen.getSelectedIndex() - 1, list.getItems().size()));
            case ENTER, TAB -> take();
            case ESCAPE -> viewModel.close();
            default -> {
                return false;
            }
        }
        list.scrollTo(Math.max(0, chosen.getSelectedIndex() - ROWS / 2));
        return true;
    }

    private void take() {
        var choice = list.getSelectionModel().getSelectedItem();
        var caret = source.area().getCaretPosition();
        if (choice != null && caret != null) {
            int column = viewModel.choicesProperty().get().column();
            String written = choice.written();
            String line = source.model().getPlainText(caret.index());
            boolean closed = !written.endsWith("]]") && line.startsWith("]]", caret.offset());
            viewModel.close();
            var from = TextPos.ofLeading(caret.index(), column);
            source.make(Edit.line(from, caret, written));
            if (closed) {
                var behind = Edit.at(caret.index(), column + written.length() + 2);
                source.make(Edit.select(behind, behind));
            }
            source.area().requestFocus();
        }
    }

    private static final class Row extends ListCell<Choice> {
        private final Label name = new Label();
        private final Label about = new Label();
        private final HBox line = new HBox(name, about);

        Row() {
            setPrefWidth(0);
            name.setMaxWidth(Double.MAX_VALUE);
            name.setMinWidth(0);
            about.setMinWidth(0);
            about.setMaxWidth(WIDTH / 2);
            HBox.setHgrow(name, Priority.ALWAYS);
            about.getStyleClass().add("row-about");
            line.getStyleClass().add("note-choice");
        }

        @Override
        protected void updateItem(@Nullable Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            setGraphic(empty || choice == null ? null : line);
            if (choice != null) {
                name.setText(choice.name());
                about.setText(choice.about());
                setAccessibleText(choice.name() + " " + choice.about());
            }
        }
    }
}
