package dev.pharos.ui.transcription;

import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.Transcripts.Version;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.Scrolling;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;

import org.jspecify.annotations.Nullable;

/// Binds `versions.fxml` to its view-model.
public final class VersionsController {
    private final VersionsViewModel viewModel;
    private final Texts texts;
    private final ProblemText problems;

    @FXML private Label problem;
    @FXML private Button restore;
    @FXML private Button close;
    @FXML private ListView<Version> list;
    @FXML private ListView<Segment> words;

    public VersionsController(VersionsViewModel viewModel, Texts texts, ProblemText problems) {
        this.viewModel = viewModel;
        this.texts = texts;
        this.problems = problems;
    }

    @FXML
    private void initialize() {
        list.setItems(viewModel.versions());
        list.setCellFactory(_ -> new VersionCell(viewModel, texts));
        var selection = list.getSelectionModel();
        selection
                .selectedItemProperty()
                .subscribe(version -> {
                    if (version != null) {
                        viewModel.chosenProperty().set(version);
                    }
                });
        viewModel
                .chosenProperty()
                .subscribe(version -> {
                    selection.select(version);
                    restore.setDisable(version == null || viewModel.current(version));
                });
        words.setCellFactory(_ -> new EarlierCell(viewModel, texts));
        viewModel.wordsProperty().subscribe(this::show);
        restore.setOnAction(_ -> viewModel.restore());
        close.setOnAction(_ -> viewModel.close());
        viewModel
                .problemProperty()
                .subscribe(why -> {
                    Nodes.setShown(problem, why != null);
                    problem.setText(why == null ? "" : problems.of(why));
                });
    }

    /// Takes the keyboard.
    void enter() {
        list.requestFocus();
    }

    private void show(VersionsViewModel.@Nullable Words now) {
        if (now == null) {
            words.getItems().clear();
        } else {
            words.getItems().setAll(now.transcript().segments());
            var segments = now.transcript().segments();
            int first =
                    segments.stream()
                            .filter(now.other()::contains)
                            .findFirst()
                            .map(segments::indexOf)
                            .orElse(0);
            Scrolling.to(words, first, EarlierCell.class, _ -> 0);
        }
    }
}
