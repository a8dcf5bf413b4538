package dev.pharos.ui.job;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.work.Job;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Lists;
import dev.pharos.ui.control.Nodes;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.function.Consumer;

/// Binds `jobs.fxml` to its view-model.
public final class JobsController {
    private final JobsViewModel viewModel;
    private final Consumer<SourceId> open;
    private final Runnable chooseModel;
    private final Texts texts;
    private final JobText words;
    private final ProblemText problems;

    @FXML private ListView<Job> list;
    @FXML private VBox empty;
    @FXML private Button removeOver;
    @FXML private HBox trouble;
    @FXML private Label problem;

    /// @param open shows a recording
    /// @param chooseModel leads to where a model for speech is chosen
    public JobsController(
            JobsViewModel viewModel,
            Consumer<SourceId> open,
            Runnable chooseModel,
            Texts texts,
            ProblemText problems) {
        this.viewModel = viewModel;
        this.open = open;
        this.chooseModel = chooseModel;
        this.texts = texts;
        this.words = new JobText(texts, problems);
        this.problems = problems;
    }

    @FXML
    private void initialize() {
        list.setCellFactory(_ -> new JobCell(viewModel, chooseModel, texts, words));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        list.setOnMouseClicked(event -> {
            var job = list.getSelectionModel().getSelectedItem();
            if (event.getClickCount() == 2 && job != null) {
                show(job);
            }
        });
        removeOver.setOnAction(_ -> viewModel.removeOver());
        viewModel.all().subscribe(this::show);
        show();
        viewModel
                .problemProperty()
                .subscribe(why -> {
                    Nodes.setShown(trouble, why != null);
                    problem.setText(why == null ? "" : problems.of(why));
                });
    }

    private void show() {
        Lists.show(list, viewModel.all(), Job::id);
        boolean any = viewModel.all().stream().anyMatch(job -> job.state().over());
        Nodes.setShown(removeOver, any);
        Nodes.setShown(empty, viewModel.all().isEmpty());
        Nodes.setShown(list, !viewModel.all().isEmpty());
    }

    /// Where the keyboard goes when this pane is entered.
    public Node content() {
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
        return list.isVisible() ? list : empty;
    }

    private void pressed(KeyEvent event) {
        var job = list.getSelectionModel().getSelectedItem();
        if (job == null) {
            return;
        }
        boolean moves = event.isAltDown();
        if (event.getCode() == KeyCode.ENTER) {
            show(job);
        } else if (event.getCode() == KeyCode.SPACE) {
            pauseOrResume(job);
        } else if (event.getCode() == KeyCode.DELETE) {
            if (job.state().over()) {
                viewModel.remove(job);
            } else {
                viewModel.cancel(job);
            }
        } else if (event.getCode() == KeyCode.UP && moves) {
            viewModel.move(job, true);
        } else if (event.getCode() == KeyCode.DOWN && moves) {
            viewModel.move(job, false);
        } else {
            return;
        }
        event.consume();
    }

    private void show(Job job) {
        open.accept(SourceId.of(job.subject()));
    }

    private void pauseOrResume(Job job) {
        switch (job.state()) {
            case WAITING, RUNNING -> viewModel.pause(job);
            case PAUSED -> viewModel.resume(job);
            case FAILED, CANCELLED -> viewModel.retry(job);
            case DONE -> {}
        }
    }
}
