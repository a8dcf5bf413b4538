package dev.pharos.ui.note;

import dev.pharos.engine.library.SourceId;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Nodes;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import java.util.function.Consumer;

/// Binds `unkept.fxml`: tells what could not be kept of notes that are no longer open.
public final class UnkeptController {
    private final NoteViewModel viewModel;
    private final Consumer<SourceId> open;
    private final Texts texts;
    private final ProblemText problems;

    @FXML private HBox root;
    @FXML private Label text;
    @FXML private Button again;
    @FXML private Button look;

    /// @param open shows a note
    public UnkeptController(
            NoteViewModel viewModel, Consumer<SourceId> open, Texts texts, ProblemText problems) {
        this.viewModel = viewModel;
        this.open = open;
        this.texts = texts;
        this.problems = problems;
    }

    @FXML
    private void initialize() {
        again.setOnAction(_ -> viewModel.saveAgain());
        look.setOnAction(_ ->
                viewModel.unsaved().stream()
                        .findFirst()
                        .ifPresent(first -> open.accept(first.note())));
        viewModel.unsaved().subscribe(this::show);
        show();
    }

    private void show() {
        Nodes.setShown(root, !viewModel.unsaved().isEmpty());
        if (!viewModel.unsaved().isEmpty()) {
            text.setText(words(viewModel.unsaved().getFirst(), texts, problems));
        }
    }

    /// What could not be kept, and why.
    public static String words(Unsaved unsaved, Texts texts, ProblemText problems) {
        return texts.text("transcript.unsaved", unsaved.title(), problems.of(unsaved.why()));
    }
}
