package dev.pharos.ui.shell;

import dev.pharos.ui.Texts;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Says, while files hover over the window, what will become of them.
final class DropArea {
    private final Node sign;
    private final Label title;
    private final Label text;
    private final Texts texts;

    DropArea(Node sign, Label title, Label text, Texts texts) {
        this.sign = sign;
        this.title = title;
        this.text = text;
        this.texts = texts;
    }

    /// @param taker what takes them now, or null where they are imported
    void listen(Node root, Supplier<Pane.@Nullable Drop> taker, Consumer<List<Path>> take) {
        root.setOnDragOver(event -> hover(event, taker.get()));
        root.setOnDragExited(_ -> sign.setVisible(false));
        root.setOnDragDropped(event -> {
            sign.setVisible(false);
            take.accept(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        });
    }

    private void hover(DragEvent event, Pane.@Nullable Drop taker) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            title.setText(taker == null ? texts.text("drop.title") : taker.title());
            text.setText(taker == null ? texts.text("drop.text") : taker.text());
            sign.setVisible(true);
        }
        event.consume();
    }
}
