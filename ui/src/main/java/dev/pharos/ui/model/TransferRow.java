package dev.pharos.ui.model;

import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.IconButton;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.model.AddingViewModel.Transfer;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.material2.Material2AL;

import java.util.List;

/// A file or folder that is being taken to the shelf, or why it was not.
public final class TransferRow extends VBox {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    public TransferRow(
            Transfer transfer, AddingViewModel adding, Texts texts, ProblemText problems) {
        var problem = transfer.problem();
        String name = String.valueOf(transfer.file().getFileName());
        var title = new Label(texts.text(problem == null ? "adding.title" : "adding.failed", name));
        title.getStyleClass().add("row-title");
        var about =
                new Label(
                        problem == null
                                ? new ModelText(texts, problems)
                                        .bytes(transfer.done(), transfer.total())
                                : problems.of(problem));
        about.getStyleClass().addAll("row-about", "model-note");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        var bar =
                new ProgressBar(
                        transfer.total() == 0
                                ? ProgressBar.INDETERMINATE_PROGRESS
                                : (double) transfer.done() / transfer.total());
        bar.getStyleClass().add("small");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinHeight(USE_PREF_SIZE);
        bar.setAccessibleText(title.getText());
        Nodes.setShown(bar, problem == null);
        var rows = new VBox(title, bar, about);
        rows.getStyleClass().add("model-words");
        HBox.setHgrow(rows, Priority.ALWAYS);
        var retry = new Button(texts.text("model.retry"));
        retry.getStyleClass().add("small");
        retry.setMinWidth(USE_PREF_SIZE);
        retry.setOnAction(_ -> adding.add(List.of(transfer.file())));
        Nodes.setShown(retry, problem != null);
        var close =
                IconButton.of(
                        Material2AL.CLOSE,
                        texts.text(problem == null ? "model.cancel" : "model.dismiss"),
                        () -> adding.dismiss(transfer));
        var buttons = new HBox(retry, close);
        buttons.getStyleClass().add("model-buttons");
        var row = new HBox(rows, buttons);
        row.getStyleClass().add("model-row");
        getStyleClass().add("model-card");
        pseudoClassStateChanged(FAILED, problem != null);
        getChildren().setAll(row);
    }
}
