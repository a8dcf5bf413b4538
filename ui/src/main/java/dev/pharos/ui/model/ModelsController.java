package dev.pharos.ui.model;

import dev.pharos.engine.model.ModelKind;
import dev.pharos.engine.model.Shelved;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.FocusScroll;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.file.FileChoice;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Binds `models.fxml` to its view-models: the cards, grouped by what models are for.
public final class ModelsController {
    private static final int OTHER = 2;

    /// So many others are shown at once.
    private static final int FEW = 3;

    private final ModelsViewModel models;
    private final EmbeddingViewModel embedding;
    private final HardwareViewModel hardware;
    private final FileChoice files;
    private final Leads leads;
    private final Texts texts;
    private final ProblemText problems;
    private final ModelText words;
    private final Map<String, ModelCardView> views = new HashMap<>();

    private final Map<String, Integer> ranks = new HashMap<>();

    /// The kinds of which every model is shown.
    private final Set<ModelKind> unfolded = EnumSet.noneOf(ModelKind.class);

    /// The ids of the cards in view, in their order.
    private List<String> shown = List.of();

    @FXML private ScrollPane scroll;
    @FXML private Button back;
    @FXML private ToggleButton all;
    @FXML private ToggleButton here;
    @FXML private MenuItem addFile;
    @FXML private MenuItem addFolder;
    @FXML private Label about;
    @FXML private Label problem;
    @FXML private VBox transfers;
    @FXML private StackPane change;
    @FXML private VBox groups;
    @FXML private Label nothing;

    /// Where this page leads.
    ///
    /// @param back to the settings
    /// @param endpoints to the chat endpoints
    public record Leads(Runnable back, Runnable endpoints) {}

    public ModelsController(
            ModelsViewModel models,
            EmbeddingViewModel embedding,
            HardwareViewModel hardware,
            FileChoice files,
            Leads leads,
            Texts texts,
            ProblemText problems) {
        this.models = models;
        this.embedding = embedding;
        this.hardware = hardware;
        this.files = files;
        this.leads = leads;
        this.texts = texts;
        this.problems = problems;
        this.words = new ModelText(texts, problems);
    }

    @FXML
    private void initialize() {
        back.setOnAction(_ -> leads.back().run());
        all.setSelected(true);
        all.setOnAction(_ -> show(false));
        here.setOnAction(_ -> show(true));
        addFile.setOnAction(_ -> files.any().ifPresent(this::add));
        addFolder.setOnAction(_ -> models.adding().add(files.folder()));
        about.setText(texts.text("models.about", models.folder()));
        models.cards().subscribe(this::showCards);
        models.problemProperty()
                .subscribe(why -> {
                    problem.setText(why == null ? "" : problems.of(why));
                    Nodes.setShown(problem, why != null);
                });
        models.newestProperty().subscribe((_, id) -> showNewest(id));
        hardware.hardwareProperty().subscribe(_ -> showDevices());
        hardware.settingsProperty().subscribe((_, _) -> showDevices());
        hardware.lookingProperty()
                .subscribe((_, looks) -> {
                    if (!looks) {
                        models.load(); // another device may have been chosen
                    }
                });
        FocusScroll.follow(scroll);
        change.getChildren().setAll(bar());
        showCards();
        scrollToTheChange();
        TransferRow.show(transfers, models.adding(), texts, problems);
    }

    /// When there is something to be seen of it.
    private void scrollToTheChange() {
        embedding
                .problemProperty()
                .subscribe((_, why) -> {
                    if (why != null) {
                        FocusScroll.show(scroll, change);
                    }
                });
        embedding
                .changing()
                .subscribe((_, goesOn) -> {
                    if (goesOn) {
                        FocusScroll.show(scroll, change);
                    }
                });
    }

    private ChangeBar bar() {
        var names = new ChangeBar.Names(models::title, hardware::name);
        return new ChangeBar(embedding, names, texts, problems);
    }

    private void show(boolean onlyHere) {
        all.setSelected(!onlyHere);
        here.setSelected(onlyHere);
        ranks.clear();
        showCards();
    }

    private void add(Path path) {
        add(List.of(path));
    }

    private void showCards() {
        for (var card : models.cards()) {
            var view = views.get(card.id());
            if (view == null) {
                views.put(card.id(), view(card));
            } else {
                view.show(card);
            }
        }
        var now = models.cards().stream().filter(card -> all.isSelected() || held(card)).toList();
        var ids = now.stream().filter(card -> !folded(card, now)).map(Card::id).toList();
        if (!ids.equals(shown)) {
            shown = ids;
            groups.getChildren().setAll(groups(now));
        }
        Nodes.setShown(nothing, now.isEmpty() && !models.cards().isEmpty());
    }

    /// Something of it is on this machine, or is on its way.
    private static boolean held(Card card) {
        return card.doing() != null || !(card.shelved().state() instanceof Shelved.State.Absent);
    }

    private List<VBox> groups(List<Card> cards) {
        return Stream.of(ModelKind.values())
                .map(kind -> cards.stream().filter(card -> card.info().kind() == kind).toList())
                .filter(each -> !each.isEmpty())
                .map(this::group)
                .toList();
    }

    private VBox group(List<Card> cards) {
        var kind = cards.getFirst().info().kind();
        var title = new Label(words.title(kind));
        title.getStyleClass().add("section-title");
        var text = new Label(words.about(kind));
        text.getStyleClass().add("settings-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        var rows = new VBox();
        rows.getStyleClass().add("model-group");
        cards.stream()
                .filter(card -> shown.contains(card.id()))
                .sorted(Comparator.comparingInt(this::rank))
                .forEach(card -> rows.getChildren().add(views.get(card.id())));
        int more = cards.size() - rows.getChildren().size();
        if (more > 0) {
            rows.getChildren().add(unfold(kind, more));
        }
        var group = new VBox(title, text, rows);
        group.getStyleClass().add("model-section");
        return group;
    }

    /// One of many that are neither here nor recommended.
    private boolean folded(Card card, List<Card> among) {
        var kind = card.info().kind();
        return other(card)
                && !unfolded.contains(kind)
                && among.stream().filter(each -> each.info().kind() == kind && other(each)).count()
                        > FEW
                && among.stream().anyMatch(each -> each.info().kind() == kind && !other(each));
    }

    private boolean other(Card card) {
        return rank(card) == OTHER && !held(card);
    }

    private Button unfold(ModelKind kind, int more) {
        var button =
                new Button(texts.text("models.more", more), new FontIcon(Material2AL.EXPAND_MORE));
        button.getStyleClass().addAll("flat", "model-more");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> {
            var before = Set.copyOf(shown);
            unfolded.add(kind);
            showCards();
            shown.stream()
                    .filter(id -> !before.contains(id))
                    .findFirst()
                    .map(views::get)
                    .ifPresent(ModelCardView::enter);
        });
        return button;
    }

    /// What is here stands first, then what is recommended; as long as one looks, all stay in their
    /// places.
    private int rank(Card card) {
        return ranks.computeIfAbsent(
                card.id(), _ -> held(card) ? 0 : card.info().recommended() ? 1 : OTHER);
    }

    private ModelCardView view(Card card) {
        var page =
                new ModelCardView.Page(
                        () -> files.any().ifPresent(this::add),
                        this::reveal,
                        leads.endpoints(),
                        hardware);
        return new ModelCardView(card, models, page, texts, words);
    }

    /// Where the system shows no folder, the details tell the place.
    private void reveal(Card card) {
        if (card.shelved().state() instanceof Shelved.State.Present(var place, _, _, _, _)
                && !files.reveal(place)
                && !card.open()) {
            models.toggle(card.id());
        }
    }

    private void showDevices() {
        views.values().forEach(ModelCardView::showDevice);
    }

    private void showNewest(@Nullable String id) {
        var view = id == null ? null : views.get(id);
        if (view != null) {
            FocusScroll.show(scroll, view);
        }
    }

    /// Where the keyboard goes when this pane is entered.
    public Node first() {
        return all;
    }

    /// Takes files and folders that were dropped.
    public void add(List<Path> paths) {
        models.adding().add(paths);
    }
}
