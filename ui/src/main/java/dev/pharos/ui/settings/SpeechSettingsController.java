package dev.pharos.ui.settings;

import dev.pharos.engine.transcription.SpeechModels;
import dev.pharos.engine.transcription.SpeechToText;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.SpokenLanguages;
import dev.pharos.ui.control.TabLeaves;
import dev.pharos.ui.file.FileChoice;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// Binds `speech.fxml` to its view-model.
public final class SpeechSettingsController {
    private final SpeechSettingsViewModel viewModel;
    private final FileChoice files;
    private final Texts texts;
    private final ProblemText problems;

    @FXML private ComboBox<String> model;
    @FXML private Button chooseFile;
    @FXML private Label noModels;
    @FXML private ComboBox<String> language;
    @FXML private CheckBox translate;
    @FXML private CheckBox speakers;
    @FXML private TextArea prompt;
    @FXML private Label problem;

    public SpeechSettingsController(
            SpeechSettingsViewModel viewModel,
            FileChoice files,
            Texts texts,
            ProblemText problems) {
        this.viewModel = viewModel;
        this.files = files;
        this.texts = texts;
        this.problems = problems;
    }

    @FXML
    private void initialize() {
        model.setItems(viewModel.models());
        model.setConverter(new ModelNames());
        model.valueProperty().bindBidirectional(viewModel.modelProperty());
        model.setOnShowing(_ -> viewModel.load());
        chooseFile.setOnAction(_ -> files.one(List.of("bin", "gguf")).ifPresent(viewModel::choose));
        noModels.setText(texts.text("speech.modelText", viewModel.folder()));
        SpokenLanguages.fill(language, List.of(SpeechToText.AUTO), texts);
        language.valueProperty().bindBidirectional(viewModel.languageProperty());
        translate.selectedProperty().bindBidirectional(viewModel.translateProperty());
        speakers.selectedProperty().bindBidirectional(viewModel.speakersProperty());
        prompt.textProperty().bindBidirectional(viewModel.promptProperty());
        TabLeaves.from(prompt);
        viewModel
                .problemProperty()
                .subscribe(why -> {
                    problem.setText(why == null ? "" : problems.of(why));
                    Nodes.setShown(problem, why != null);
                });
    }

    private String modelName(@Nullable String name) {
        if (name == null) {
            return texts.text("speech.modelNone");
        }
        return name.equals(SpeechModels.DEMO)
                ? texts.text("speech.modelDemo")
                : String.valueOf(Path.of(name).getFileName());
    }

    private final class ModelNames extends StringConverter<String> {
        @Override
        public String toString(@Nullable String model) {
            return modelName(model);
        }

        @Override
        public String fromString(String text) {
            throw new UnsupportedOperationException("not editable");
        }
    }
}
