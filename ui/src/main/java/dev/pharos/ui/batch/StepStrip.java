package dev.pharos.ui.batch;

import dev.pharos.engine.batch.BatchItem.Step;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;

/// The steps of a source, a small picture each.
final class StepStrip extends HBox {
    private final BatchText words;
    private final List<Label> pictures = new ArrayList<>();

    StepStrip(BatchText words) {
        this.words = words;
        getStyleClass().add("batch-strip");
        setMinWidth(USE_PREF_SIZE);
    }

    void show(List<Step> steps) {
        while (pictures.size() < steps.size()) {
            var picture = new Label(null, new FontIcon());
            picture.getStyleClass().add("batch-step");
            picture.setTooltip(new Tooltip());
            pictures.add(picture);
        }
        var shown = pictures.subList(0, steps.size());
        if (!getChildren().equals(shown)) {
            getChildren().setAll(shown);
        }
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            ((FontIcon) shown.get(i).getGraphic()).setIconCode(StepIcons.of(step.state()));
            shown.get(i).getTooltip().setText(words.spoken(step));
            StepIcons.colour(shown.get(i), step.state());
        }
    }
}
