package dev.pharos.ui.welcome;

import dev.pharos.engine.model.ModelKind;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.FocusScroll;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.SizeText;
import dev.pharos.ui.control.TimeText;
import dev.pharos.ui.file.FileChoice;
import dev.pharos.ui.model.Card;
import dev.pharos.ui.model.ModelText;
import dev.pharos.ui.model.ModelsViewModel;
import dev.pharos.ui.model.TransferRow;
import dev.pharos.ui.welcome.FirstStepsViewModel.Purpose;
import dev.pharos.ui.welcome.FirstStepsViewModel.Step;

import javafx.application.Platform;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// Binds `first.fxml` to its view-model.
public final class FirstStepsController {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    /// Of a common line, for an estimate: 16 Mbit/s.
    private static final int MEGABITS = 16;

    private static final double BYTES_PER_SECOND = MEGABITS * 1e6 / 8;

    private final FirstStepsViewModel viewModel;
    private final ModelsViewModel models;
    private final FileChoice files;
    private final Texts texts;
    private final ProblemText problems;
    private final ModelText words;
    private final ToggleGroup languages = new ToggleGroup();

    @FXML private Label count;
    @FXML private ScrollPane scroll;
    @FXML private VBox language;
    @FXML private RadioButton english;
    @FXML private RadioButton german;
    @FXML private RadioButton russian;
    @FXML private VBox purpose;
    @FXML private CheckBox record;
    @FXML private CheckBox library;
    @FXML private CheckBox learn;
    @FXML private VBox samples;
    @FXML private CheckBox trying;
    @FXML private VBox model;
    @FXML private VBox offers;
    @FXML private VBox transfers;
    @FXML private Button existing;
    @FXML private HBox sumRow;
    @FXML private Label sum;
    @FXML private Label problem;
    @FXML private Button skip;
    @FXML private Button back;
    @FXML private Button next;

    public FirstStepsController(
            FirstStepsViewModel viewModel,
            ModelsViewModel models,
            FileChoice files,
            Texts texts,
            ProblemText problems) {
        this.viewModel = viewModel;
        this.models = models;
        this.files = files;
        this.texts = texts;
        this.problems = problems;
        this.words = new ModelText(texts, problems);
    }

    @FXML
    private void initialize() {
        choose(english, "en");
        choose(german, "de");
        choose(russian, "ru");
        choose(record, Purpose.RECORD);
        choose(library, Purpose.LIBRARY);
        choose(learn, Purpose.LEARN);
        choose(trying, Purpose.TRY);
        Nodes.setShown(samples, viewModel.hasSamples());
        viewModel.purposes().addListener((SetChangeListener<Purpose>) _ -> showSum());
        skip.setOnAction(_ -> viewModel.skip());
        back.setOnAction(_ -> viewModel.back());
        next.setOnAction(_ -> viewModel.next());
        existing.setOnAction(
                _ -> files.any().ifPresent(path -> models.adding().add(List.of(path))));
        viewModel.stepProperty().subscribe(this::show);
        models.cards().subscribe(this::showOffers);
        viewModel.chosen().subscribe(this::showSum);
        viewModel.freeBytesProperty().subscribe(_ -> showSum());
        viewModel
                .problemProperty()
                .subscribe(why -> {
                    problem.setText(why == null ? "" : problems.of(why));
                    Nodes.setShown(problem, why != null);
                });
        TransferRow.show(transfers, models.adding(), texts, problems);
        FocusScroll.follow(scroll);
    }

    private void choose(RadioButton button, String code) {
        button.setToggleGroup(languages);
        viewModel.languageProperty().subscribe(now -> button.setSelected(code.equals(now)));
        button.selectedProperty()
                .subscribe((_, selected) -> {
                    if (selected) {
                        viewModel.languageProperty().set(code);
                    }
                });
    }

    private void choose(CheckBox box, Purpose each) {
        box.setSelected(viewModel.purposes().contains(each));
        box.selectedProperty()
                .subscribe(selected -> {
                    box.getParent().pseudoClassStateChanged(SELECTED, selected);
                    if (selected) {
                        viewModel.purposes().add(each);
                    } else {
                        viewModel.purposes().remove(each);
                    }
                });
    }

    private void show(Step step) {
        count.setText(texts.text("first.count", step.ordinal() + 1, Step.values().length));
        Nodes.setShown(language, step == Step.LANGUAGE);
        Nodes.setShown(purpose, step == Step.PURPOSE);
        Nodes.setShown(model, step == Step.MODELS);
        Nodes.setShown(sumRow, step == Step.MODELS);
        back.setVisible(step != Step.LANGUAGE);
        scroll.setVvalue(0);
        showOffers();
        if (next.getScene() != null) {
            Platform.runLater(() -> first().requestFocus());
        }
    }

    /// Enter leads on, or does what the button under the keyboard says; Escape skips.
    public boolean pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            viewModel.skip();
        } else if (event.getCode() == KeyCode.ENTER) {
            var button = event.getTarget() instanceof Button focused ? focused : next;
            button.fire();
        } else {
            return false;
        }
        return true;
    }

    /// Where the keyboard goes when this pane is entered.
    public Node first() {
        return switch (viewModel.stepProperty().get()) {
            case LANGUAGE -> (RadioButton) languages.getSelectedToggle();
            case PURPOSE -> record;
            case MODELS ->
                    offers.lookupAll(".check-box").stream()
                            .filter(box -> !box.isDisabled())
                            .findFirst()
                            .orElse(next);
        };
    }

    private void showOffers() {
        if (viewModel.stepProperty().get() == Step.MODELS) {
            var focused = focused();
            offers.getChildren().clear();
            viewModel.offers().stream()
                    .collect(
                            Collectors.groupingBy(
                                    card -> card.info().kind(),
                                    LinkedHashMap::new,
                                    Collectors.toList()))
                    .forEach(this::showOffers);
            offers.getChildren().stream()
                    .filter(each -> focused.equals(each.getId()))
                    .findFirst()
                    .ifPresent(each -> each.lookup(".check-box").requestFocus());
        }
        showSum();
    }

    private void showOffers(ModelKind kind, List<Card> cards) {
        var title = new Label(words.title(kind));
        title.getStyleClass().add("offer-kind");
        offers.getChildren().add(title);
        cards.forEach(card -> offers.getChildren().add(offer(card)));
    }

    /// The id of the model whose box has the keyboard, or empty.
    private String focused() {
        Node at = offers.getScene() == null ? null : offers.getScene().getFocusOwner();
        while (at != null && at.getParent() != offers) {
            at = at.getParent();
        }
        return at == null ? "" : String.valueOf(at.getId());
    }

    private Node offer(Card card) {
        boolean here = card.shelved().present();
        var box = new CheckBox(card.info().title());
        box.setMnemonicParsing(false);
        box.setSelected(here || viewModel.chosen().contains(card.id()));
        box.setDisable(!FirstStepsViewModel.fetchable(card));
        box.selectedProperty()
                .subscribe((_, selected) -> {
                    if (selected) {
                        viewModel.chosen().add(card.id());
                    } else {
                        viewModel.chosen().remove(card.id());
                    }
                });
        var misfit = card.shelved().fit().misfit();
        String badge =
                here
                        ? texts.text("first.here")
                        : card.info().recommended() ? texts.text("model.recommended") : "";
        var head = new HBox(box);
        head.getStyleClass().add("model-head");
        if (!badge.isEmpty()) {
            var label = new Label(badge);
            label.getStyleClass().addAll("badge", here ? "plain" : "recommended");
            head.getChildren().add(label);
        }
        var row = new VBox(head, about(words.facts(card.shelved())));
        if (card.loose()) {
            row.getChildren().add(about(words.caution(card)));
        }
        if (misfit != null && !here) {
            row.getChildren().add(about(words.misfit(misfit)));
        }
        row.getStyleClass().add("offer");
        row.setId(card.id());
        return row;
    }

    private static Label about(String words) {
        var label = new Label(words);
        label.getStyleClass().addAll("row-about", "indented");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void showSum() {
        long bytes = viewModel.bytes();
        long free = viewModel.freeBytesProperty().get();
        boolean last = viewModel.stepProperty().get() == Step.MODELS;
        boolean fetches = last && bytes > 0;
        boolean begins =
                last || viewModel.stepProperty().get() == Step.PURPOSE && viewModel.onlyTries();
        next.setText(texts.text(fetches ? "first.get" : begins ? "first.start" : "first.next"));
        next.setDisable(last && !viewModel.fits());
        var time = Duration.ofSeconds((long) (bytes / BYTES_PER_SECOND));
        sum.setText(
                (fetches
                                ? texts.text(
                                        "first.sum",
                                        SizeText.of(bytes, texts),
                                        TimeText.of(time, texts),
                                        MEGABITS)
                                : texts.text("first.sumNothing"))
                        + (free > 0
                                ? " · " + texts.text("first.free", SizeText.of(free, texts))
                                : ""));
    }
}
