package dev.pharos.ui.document;

import dev.pharos.engine.library.Source;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.FlowWords;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/// Stands in the place of a source that was thrown away, and takes it back.
final class TrashedView extends VBox {
    private final Label title = new Label();
    private final Button takeBack;
    private final Texts texts;

    TrashedView(Runnable back, Texts texts) {
        this.texts = texts;
        title.getStyleClass().add("empty-title");
        FlowWords.wrap(title);
        var hint = new Label(texts.text("note.trashedHint"));
        hint.getStyleClass().add("empty-text");
        hint.setWrapText(true);
        takeBack = new Button(texts.text("note.takeBack"));
        takeBack.setId("takeBackSource");
        takeBack.getStyleClass().add("accent");
        takeBack.setOnAction(_ -> back.run());
        getStyleClass().add("empty");
        getChildren().setAll(new FontIcon(Material2AL.DELETE_OUTLINE), title, hint, takeBack);
    }

    void show(Source source) {
        title.setText(texts.text("note.trashed", source.title()));
    }

    Button takeBack() {
        return takeBack;
    }
}
