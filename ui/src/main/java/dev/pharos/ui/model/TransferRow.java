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

import java.nio.file.Path;
import java.util.List;

/// A file or folder that is being taken to the shelf, or why it was not.
public final class TransferRow extends VBox {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Path file;
    private final Texts texts;
    private final ProblemText problems;
    private final Label title = new Label();
    private final Label about = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button retry = new Button();
    private final Button close;
    private Transfer transfer;

    private TransferRow(
            Transfer transfer, AddingViewModel adding, Texts texts, ProblemText problems) {
        this.file = transfer.file();
        this.texts = texts;
        this.problems = problems;
        this.transfer = transfer;
        title.getStyleClass().add("row-title");
        about.getStyleClass().addAll("row-about", "model-note");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        bar.getStyleClass().add("small");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinHeight(USE_PREF_SIZE);
        var rows = new VBox(title, bar, about);
        rows.getStyleClass().add("model-words");
        HBox.setHgrow(rows, Priority.ALWAYS);
        retry.setText(texts.text("model.retry"));
        retry.getStyleClass().add("small");
        retry.setMinWidth(USE_PREF_SIZE);
        retry.setOnAction(_ -> adding.add(List.of(file)));
        close = IconButton.of(Material2AL.CLOSE, "", () -> adding.dismiss(this.transfer));
        var buttons = new HBox(retry, close);
        buttons.getStyleClass().add("model-buttons");
        var row = new HBox(rows, buttons);
        row.getStyleClass().add("model-row");
        getStyleClass().add("model-card");
        getChildren().setAll(row);
        show(transfer);
    }

    /// Keeps a row in a box for each transfer that there is. A row stays while its file is being
    /// taken, so that the keyboard stays where it is.
    public static void show(VBox box, AddingViewModel adding, Texts texts, ProblemText problems) {
        Runnable showing =
                () -> {
                    var rows =
                            adding.transfers().stream()
                                    .map(each -> row(box, each, adding, texts, problems))
                                    .toList();
                    if (!rows.equals(box.getChildren())) {
                        box.getChildren().setAll(rows);
                    }
                    Nodes.setShown(box, !rows.isEmpty());
                };
        adding.transfers().subscribe(showing);
        showing.run();
    }

    private static TransferRow row(
            VBox box,
            Transfer transfer,
            AddingViewModel adding,
            Texts texts,
            ProblemText problems) {
        for (var each : box.getChildren()) {
            if (each instanceof TransferRow row && row.file.equals(transfer.file())) {
                row.show(transfer);
                return row;
            }
        }
        return new TransferRow(transfer, adding, texts, problems);
    }

    private void show(Transfer now) {
        transfer = now;
        var problem = now.problem();
        String name = String.valueOf(file.getFileName());
        title.setText(texts.text(problem == null ? "adding.title" : "adding.failed", name));
        about.setText(
                problem == null
                        ? new ModelText(texts, problems).bytes(now.done(), now.total())
                        : problems.of(problem));
        bar.setProgress(
                now.total() == 0
                        ? ProgressBar.INDETERMINATE_PROGRESS
                        : (double) now.done() / now.total());
        bar.setAccessibleText(title.getText());
        String closing = texts.text(problem == null ? "model.cancel" : "model.dismiss");
        close.setAccessibleText(closing);
        close.getTooltip().setText(closing);
        Nodes.setShown(bar, problem == null);
        Nodes.setShown(retry, problem != null);
        pseudoClassStateChanged(FAILED, problem != null);
    }
}
