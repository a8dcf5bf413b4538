package dev.pharos.ui.settings;

import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.settings.SettingsViewModel.State;
import dev.pharos.ui.theme.ThemeSettings;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.stream.Stream;

/// Binds `settings.fxml` to its view-model.
public final class SettingsController {
    private final SettingsViewModel viewModel;
    private final Runnable back;
    private final @Nullable Parent speechPart;
    private final Texts texts;
    private final ProblemText problems;

    @FXML private ToggleButton system;
    @FXML private ToggleButton light;
    @FXML private ToggleButton dark;
    @FXML private VBox speech;
    @FXML private TextField baseUrl;
    @FXML private TextField model;
    @FXML private PasswordField apiKey;
    @FXML private CheckBox remoteAllowed;
    @FXML private Button save;
    @FXML private Button close;
    @FXML private Label outcome;

    /// @param back leaves the settings
    /// @param speechPart the settings of transcriptions, null where there is no speech
    public SettingsController(
            SettingsViewModel viewModel,
            Runnable back,
            @Nullable Parent speechPart,
            Texts texts,
            ProblemText problems) {
        this.viewModel = viewModel;
        this.back = back;
        this.speechPart = speechPart;
        this.texts = texts;
        this.problems = problems;
    }

    @FXML
    private void initialize() {
        Nodes.setShown(speech, speechPart != null);
        if (speechPart != null) {
            speech.getChildren().setAll(speechPart);
        }
        choose(system, ThemeSettings.Choice.SYSTEM);
        choose(light, ThemeSettings.Choice.LIGHT);
        choose(dark, ThemeSettings.Choice.DARK);
        baseUrl.textProperty().bindBidirectional(viewModel.baseUrlProperty());
        model.textProperty().bindBidirectional(viewModel.modelProperty());
        apiKey.textProperty().bindBidirectional(viewModel.apiKeyProperty());
        remoteAllowed.selectedProperty().bindBidirectional(viewModel.remoteAllowedProperty());
        save.setOnAction(_ -> viewModel.save());
        close.setOnAction(_ -> back.run());
        outcome.textProperty().bind(viewModel.stateProperty().map(this::words));
    }

    /// Where the keyboard goes when this pane is entered.
    public Node first() {
        return Stream.of(light, dark).filter(ToggleButton::isSelected).findFirst().orElse(system);
    }

    private void choose(ToggleButton button, ThemeSettings.Choice choice) {
        button.setOnAction(_ -> {
            button.setSelected(true);
            viewModel.choose(choice);
        });
        viewModel.themeProperty().subscribe(chosen -> button.setSelected(chosen == choice));
    }

    private String words(State state) {
        return switch (state) {
            case State.Quiet() -> "";
            case State.Saved() -> texts.text("settings.saved");
            case State.Failed(var problem) -> problems.of(problem);
        };
    }
}
