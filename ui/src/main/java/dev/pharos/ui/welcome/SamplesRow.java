package dev.pharos.ui.welcome;

import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Nodes;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/// Says below a list that there are samples in it, and takes them out again.
public final class SamplesRow extends HBox {
    private final Texts texts;

    public SamplesRow(SamplesViewModel samples, Texts texts) {
        this.texts = texts;
        var words = new Label(texts.text("samples.title"), new FontIcon(Material2AL.EXPLORE));
        words.getStyleClass().add("row-about");
        words.setMaxWidth(Double.MAX_VALUE);
        setHgrow(words, Priority.ALWAYS);
        var remove = new Button(texts.text("samples.remove"));
        remove.setId("removeSamples");
        remove.getStyleClass().addAll("flat", "small");
        remove.setMinWidth(Button.USE_PREF_SIZE);
        remove.setOnAction(_ -> samples.remove());
        getStyleClass().add("samples-row");
        getChildren().setAll(words, remove);
        samples.presentProperty().subscribe(() -> show(samples, words, remove));
        samples.busyProperty().subscribe(() -> show(samples, words, remove));
        show(samples, words, remove);
    }

    private void show(SamplesViewModel samples, Label words, Button remove) {
        boolean busy = samples.busyProperty().get();
        words.setText(texts.text(busy ? "samples.coming" : "samples.title"));
        Nodes.setShown(remove, !busy);
        Nodes.setShown(this, busy || samples.presentProperty().get());
    }
}
