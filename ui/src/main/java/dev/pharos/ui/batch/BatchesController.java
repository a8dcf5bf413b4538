package dev.pharos.ui.batch;

import dev.pharos.engine.problem.Problem;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Lists;
import dev.pharos.ui.control.Nodes;

import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// Binds `batches.fxml` to its view-models.
public final class BatchesController {
    private final BatchesViewModel batches;
    private final TakingViewModel taking;
    private final BatchLeads leads;
    private final Runnable choose;
    private final Runnable jobs;
    private final Texts texts;
    private final ProblemText problems;

    @FXML private ListView<BatchRow> list;
    @FXML private VBox empty;
    @FXML private Button toJobs;
    @FXML private Button begin;
    @FXML private Button beginFirst;
    @FXML private HBox trouble;
    @FXML private Label problem;
    @FXML private HBox importing;
    @FXML private Label importingWords;
    @FXML private ProgressBar progress;
    @FXML private Button stop;

    /// @param choose picks files of which notes are to be made
    /// @param jobs shows all long work
    public BatchesController(
            BatchesViewModel batches,
            TakingViewModel taking,
            BatchLeads leads,
            Runnable choose,
            Runnable jobs,
            Texts texts) {
        this.batches = batches;
        this.taking = taking;
        this.leads = leads;
        this.choose = choose;
        this.jobs = jobs;
        this.texts = texts;
        problems = new ProblemText(texts);
    }

    /// @param library what the rows name
    public void watch(ObservableList<?> library) {
        library.subscribe(list::refresh);
    }

    @FXML
    private void initialize() {
        list.setCellFactory(_ -> new BatchCell(batches, leads, texts));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        list.setOnMouseClicked(event -> {
            var row = list.getSelectionModel().getSelectedItem();
            if (event.getClickCount() == 2 && row != null) {
                open(row);
            }
        });
        begin.setOnAction(_ -> choose.run());
        beginFirst.setOnAction(_ -> choose.run());
        toJobs.setOnAction(_ -> jobs.run());
        stop.setOnAction(_ -> taking.cancel());
        batches.rows().subscribe(this::show);
        batches.problemProperty().subscribe(_ -> tell());
        taking.problemProperty().subscribe(_ -> tell());
        ObservableValue<Number> fraction = taking.fractionProperty();
        progress.progressProperty().bind(fraction);
        taking.busyProperty().subscribe(busy -> Nodes.setShown(importing, busy));
        importingWords.setText(texts.text("batch.importing"));
        show();
    }

    private void show() {
        Lists.show(list, batches.rows(), BatchRow::identity);
        boolean none = batches.rows().isEmpty();
        Nodes.setShown(empty, none);
        Nodes.setShown(list, !none);
        Nodes.setShown(begin, !none);
    }

    private void tell() {
        @Nullable Problem why = taking.problemProperty().get();
        if (why == null) {
            why = batches.problemProperty().get();
        }
        Nodes.setShown(trouble, why != null);
        problem.setText(why == null ? "" : problems.of(why));
    }

    /// Where the keyboard goes when this pane is entered.
    public Node content() {
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
        return list.isVisible() ? list : beginFirst;
    }

    private void pressed(KeyEvent event) {
        var row = list.getSelectionModel().getSelectedItem();
        if (row != null && event.getTarget() == list && did(row, event)) {
            event.consume();
        }
    }

    private boolean did(BatchRow row, KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> open(row);
            case SPACE -> batches.toggle(row);
            case LEFT -> turn(row, false);
            case RIGHT -> turn(row, true);
            case DELETE -> end(row);
            case R -> batches.retry(row.batch());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void turn(BatchRow row, boolean open) {
        if (row.open() != open) {
            batches.toggle(row);
        }
    }

    private void end(BatchRow row) {
        batches.find(row.batch())
                .ifPresent(batch -> {
                    if (batch.status().over()) {
                        batches.remove(batch.id());
                    } else {
                        batches.cancel(batch.id());
                    }
                });
    }

    /// The first note of a source, or the source as long as there is none.
    private void open(BatchRow row) {
        switch (row) {
            case BatchRow.Head _ -> batches.toggle(row);
            case BatchRow.Item(_, var item, _) ->
                    item.notes().stream()
                            .filter(note -> leads.library().find(note) != null)
                            .findFirst()
                            .or(() ->
                                    leads.library().find(item.source()) == null
                                            ? Optional.empty()
                                            : Optional.of(item.source()))
                            .ifPresent(leads.open());
        }
    }
}
