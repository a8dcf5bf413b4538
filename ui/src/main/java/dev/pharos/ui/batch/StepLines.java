package dev.pharos.ui.batch;

import dev.pharos.engine.batch.BatchItem.Step;
import dev.pharos.ui.control.FlowWords;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/// All steps of a source, a line each: how it stands, and how long it took or will take.
final class StepLines extends VBox {
    private final BatchText words;

    StepLines(BatchText words) {
        this.words = words;
        getStyleClass().add("batch-lines");
    }

    void show(List<Step> steps) {
        getChildren().setAll(steps.stream().map(this::line).toList());
    }

    private HBox line(Step step) {
        var name = new Label(words.name(step), new FontIcon(StepIcons.of(step.state())));
        name.getStyleClass().addAll("batch-step", "batch-step-name");
        name.setMinWidth(USE_PREF_SIZE);
        StepIcons.colour(name, step.state());
        var stand = new Label(words.stand(step));
        FlowWords.wrap(stand);
        stand.getStyleClass().add("row-about");
        stand.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(stand, Priority.ALWAYS);
        return new HBox(name, stand);
    }
}
