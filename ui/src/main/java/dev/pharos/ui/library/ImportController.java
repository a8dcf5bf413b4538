package dev.pharos.ui.library;

import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.library.ImportViewModel.State;
import dev.pharos.ui.work.Job;

import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;

import org.jspecify.annotations.Nullable;

/// Binds `import.fxml` to its view-model.
public final class ImportController {
    private final ImportViewModel viewModel;
    private final Texts texts;
    private final ProblemText problems;
    private final FilteredList<ImportRow> shown;

    @FXML private Label title;
    @FXML private Label outcome;
    @FXML private ProgressBar progress;
    @FXML private Button cancel;
    @FXML private Button close;
    @FXML private CheckBox onlyProblems;
    @FXML private ListView<ImportRow> list;

    public ImportController(ImportViewModel viewModel, Texts texts, ProblemText problems) {
        this.viewModel = viewModel;
        this.texts = texts;
        this.problems = problems;
        this.shown = new FilteredList<>(viewModel.rows());
    }

    @FXML
    private void initialize() {
        list.setItems(shown);
        list.setCellFactory(_ -> new ImportCell(texts, problems));
        cancel.setOnAction(_ -> viewModel.cancel());
        close.setOnAction(_ -> viewModel.dismiss());
        onlyProblems
                .selectedProperty()
                .subscribe(only -> shown.setPredicate(only ? ImportRow::notable : _ -> true));
        var state = viewModel.stateProperty();
        var step = state.flatMap(ImportController::step);
        title.textProperty().bind(state.flatMap(this::title));
        progress.progressProperty().bind(step.map(Job.Step::fraction).orElse(0.0));
        state.subscribe(this::show);
        shown.addListener((ListChangeListener<ImportRow>) _ -> followTheNewest());
    }

    public ListView<ImportRow> list() {
        return list;
    }

    private static @Nullable ObservableValue<Job.Step> step(State state) {
        return state instanceof State.Running(var job) ? job.stepProperty() : null;
    }

    private ObservableValue<String> title(State state) {
        return switch (state) {
            case State.Running(var job) ->
                    job.stepProperty()
                            .map(step ->
                                    step.total() == 0
                                            ? texts.text("import.looking")
                                            : texts.text(
                                                    "import.running", step.done(), step.total()));
            case State.Finished _ -> constant("import.finished");
            case State.Stopped _ -> constant("import.stopped");
            case State.Failed _ -> constant("import.broken");
            case State.Idle _ -> constant("import.finished");
        };
    }

    private ObservableValue<String> constant(String key) {
        return viewModel.stateProperty().map(_ -> texts.text(key));
    }

    private void show(State state) {
        boolean running = state instanceof State.Running;
        Nodes.setShown(progress, running);
        Nodes.setShown(cancel, running);
        Nodes.setShown(close, !running);
        String words =
                switch (state) {
                    case State.Finished(var summary) -> ImportText.summary(summary, texts);
                    case State.Failed(var problem) -> problems.of(problem);
                    case State.Stopped _ -> texts.text("import.kept");
                    case State.Idle _, State.Running _ -> "";
                };
        outcome.setText(words);
        Nodes.setShown(outcome, !words.isEmpty());
        boolean choice = !running && viewModel.rows().stream().anyMatch(ImportRow::notable);
        Nodes.setShown(onlyProblems, choice);
        onlyProblems.setSelected(choice);
    }

    private void followTheNewest() {
        if (viewModel.stateProperty().get() instanceof State.Running && !shown.isEmpty()) {
            list.scrollTo(shown.size() - 1);
        }
    }
}
