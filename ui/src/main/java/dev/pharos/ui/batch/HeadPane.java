package dev.pharos.ui.batch;

import dev.pharos.engine.batch.Batch;
import dev.pharos.engine.work.Job;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.IconButton;
import dev.pharos.ui.control.Nodes;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import java.util.function.Consumer;

/// A batch above its sources: how far it is, and what can be done with all of it.
final class HeadPane extends StackPane {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final double PERCENT = 100;

    private final BatchText words;
    private final Texts texts;
    private final Label title = new Label();
    private final Label stand = new Label();
    private final Label about = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button fold;
    private final Button retry;
    private final Button cancel;
    private final Button remove;
    private BatchRow.@Nullable Head shown;

    HeadPane(BatchesViewModel batches, BatchText words, Texts texts) {
        this.words = words;
        this.texts = texts;
        fold = button(Material2AL.EXPAND_MORE, "batch.fold", batches::toggle);
        retry = button(Material2MZ.REFRESH, "batch.retry", row -> batches.retry(row.batch()));
        cancel = button(Material2AL.CLOSE, "batch.cancel", row -> batches.cancel(row.batch()));
        remove =
                button(
                        Material2AL.DELETE_OUTLINE,
                        "batch.remove",
                        row -> batches.remove(row.batch()));
        title.getStyleClass().add("row-title");
        stand.getStyleClass().addAll("row-about", "batch-stand");
        about.getStyleClass().add("row-about");
        for (var each : new Label[] {title, stand, about}) {
            each.setWrapText(true);
        }
        bar.getStyleClass().add("small");
        bar.setAccessibleText(texts.text("job.bar"));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinHeight(USE_PREF_SIZE);
        var column = new VBox(title, about, stand, bar);
        column.getStyleClass().add("job-words");
        HBox.setHgrow(column, Priority.ALWAYS);
        var deeds = new HBox(retry, cancel, remove);
        deeds.getStyleClass().add("job-buttons");
        var row = new HBox(fold, column, deeds);
        row.getStyleClass().add("batch-head");
        row.setMaxWidth(BatchCell.COLUMN);
        getChildren().setAll(row);
    }

    private Button button(Ikon picture, String name, Consumer<BatchRow.Head> deed) {
        var button =
                IconButton.of(
                        picture,
                        texts.text(name),
                        () -> {
                            if (shown != null) {
                                deed.accept(shown);
                            }
                        });
        button.setId(name.replace('.', '-'));
        return button;
    }

    /// @return what it says, for those who cannot see it
    String show(BatchRow.Head row) {
        shown = row;
        Batch batch = row.all();
        title.setText(words.title(batch));
        about.setText(words.about(batch));
        stand.setText(words.stand(batch));
        stand.pseudoClassStateChanged(FAILED, batch.status() == Batch.Status.FAILED);
        bar.setProgress(batch.percent() / PERCENT);
        boolean over = batch.status().over();
        Nodes.setShown(bar, !over);
        Nodes.setShown(cancel, !over);
        Nodes.setShown(remove, over);
        boolean undone =
                batch.count(Job.State.FAILED) > 0 || over && batch.count(Job.State.CANCELLED) > 0;
        Nodes.setShown(retry, undone);
        fold.setGraphic(
                new FontIcon(row.open() ? Material2AL.EXPAND_LESS : Material2AL.EXPAND_MORE));
        return texts.text("batch.name", title.getText(), stand.getText());
    }
}
