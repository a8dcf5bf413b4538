package dev.pharos.ui.settings;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.settings.ChatProfiles;
import dev.pharos.engine.settings.ChatProfiles.ChatProfile;
import dev.pharos.engine.settings.Secrets;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.FocusScroll;
import dev.pharos.ui.control.IconButton;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.settings.EndpointsViewModel.State;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

import java.util.List;
import java.util.Objects;

/// Binds `endpoints.fxml` to its view-model.
public final class EndpointsController {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final EndpointsViewModel viewModel;
    private final Runnable leave;
    private final Texts texts;
    private final ProblemText problems;
    private final ToggleGroup answering = new ToggleGroup();

    @FXML private ScrollPane scroll;
    @FXML private Button back;
    @FXML private VBox list;
    @FXML private Button add;
    @FXML private Label problem;
    @FXML private HBox deleted;
    @FXML private Label deletedText;
    @FXML private Button undo;
    @FXML private VBox form;
    @FXML private VBox fields;
    @FXML private Button ollama;
    @FXML private Button studio;
    @FXML private Button llama;
    @FXML private TextField name;
    @FXML private TextField baseUrl;
    @FXML private PasswordField apiKey;
    @FXML private Label keyPlace;
    @FXML private Hyperlink forgetKey;
    @FXML private ComboBox<String> model;
    @FXML private Button models;
    @FXML private TextField context;
    @FXML private TextField patience;
    @FXML private VBox remote;
    @FXML private Label unencrypted;
    @FXML private CheckBox remoteAllowed;
    @FXML private Button save;
    @FXML private Button test;
    @FXML private Button done;
    @FXML private Button activate;
    @FXML private ProgressIndicator asking;
    @FXML private Label outcome;

    /// What had the keyboard when it was disabled, and where the keyboard went.
    private @Nullable Node lost;

    private @Nullable Node fell;
    private Subscription falling = Subscription.EMPTY;

    /// @param leave goes back to the settings
    public EndpointsController(
            EndpointsViewModel viewModel, Runnable leave, Texts texts, ProblemText problems) {
        this.viewModel = viewModel;
        this.leave = leave;
        this.texts = texts;
        this.problems = problems;
    }

    @FXML
    private void initialize() {
        back.setOnAction(_ -> leave.run());
        add.setOnAction(_ -> edit(null));
        undo.setOnAction(_ -> viewModel.undo());
        bindForm();
        bindActions();
        viewModel.keptProperty().subscribe(this::showList);
        viewModel
                .editingProperty()
                .subscribe(editing -> {
                    Nodes.setShown(form, editing);
                    Nodes.setShown(add, !editing);
                });
        viewModel.stateProperty().subscribe(this::show);
        viewModel
                .deletedProperty()
                .subscribe(gone -> {
                    Nodes.setShown(deleted, gone != null);
                    deletedText.setText(
                            gone == null
                                    ? ""
                                    : texts.text("endpoints.deleted", gone.profile().name()));
                });
        FocusScroll.follow(scroll);
    }

    private void bindForm() {
        var draft = viewModel.draft();
        name.textProperty().bindBidirectional(draft.nameProperty());
        baseUrl.textProperty().bindBidirectional(draft.addressProperty());
        apiKey.textProperty().bindBidirectional(draft.keyProperty());
        model.setItems(viewModel.models());
        model.getEditor().textProperty().bindBidirectional(draft.modelProperty());
        context.textProperty().bindBidirectional(draft.contextProperty());
        patience.textProperty().bindBidirectional(draft.patienceProperty());
        remoteAllowed.selectedProperty().bindBidirectional(draft.remoteAllowedProperty());
        viewModel.remote().subscribe(beyond -> Nodes.setShown(remote, Boolean.TRUE.equals(beyond)));
        viewModel
                .unencrypted()
                .subscribe(open -> Nodes.setShown(unencrypted, Boolean.TRUE.equals(open)));
        viewModel.keyKeptProperty().subscribe(this::showKey);
        viewModel
                .placeProperty()
                .subscribe(place -> keyPlace.setText(place == null ? "" : words(place)));
    }

    private void bindActions() {
        preset(ollama, "Ollama", "http://127.0.0.1:11434/v1");
        preset(studio, "LM Studio", "http://127.0.0.1:1234/v1");
        preset(llama, "llama.cpp", "http://127.0.0.1:8080/v1");
        forgetKey.setOnAction(_ -> viewModel.forgetKey());
        models.setOnAction(_ -> viewModel.list());
        save.setOnAction(_ -> viewModel.save());
        test.setOnAction(_ -> viewModel.test());
        done.setOnAction(_ -> {
            viewModel.leave();
            add.requestFocus();
        });
        activate.setOnAction(_ -> viewModel.activateEdited());
    }

    private void preset(Button button, String called, String address) {
        button.setText(called);
        button.setOnAction(_ -> {
            name.setText(called);
            baseUrl.setText(address);
            models.requestFocus();
        });
    }

    private void showKey(boolean kept) {
        apiKey.setPromptText(texts.text(kept ? "endpoints.keyKept" : "endpoints.keyPrompt"));
        Nodes.setShown(forgetKey, kept);
    }

    private String words(Secrets.Place place) {
        return texts.text(
                switch (place) {
                    case PLATFORM -> "endpoints.keyPlatform";
                    case ENCRYPTED_FILE -> "endpoints.keyEncrypted";
                    case OWNER_ONLY_FILE -> "endpoints.keyFile";
                });
    }

    private void edit(@Nullable ChatProfile profile) {
        viewModel.edit(profile);
        name.requestFocus();
    }

    /// Where the keyboard goes when this pane is entered.
    public Node first() {
        var selected = answering.getSelectedToggle();
        return selected instanceof RadioButton chosen ? chosen : back;
    }

    private void showList(ChatProfiles kept) {
        int focused = focusedRow();
        answering.getToggles().clear();
        list.getChildren().setAll(builtIn(kept.activeProfile().isEmpty()));
        for (var profile : kept.profiles()) {
            list.getChildren().add(row(profile, profile.name().equals(kept.active())));
        }
        if (focused >= 0) {
            int row = Math.min(focused, list.getChildren().size() - 1);
            list.getChildren().get(row).lookup(".radio-button").requestFocus();
        }
    }

    /// The place of the row that has the keyboard, or -1.
    private int focusedRow() {
        Node at = list.getScene() == null ? null : list.getScene().getFocusOwner();
        while (at != null && at.getParent() != list) {
            at = at.getParent();
        }
        return at == null ? -1 : list.getChildren().indexOf(at);
    }

    private Node builtIn(boolean active) {
        return row(
                radio(texts.text("endpoints.builtIn"), active, null),
                texts.text("endpoints.builtInText"));
    }

    private Node row(ChatProfile profile, boolean active) {
        boolean local = viewModel.local(profile);
        String where =
                texts.text(
                        local
                                ? "endpoints.local"
                                : profile.remoteAllowed()
                                        ? "endpoints.remote"
                                        : "endpoints.remoteForbidden");
        String chosen = profile.model() == null ? texts.text("endpoints.noModel") : profile.model();
        var radio = radio(profile.name(), active, profile.name());
        radio.setDisable(
                !active && (profile.model() == null || !local && !profile.remoteAllowed()));
        var row = row(radio, profile.baseUrl() + " · " + chosen + " · " + where);
        var edit =
                IconButton.of(
                        Material2AL.EDIT,
                        texts.text("endpoints.edit", profile.name()),
                        () -> edit(profile));
        var delete =
                IconButton.of(
                        Material2AL.DELETE_OUTLINE,
                        texts.text("endpoints.delete", profile.name()),
                        () -> viewModel.delete(profile));
        row.getChildren().addAll(edit, delete);
        return row;
    }

    private RadioButton radio(String words, boolean active, @Nullable String called) {
        var radio = new RadioButton(words);
        radio.setMnemonicParsing(false);
        radio.setToggleGroup(answering);
        radio.setSelected(active);
        radio.setOnAction(_ -> viewModel.activate(called));
        return radio;
    }

    private static HBox row(RadioButton radio, String words) {
        var about = new Label(words);
        about.getStyleClass().addAll("row-about", "indented");
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        var text = new VBox(radio, about);
        text.getStyleClass().add("model-words");
        HBox.setHgrow(text, Priority.ALWAYS);
        var row = new HBox(text);
        row.getStyleClass().add("endpoint-row");
        return row;
    }

    private void show(State state) {
        boolean saves = state instanceof State.Saving;
        boolean busy = saves || state instanceof State.Asking;
        Nodes.setShown(asking, busy);
        keepFocus(() -> {
            for (var each : List.of(test, models, save)) {
                each.setDisable(busy);
            }
            for (var each : List.of(list, add, undo, fields, remote, activate)) {
                each.setDisable(saves);
            }
        });
        boolean failed = state instanceof State.Failed || state instanceof State.Flawed;
        boolean inForm = viewModel.editingProperty().get();
        outcome.setText(inForm ? words(state) : "");
        outcome.pseudoClassStateChanged(FAILED, failed);
        Nodes.setShown(outcome, !outcome.getText().isEmpty());
        problem.setText(failed && !inForm ? words(state) : "");
        Nodes.setShown(problem, !problem.getText().isEmpty());
        Nodes.setShown(activate, state instanceof State.Replied && !viewModel.answers());
        if (outcome.isVisible()) {
            var last = activate.isVisible() ? activate : outcome;
            FocusScroll.show(scroll, asksForConsent(state) ? remote : last);
        }
    }

    private static boolean asksForConsent(State state) {
        return state instanceof State.Failed(Problem.RemoteNotAllowed _);
    }

    /// What is disabled loses the keyboard to whatever comes next, and gets it back unless the
    /// keyboard has gone on meanwhile.
    private void keepFocus(Runnable change) {
        var scene = form.getScene();
        var had = scene == null ? null : scene.getFocusOwner();
        change.run();
        if (scene != null && lost == null && had != null && had.isDisabled()) {
            lost = had;
            fell = had;
            falling =
                    scene.focusOwnerProperty()
                            .subscribe((_, now) -> {
                                if (fell == null || fell.equals(lost)) {
                                    fell = now;
                                }
                            });
        } else if (scene != null && lost != null && !lost.isDisabled()) {
            falling.unsubscribe();
            if (Objects.equals(fell, scene.getFocusOwner())) {
                lost.requestFocus();
            }
            lost = null;
        }
    }

    private String words(State state) {
        return switch (state) {
            case State.Quiet() -> "";
            case State.Saved() -> texts.text("settings.saved");
            case State.Saving() -> texts.text("endpoints.saving");
            case State.Asking _ -> texts.text("endpoints.asking");
            case State.Listed(int count) -> texts.text("endpoints.listed", count);
            case State.Replied(var trial) ->
                    texts.text(
                            "endpoints.replied",
                            trial.model(),
                            trial.reply(),
                            trial.firstWordMs() / 1000.0,
                            trial.totalMs() / 1000.0);
            case State.Flawed(var flaw) ->
                    switch (flaw) {
                        case NO_ADDRESS -> texts.text("endpoints.noAddress");
                        case NAME_TAKEN -> texts.text("endpoints.nameTaken");
                        case NO_NUMBER -> texts.text("endpoints.noNumber");
                        case NO_MODEL -> texts.text("endpoints.modelFirst");
                    };
            case State.Failed(var problem) -> problems.of(problem);
        };
    }
}
