package dev.pharos.ui.library;

import dev.pharos.ui.Texts;
import dev.pharos.ui.control.IconButton;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.work.Job;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// Stands below a list while several of its sources are chosen, with what can be done with them;
/// and while a change takes long, with how far it is.
final class ActionBar extends VBox {
    private static final Duration LONG = Duration.millis(500);

    private final ChosenSources chosen;
    private final Texts texts;
    private final Label count = new Label();
    private final HBox actions;
    private final ProgressBar progress = new ProgressBar();
    private final Button stop;
    private final HBox work;
    private final PauseTransition patience = new PauseTransition(LONG);

    ActionBar(ChosenSources chosen, Texts texts) {
        this.chosen = chosen;
        this.texts = texts;
        count.setMaxWidth(Double.MAX_VALUE);
        count.setMinWidth(0);
        HBox.setHgrow(count, Priority.ALWAYS);
        actions =
                new HBox(
                        count,
                        button(Material2AL.LABEL, "tags.add", chosen::tag),
                        button(Material2AL.LABEL_OFF, "chosen.untag", chosen::untag),
                        button(Material2AL.CREATE_NEW_FOLDER, "chosen.collect", chosen::collect),
                        button(Material2MZ.POST_ADD, "chosen.makeNotes", chosen::makeNotes),
                        button(Material2MZ.SAVE_ALT, "chosen.export", chosen::export),
                        button(Material2AL.DELETE_OUTLINE, "chosen.trash", chosen::throwAway),
                        button(Material2AL.CLOSE, "chosen.clear", chosen::clear));
        actions.getStyleClass().add("action-row");
        stop = button(Material2AL.CLOSE, "chosen.stop", () -> {});
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText(texts.text("chosen.working"));
        HBox.setHgrow(progress, Priority.ALWAYS);
        work = new HBox(progress, stop);
        work.getStyleClass().add("action-row");
        getStyleClass().add("action-bar");
        getChildren().setAll(work, actions);
        chosen.places().subscribe(this::show);
        chosen.editing().changing().runningProperty().subscribe(this::follow);
        show();
    }

    private Button button(Ikon picture, String key, Runnable does) {
        var button = IconButton.of(picture, texts.text(key), does);
        button.setId(key.substring(key.indexOf('.') + 1));
        return button;
    }

    private void follow(@Nullable Job job) {
        patience.stop();
        Nodes.setShown(work, false);
        if (job != null) {
            progress.progressProperty().bind(job.stepProperty().map(Job.Step::fraction));
            stop.setOnAction(_ -> job.cancel());
            patience.setOnFinished(_ -> {
                Nodes.setShown(work, true);
                show();
            });
            patience.playFromStart();
        }
        show();
    }

    private void show() {
        int many = chosen.places().size();
        count.setText(texts.text("chosen.count", many));
        Nodes.setShown(actions, many > 1);
        Nodes.setShown(this, many > 1 || work.isVisible());
    }
}
