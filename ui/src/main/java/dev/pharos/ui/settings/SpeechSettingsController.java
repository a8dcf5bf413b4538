package dev.pharos.ui.settings;

import dev.pharos.engine.transcription.SpeechModels;
import dev.pharos.engine.transcription.SpeechToText;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Nodes;
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
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/// Binds `speech.fxml` to its view-model.
public final class SpeechSettingsController {
    /// The languages that Whisper was trained on.
    private static final List<String> LANGUAGES =
            List.of(
                    ("af am ar as az ba be bg bn bo br bs ca cs cy da de el en es et eu fa fi fo fr gl gu"
                                    + " ha he hi hr ht hu hy id is it ja jv ka kk km kn ko la lb ln lo lt"
                                    + " lv mg mi mk ml mn mr ms mt my ne nl nn no oc pa pl ps pt ro ru sa"
                                    + " sd si sk sl sn so sq sr su sv sw ta te tg th tk tl tr tt uk ur uz"
                                    + " vi yi yo zh")
                            .split(" "));

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
        model.setConverter(new Words(this::modelName));
        model.valueProperty().bindBidirectional(viewModel.modelProperty());
        model.setOnShowing(_ -> viewModel.load());
        chooseFile.setOnAction(_ -> files.one(List.of("bin", "gguf")).ifPresent(viewModel::choose));
        noModels.setText(texts.text("speech.modelText", viewModel.folder()));
        language.getItems().setAll(languages());
        language.setConverter(new Words(this::languageName));
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

    private List<String> languages() {
        var byName = Comparator.comparing(this::languageName, Collator.getInstance(texts.locale()));
        return Stream.concat(Stream.of(SpeechToText.AUTO), LANGUAGES.stream().sorted(byName))
                .toList();
    }

    private String languageName(@Nullable String code) {
        return code == null || code.equals(SpeechToText.AUTO)
                ? texts.text("speech.languageAuto")
                : Locale.of(code).getDisplayLanguage(texts.locale());
    }

    private String modelName(@Nullable String name) {
        if (name == null) {
            return texts.text("speech.modelNone");
        }
        return name.equals(SpeechModels.DEMO)
                ? texts.text("speech.modelDemo")
                : String.valueOf(Path.of(name).getFileName());
    }

    private static final class Words extends StringConverter<String> {
        private final Function<@Nullable String, String> words;

        Words(Function<@Nullable String, String> words) {
            this.words = words;
        }

        @Override
        public String toString(@Nullable String value) {
            return words.apply(value);
        }

        @Override
        public String fromString(String text) {
            throw new UnsupportedOperationException("not editable");
        }
    }
}
