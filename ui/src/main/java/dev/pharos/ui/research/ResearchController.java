package dev.pharos.ui.research;

import dev.pharos.engine.research.SearchService.Kind;
import dev.pharos.engine.settings.Secrets;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.FocusScroll;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.research.ResearchViewModel.State;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// Binds `research.fxml` to its view-model.
public final class ResearchController {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final ResearchViewModel viewModel;
    private final Texts texts;
    private final ProblemText problems;

    @FXML private ToggleButton off;
    @FXML private ToggleButton searxng;
    @FXML private ToggleButton brave;
    @FXML private ToggleButton serpapi;
    @FXML private Label offText;
    @FXML private VBox service;
    @FXML private TextField searchAddress;
    @FXML private Label searxngText;
    @FXML private PasswordField searchKey;
    @FXML private Label searchKeyPlace;
    @FXML private Hyperlink forgetSearchKey;
    @FXML private VBox searchRemote;
    @FXML private CheckBox searchAllowed;
    @FXML private Label searchUnencrypted;
    @FXML private Button saveSearch;
    @FXML private Button testSearch;
    @FXML private Label searchOutcome;

    public ResearchController(ResearchViewModel viewModel, Texts texts, ProblemText problems) {
        this.viewModel = viewModel;
        this.texts = texts;
        this.problems = problems;
    }

    @FXML
    private void initialize() {
        choose(off, null);
        choose(searxng, Kind.SEARXNG);
        choose(brave, Kind.BRAVE);
        choose(serpapi, Kind.SERPAPI);
        searchAddress.textProperty().bindBidirectional(viewModel.addressProperty());
        searchKey.textProperty().bindBidirectional(viewModel.keyProperty());
        searchAllowed.selectedProperty().bindBidirectional(viewModel.allowedProperty());
        viewModel.kindProperty().subscribe(this::show);
        viewModel.addressProperty().subscribe(_ -> showRemote());
        viewModel.savedProperty().subscribe(_ -> showOff());
        viewModel.keyKeptProperty().subscribe(this::showKey);
        viewModel.stateProperty().subscribe(this::tell);
        searchKeyPlace.setText(words(viewModel.place()));
        forgetSearchKey.setOnAction(_ -> viewModel.forgetKey());
        saveSearch.setOnAction(_ -> viewModel.save());
        testSearch.setOnAction(_ -> viewModel.test(texts.text("research.testWords")));
    }

    private void choose(ToggleButton button, @Nullable Kind kind) {
        button.setOnAction(_ -> {
            viewModel.choose(kind);
            button.setSelected(true);
        });
        viewModel.kindProperty().subscribe(now -> button.setSelected(now == kind));
    }

    private void show(@Nullable Kind kind) {
        Nodes.setShown(service, kind != null);
        Nodes.setShown(testSearch, kind != null);
        showOff();
        Nodes.setShown(searxngText, kind == Kind.SEARXNG);
        searchKey.setPromptText(keyPrompt());
        showRemote();
    }

    private void showOff() {
        boolean off = viewModel.kindProperty().get() == null;
        boolean saved = viewModel.savedProperty().get();
        Nodes.setShown(offText, off && saved);
        Nodes.setShown(saveSearch, !off || saved);
    }

    private void showRemote() {
        Nodes.setShown(searchRemote, viewModel.remote());
        Nodes.setShown(searchUnencrypted, viewModel.unencrypted());
    }

    private void showKey(boolean kept) {
        searchKey.setPromptText(keyPrompt());
        Nodes.setShown(forgetSearchKey, kept);
    }

    private String keyPrompt() {
        var kind = viewModel.kindProperty().get();
        return texts.text(
                viewModel.keyKeptProperty().get()
                        ? "endpoints.keyKept"
                        : kind != null && kind.needsKey()
                                ? "research.keyNeeded"
                                : "endpoints.keyPrompt");
    }

    private String words(Secrets.Place place) {
        return texts.text(
                switch (place) {
                    case PLATFORM -> "endpoints.keyPlatform";
                    case ENCRYPTED_FILE -> "endpoints.keyEncrypted";
                    case OWNER_ONLY_FILE -> "endpoints.keyFile";
                });
    }

    private void tell(State state) {
        boolean busy = state instanceof State.Working;
        saveSearch.setDisable(busy);
        testSearch.setDisable(busy);
        searchOutcome.pseudoClassStateChanged(
                FAILED, state instanceof State.Failed || state instanceof State.Flawed);
        searchOutcome.setText(
                switch (state) {
                    case State.Quiet() -> "";
                    case State.Working() -> texts.text("research.working");
                    case State.Saved() -> texts.text("settings.saved");
                    case State.Answered(var pages) -> texts.text("research.answered", pages);
                    case State.Flawed(var secret) ->
                            texts.text(secret ? "research.secret" : "research.noAddress");
                    case State.Failed(var why) -> problems.of(why);
                });
        boolean told = !searchOutcome.getText().isEmpty();
        Nodes.setShown(searchOutcome, told);
        if (told) {
            showOutcome();
        }
    }

    /// It comes below what was pressed, where the window may end.
    private void showOutcome() {
        for (Node at = searchOutcome; at != null; at = at.getParent()) {
            if (at instanceof ScrollPane scroll) {
                FocusScroll.show(scroll, searchOutcome);
            }
        }
    }
}
