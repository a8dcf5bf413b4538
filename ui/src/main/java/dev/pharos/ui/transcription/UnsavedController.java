package dev.pharos.ui.transcription;

import dev.pharos.engine.library.SourceId;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Nodes;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import java.util.function.Consumer;

/// Binds `unsaved.fxml`: tells of corrections that could not be kept after another recording was
/// opened, and tries again.
public final class UnsavedController {
    private final Editing editing;
    private final Consumer<SourceId> open;
    private final Texts texts;
    private final ProblemText problems;

    @FXML private HBox root;
    @FXML private Label text;
    @FXML private Button again;
    @FXML private Button look;

    /// @param open shows a recording
    public UnsavedController(
            Editing editing, Consumer<SourceId> open, Texts texts, ProblemText problems) {
        this.editing = editing;
        this.open = open;
        this.texts = texts;
        this.problems = problems;
    }

    @FXML
    private void initialize() {
        again.setOnAction(_ -> editing.saveUnsaved());
        look.setOnAction(_ ->
                editing.unsaved().stream()
                        .findFirst()
                        .ifPresent(first -> open.accept(first.owner().source())));
        editing.unsaved().subscribe(this::show);
        show();
    }

    private void show() {
        Nodes.setShown(root, !editing.unsaved().isEmpty());
        if (!editing.unsaved().isEmpty()) {
            text.setText(words(editing.unsaved().getFirst(), texts, problems));
        }
    }

    /// What could not be kept, and why.
    public static String words(Unsaved unsaved, Texts texts, ProblemText problems) {
        return texts.text(
                "transcript.unsaved", unsaved.owner().title(), problems.of(unsaved.why()));
    }
}
