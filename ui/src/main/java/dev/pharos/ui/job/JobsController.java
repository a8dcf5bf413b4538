package dev.pharos.ui.job;

import dev.pharos.engine.problem.Problem;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Lists;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.job.LongWork.Deed;
import dev.pharos.ui.job.LongWorkViewModel.Row;

import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.stream.Stream;

/// Binds `jobs.fxml` to all long work.
public final class JobsController {
    private final LongWorkViewModel works;
    private final ObservableValue<@Nullable Problem> problemOf;
    private final Runnable batches;
    private final Texts texts;
    private final ProblemText problems;

    @FXML private ListView<Row> list;
    @FXML private VBox empty;
    @FXML private Button toBatches;
    @FXML private Button removeOver;
    @FXML private HBox trouble;
    @FXML private Label problem;

    /// @param problemOf why what was asked for last could not be done or kept, or null
    /// @param batches shows the notes that are made of many sources
    public JobsController(
            LongWorkViewModel works,
            ObservableValue<@Nullable Problem> problemOf,
            Runnable batches,
            Texts texts,
            ProblemText problems) {
        this.works = works;
        this.problemOf = problemOf;
        this.batches = batches;
        this.texts = texts;
        this.problems = problems;
    }

    @FXML
    private void initialize() {
        list.setCellFactory(_ -> new WorkCell(works, texts));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        list.setOnMouseClicked(event -> {
            var work = chosen();
            if (event.getClickCount() == 2 && work != null) {
                open(work);
            }
        });
        toBatches.setOnAction(_ -> batches.run());
        removeOver.setOnAction(_ -> works.clear());
        works.rows().subscribe(this::show);
        show();
        problemOf.subscribe(why -> {
            Nodes.setShown(trouble, why != null);
            problem.setText(why == null ? "" : problems.of(why));
        });
    }

    private void show() {
        Lists.show(list, works.rows(), JobsController::identity);
        Nodes.setShown(removeOver, !works.all(LongWork::over).isEmpty());
        Nodes.setShown(empty, works.isEmpty());
        Nodes.setShown(list, !works.isEmpty());
    }

    private static Object identity(Row row) {
        return switch (row) {
            case Row.Head(var group, _) -> group;
            case Row.Item(var work, _) -> work.id();
        };
    }

    private @Nullable LongWork chosen() {
        return list.getSelectionModel().getSelectedItem() instanceof Row.Item(var work, _)
                ? work
                : null;
    }

    /// Where the keyboard goes when this pane is entered.
    public Node content() {
        if (chosen() == null) {
            works.rows().stream()
                    .filter(Row.Item.class::isInstance)
                    .findFirst()
                    .ifPresent(list.getSelectionModel()::select);
        }
        return list.isVisible() ? list : empty;
    }

    private void pressed(KeyEvent event) {
        var work = chosen();
        if (work == null) {
            return;
        }
        boolean taken = event.isAltDown() ? moved(work, event) : did(work, event);
        if (taken) {
            event.consume();
        }
    }

    private boolean moved(LongWork work, KeyEvent event) {
        if (event.getCode() == KeyCode.UP) {
            works.act(work, Deed.EARLIER);
        } else if (event.getCode() == KeyCode.DOWN) {
            works.act(work, Deed.LATER);
        } else {
            return false;
        }
        return true;
    }

    private boolean did(LongWork work, KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> open(work);
            case SPACE -> first(work, Deed.PAUSE, Deed.RESUME, Deed.RETRY, Deed.CHOOSE_MODEL);
            case DELETE -> first(work, Deed.CANCEL, Deed.REMOVE);
            case LEFT, RIGHT -> works.toggle(work);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void first(LongWork work, Deed... deeds) {
        Stream.of(deeds).filter(work::can).findFirst().ifPresent(deed -> works.act(work, deed));
    }

    /// Where it leads to, else what happened to it.
    private void open(LongWork work) {
        if (work.can(Deed.OPEN)) {
            works.act(work, Deed.OPEN);
        } else if (work.can(Deed.OPEN_FOLDER)) {
            works.act(work, Deed.OPEN_FOLDER);
        } else {
            works.toggle(work);
        }
    }
}
