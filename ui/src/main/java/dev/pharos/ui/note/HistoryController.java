package dev.pharos.ui.note;

import dev.pharos.engine.note.Difference;
import dev.pharos.engine.note.Notes.Version;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.Scrolling;
import dev.pharos.ui.control.SizeText;
import dev.pharos.ui.control.WideCell;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// Binds `history.fxml` to its view-model.
public final class HistoryController {
    private final HistoryViewModel viewModel;
    private final Texts texts;
    private final ProblemText problems;

    @FXML private Label problem;
    @FXML private Button restore;
    @FXML private Button close;
    @FXML private ListView<Version> list;
    @FXML private ListView<Difference.Line> lines;

    public HistoryController(HistoryViewModel viewModel, Texts texts, ProblemText problems) {
        this.viewModel = viewModel;
        this.texts = texts;
        this.problems = problems;
    }

    @FXML
    private void initialize() {
        list.setItems(viewModel.versions());
        list.setCellFactory(_ -> new Row());
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
        lines.setCellFactory(_ -> new DifferenceCell(texts));
        viewModel.differenceProperty().subscribe(this::show);
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

    private void show(@Nullable Difference now) {
        if (now == null) {
            lines.getItems().clear();
            return;
        }
        lines.getItems().setAll(now.lines());
        int first = 0;
        while (first < now.lines().size()
                && now.lines().get(first).kind() == Difference.Kind.SAME) {
            first++;
        }
        Scrolling.to(lines, first < now.lines().size() ? first : 0, DifferenceCell.class, _ -> 0);
    }

    /// When a version was saved, where it came from, and how long it is.
    private final class Row extends WideCell<Version> {
        private final Label title = new Label();
        private final Label about = new Label();
        private final VBox words = new VBox(title, about);

        Row() {
            title.getStyleClass().add("row-title");
            about.getStyleClass().add("row-about");
            words.getStyleClass().add("row-words");
        }

        @Override
        protected Node content() {
            return words;
        }

        @Override
        protected void show(Version version) {
            String what =
                    viewModel.current(version)
                            ? texts.text("versions.current")
                            : version.imported()
                                    ? texts.text("versions.imported")
                                    : texts.text("note.versionWritten");
            title.setText(
                    DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                            .withLocale(texts.locale())
                            .withZone(ZoneId.systemDefault())
                            .format(version.saved()));
            about.setText(what + " · " + SizeText.of(version.size(), texts));
            setAccessibleText(title.getText() + ", " + about.getText());
        }
    }
}
