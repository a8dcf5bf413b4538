package dev.pharos.ui.model;

import dev.pharos.engine.model.ModelKind;
import dev.pharos.engine.model.Shelved;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.FocusScroll;
import dev.pharos.ui.control.Gradually;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Binds `models.fxml` to its view-models: the cards, grouped by what models are for.
public final class ModelsController {
    /// As many cards as a window shows at first.
    private static final int AT_ONCE = 4;

    private static final int OTHER = 2;

    /// So many that are neither here nor recommended are shown from the beginning.
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
    private final Map<ModelKind, Section> sections = new EnumMap<>(ModelKind.class);
    private final Gradually<Card> placing = new Gradually<>(this::place);

    /// The kinds of which every model is shown.
    private final Set<ModelKind> unfolded = EnumSet.noneOf(ModelKind.class);

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

    /// The models for one purpose.
    ///
    /// @param ids of the models in `rows`, in their order
    /// @param more shows those that are folded away
    private record Section(VBox box, VBox rows, List<String> ids, Button more) {
        void add(int at, String id, Node view) {
            ids.add(at, id);
            rows.getChildren().add(at, view);
            Nodes.setShown(box, true);
        }

        void retain(Set<String> those) {
            for (int i = ids.size() - 1; i >= 0; i--) {
                if (!those.contains(ids.get(i))) {
                    ids.remove(i);
                    rows.getChildren().remove(i);
                }
            }
            Nodes.setShown(box, !ids.isEmpty());
        }
    }

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
        for (var kind : ModelKind.values()) {
            sections.put(kind, section(kind));
        }
        groups.getChildren().setAll(sections.values().stream().map(Section::box).toList());
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
        sections.values().forEach(section -> section.retain(Set.of()));
        showCards();
    }

    private void add(Path path) {
        add(List.of(path));
    }

    private void showCards() {
        var wanted =
                models.cards().stream().filter(card -> all.isSelected() || held(card)).toList();
        var folded = folded(wanted);
        var now = wanted.stream().filter(card -> !folded.contains(card)).toList();
        var ids = now.stream().map(Card::id).collect(Collectors.toSet());
        sections.values().forEach(section -> section.retain(ids));
        var waiting = new ArrayList<Card>();
        for (var card : now) {
            var view = views.get(card.id());
            if (view != null && view.getParent() != null) {
                view.show(card);
            } else {
                waiting.add(card);
            }
        }
        waiting.sort(
                Comparator.comparing((Card card) -> card.info().kind()).thenComparing(this::rank));
        placing.build(waiting, AT_ONCE);
        sections.forEach((kind, section) -> {
            long more = folded.stream().filter(card -> card.info().kind() == kind).count();
            section.more().setText(texts.text("models.more", more));
            Nodes.setShown(section.more(), more > 0);
        });
        Nodes.setShown(nothing, now.isEmpty() && !models.cards().isEmpty());
    }

    /// Where there are many that are neither here nor recommended, beside some that are.
    private Set<Card> folded(List<Card> among) {
        return among.stream()
                .filter(this::other)
                .collect(Collectors.groupingBy(card -> card.info().kind()))
                .entrySet()
                .stream()
                .filter(others -> others.getValue().size() > FEW)
                .filter(others -> !unfolded.contains(others.getKey()))
                .filter(others ->
                        among.stream()
                                .anyMatch(card ->
                                        card.info().kind() == others.getKey() && !other(card)))
                .flatMap(others -> others.getValue().stream())
                .collect(Collectors.toSet());
    }

    private boolean other(Card card) {
        return rank(card) == OTHER && !held(card);
    }

    private void unfold(ModelKind kind) {
        var first =
                models.cards().stream()
                        .filter(card -> card.info().kind() == kind && other(card))
                        .findFirst();
        unfolded.add(kind);
        showCards();
        first.map(card -> views.get(card.id())).ifPresent(ModelCardView::enter);
    }

    /// Puts a card behind those that stand before it.
    private void place(Card card) {
        var view = views.computeIfAbsent(card.id(), _ -> view(card));
        view.show(card);
        var section = sections.computeIfAbsent(card.info().kind(), this::section);
        int at = 0;
        while (at < section.ids().size()
                && ranks.getOrDefault(section.ids().get(at), 0) <= rank(card)) {
            at++;
        }
        section.add(at, card.id(), view);
    }

    /// Something of it is on this machine, or is on its way.
    private static boolean held(Card card) {
        return card.doing() != null || !(card.shelved().state() instanceof Shelved.State.Absent);
    }

    private Section section(ModelKind kind) {
        var title = new Label(words.title(kind));
        title.getStyleClass().add("section-title");
        var text = new Label(words.about(kind));
        text.getStyleClass().add("settings-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        var rows = new VBox();
        rows.getStyleClass().add("model-group");
        var more = new Button("", new FontIcon(Material2AL.EXPAND_MORE));
        more.getStyleClass().addAll("flat", "model-more");
        more.setMaxWidth(Double.MAX_VALUE);
        more.setOnAction(_ -> unfold(kind));
        Nodes.setShown(more, false);
        var box = new VBox(title, text, rows, more);
        box.getStyleClass().add("model-section");
        Nodes.setShown(box, false);
        return new Section(box, rows, new ArrayList<>(), more);
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
        placing.finish();
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
