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
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/// Binds `settings.fxml` to its view-model.
public final class SettingsController {
    private final SettingsViewModel viewModel;
    private final LanguageViewModel language;
    private final Runnable showKeys;
    private final List<Parent> parts;
    private final @Nullable Leads leads;
    private final Texts texts;
    private final ProblemText problems;

    @FXML private ToggleButton system;
    @FXML private ToggleButton light;
    @FXML private ToggleButton dark;
    @FXML private ToggleButton english;
    @FXML private ToggleButton german;
    @FXML private ToggleButton russian;
    @FXML private Button smaller;
    @FXML private Label zoom;
    @FXML private Button larger;
    @FXML private CheckBox contrast;
    @FXML private CheckBox calm;
    @FXML private Button keys;
    @FXML private VBox others;
    @FXML private VBox pages;
    @FXML private Button models;
    @FXML private Button endpoints;
    @FXML private Button hardware;
    @FXML private Button firstSteps;
    @FXML private Label outcome;

    /// The row that led away.
    private @Nullable Button left;

    /// The settings that have a page of their own.
    public record Leads(
            Runnable models, Runnable endpoints, Runnable hardware, Runnable firstSteps) {}

    /// @param showKeys leads to the list of keys
    /// @param parts the settings of other parts of the program, such as transcriptions
    /// @param leads null where no models can be chosen
    public SettingsController(
            SettingsViewModel viewModel,
            LanguageViewModel language,
            Runnable showKeys,
            List<Parent> parts,
            @Nullable Leads leads,
            Texts texts,
            ProblemText problems) {
        this.viewModel = viewModel;
        this.language = language;
        this.showKeys = showKeys;
        this.parts = List.copyOf(parts);
        this.leads = leads;
        this.texts = texts;
        this.problems = problems;
    }

    @FXML
    private void initialize() {
        others.getChildren().setAll(parts);
        choose(system, ThemeSettings.Choice.SYSTEM);
        choose(light, ThemeSettings.Choice.LIGHT);
        choose(dark, ThemeSettings.Choice.DARK);
        speak(english, "en");
        speak(german, "de");
        speak(russian, "ru");
        bindLook();
        lead(keys, showKeys);
        Nodes.setShown(pages, leads != null);
        if (leads != null) {
            lead(models, leads.models());
            lead(endpoints, leads.endpoints());
            lead(hardware, leads.hardware());
            lead(firstSteps, leads.firstSteps());
        }
        viewModel.stateProperty().subscribe(_ -> tell());
        language.problemProperty().subscribe(_ -> tell());
    }

    private void bindLook() {
        var look = viewModel.themeProperty();
        smaller.setOnAction(_ -> viewModel.choose(look.get().zoomed(false)));
        larger.setOnAction(_ -> viewModel.choose(look.get().zoomed(true)));
        contrast.setOnAction(_ -> viewModel.choose(look.get().withContrast(contrast.isSelected())));
        calm.setOnAction(_ -> viewModel.choose(look.get().withCalm(calm.isSelected())));
        look.subscribe(now -> {
            zoom.setText(texts.text("settings.zoomNow", now.zoom() / 100.0));
            smaller.setDisable(now.zoom() == ThemeSettings.SMALLEST);
            larger.setDisable(now.zoom() == ThemeSettings.LARGEST);
            contrast.setSelected(now.contrast());
            calm.setSelected(now.calm());
        });
    }

    private void lead(Button button, Runnable there) {
        button.setOnAction(_ -> {
            left = button;
            there.run();
        });
    }

    /// Where the keyboard goes when this pane is entered: to the row that one comes back from.
    public Node first() {
        var from = left;
        left = null;
        if (from != null) {
            return from;
        }
        return Stream.of(light, dark).filter(ToggleButton::isSelected).findFirst().orElse(system);
    }

    private void choose(ToggleButton button, ThemeSettings.Choice choice) {
        button.setOnAction(_ -> {
            button.setSelected(true);
            viewModel.choose(viewModel.themeProperty().get().with(choice));
        });
        viewModel
                .themeProperty()
                .subscribe(chosen -> button.setSelected(chosen.choice() == choice));
    }

    private void speak(ToggleButton button, String code) {
        button.setOnAction(_ -> {
            button.setSelected(true);
            language.choose(code);
        });
        language.chosenProperty().subscribe(chosen -> button.setSelected(code.equals(chosen)));
    }

    private void tell() {
        var why = language.problemProperty().get();
        outcome.setText(why == null ? words(viewModel.stateProperty().get()) : problems.of(why));
    }

    private String words(State state) {
        return switch (state) {
            case State.Quiet() -> "";
            case State.Failed(var problem) -> problems.of(problem);
        };
    }
}
