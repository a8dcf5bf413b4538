package dev.pharos.ui.graph;

import dev.pharos.engine.graph.Graph;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Lists;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.Where;
import dev.pharos.ui.document.Opening;
import dev.pharos.ui.document.Target;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;

/// Binds `graph.fxml` to its view-model.
public final class GraphController {
    private static final double TOO_NARROW = 640;
    private static final double TOO_NARROW_FOR_TAGS = 600;

    private final GraphViewModel viewModel;
    private final Opening opening;
    private final Texts texts;
    private final ProblemText problems;
    private final GraphWords words;

    @FXML private VBox root;
    @FXML private TextField find;
    @FXML private ComboBox<String> tag;
    @FXML private ToggleButton listed;
    @FXML private Button nearer;
    @FXML private Button further;
    @FXML private Button whole;
    @FXML private FlowPane legend;
    @FXML private HBox aroundBar;
    @FXML private Label aroundTitle;
    @FXML private ToggleButton one;
    @FXML private ToggleButton two;
    @FXML private ToggleButton three;
    @FXML private Button everything;
    @FXML private StackPane stage;
    @FXML private VBox empty;
    @FXML private VBox waiting;
    @FXML private ProgressBar progress;
    @FXML private Label trouble;
    @FXML private VBox panel;
    @FXML private VBox card;
    @FXML private Label title;
    @FXML private Label about;
    @FXML private Button open;
    @FXML private Button beside;
    @FXML private Button around;
    @FXML private ToggleButton way;
    @FXML private Label wayHint;
    @FXML private HBox choice;
    @FXML private ToggleButton connected;
    @FXML private ToggleButton lonely;
    @FXML private Label listTitle;
    @FXML private ListView<GraphWords.Row> list;
    private final GraphView view;

    /// There is room for the list only while something is chosen.
    private boolean narrow;

    public GraphController(
            GraphViewModel viewModel, Opening opening, Texts texts, ProblemText problems) {
        this.viewModel = viewModel;
        this.opening = opening;
        this.texts = texts;
        this.problems = problems;
        words = new GraphWords(texts);
        view = new GraphView(viewModel);
    }

    @FXML
    private void initialize() {
        stage.getChildren().addFirst(view);
        view.setOnOpen(this::open);
        root.sceneProperty().subscribe(this::look);
        find.textProperty().bindBidirectional(viewModel.findProperty());
        find.setOnAction(_ -> chooseFound());
        nearer.setOnAction(_ -> view.zoom(true));
        further.setOnAction(_ -> view.zoom(false));
        whole.setOnAction(_ -> view.fit());
        new GraphFilters(viewModel, texts).into(legend);
        bindTag();
        bindAround();
        bindPanel();
        bindState();
        viewModel.shownProperty().subscribe(this::show);
        viewModel.chosenProperty().subscribe(this::show);
        viewModel.findProperty().subscribe(this::show);
    }

    /// Whoever sees it again sees it as it is now.
    private void look(Scene scene) {
        if (scene != null) {
            viewModel.calmProperty().set(scene.getPreferences().isReducedMotion());
        }
        viewModel.look(this, scene != null);
    }

    private void bindTag() {
        viewModel
                .shownProperty()
                .subscribe(now -> {
                    var names = new ArrayList<>(List.of(""));
                    names.addAll(GraphWords.tags(now.graph()));
                    if (!names.equals(tag.getItems())) {
                        tag.getItems().setAll(names);
                        tag.setValue(viewModel.filterProperty().get().tag());
                    }
                    showTag();
                });
        root.widthProperty().subscribe(this::showTag);
        tag.setConverter(new TagNames(texts));
        tag.valueProperty()
                .subscribe((_, chosen) -> {
                    var filter = viewModel.filterProperty().get();
                    if (chosen != null && !chosen.equals(filter.tag())) {
                        viewModel.filterProperty().set(filter.withTag(chosen));
                    }
                });
    }

    /// Where there is little room, the tags are found by their signs.
    private void showTag() {
        Nodes.setShown(tag, tag.getItems().size() > 1 && root.getWidth() > TOO_NARROW_FOR_TAGS);
    }

    private void bindAround() {
        var steps = List.of(one, two, three);
        for (int i = 0; i < steps.size(); i++) {
            int reach = i + 1;
            var step = steps.get(i);
            step.setAccessibleText(texts.text("graph.steps", reach));
            step.setOnAction(_ -> {
                var filter = viewModel.filterProperty().get();
                viewModel.filterProperty().set(filter.around(filter.around(), reach));
                step.setSelected(true);
            });
        }
        everything.setOnAction(_ -> {
            viewModel.filterProperty().set(viewModel.filterProperty().get().around(null, 1));
            view.fit();
        });
        viewModel
                .filterProperty()
                .subscribe(now -> {
                    for (int i = 0; i < steps.size(); i++) {
                        steps.get(i).setSelected(now.steps() == i + 1);
                    }
                });
    }

    private void bindPanel() {
        listed.selectedProperty().subscribe(shown -> Nodes.setShown(panel, shown));
        root.widthProperty()
                .map(width -> width.doubleValue() > 0 && width.doubleValue() < TOO_NARROW)
                .subscribe(now -> {
                    narrow = now;
                    listed.setSelected(!now || viewModel.chosenIndex() >= 0);
                });
        viewModel
                .chosenProperty()
                .subscribe((_, _) -> {
                    if (narrow) {
                        listed.setSelected(viewModel.chosenIndex() >= 0);
                    }
                });
        list.setCellFactory(_ -> new GraphCell());
        Lists.openBy(list, this::choose);
        open.setOnAction(_ -> open(viewModel.chosenIndex(), Where.HERE));
        beside.setOnAction(_ -> open(viewModel.chosenIndex(), Where.BESIDE));
        around.setOnAction(_ -> showAround());
        way.selectedProperty().bindBidirectional(viewModel.wantsWayProperty());
        way.selectedProperty().subscribe(this::show);
        connected.setOnAction(_ -> turnList(true));
        lonely.setOnAction(_ -> turnList(false));
        connected.setSelected(true);
    }

    private void turnList(boolean toConnected) {
        connected.setSelected(toConnected);
        lonely.setSelected(!toConnected);
        show();
    }

    private void bindState() {
        viewModel
                .readingProperty()
                .subscribe(job -> {
                    progress.progressProperty().unbind();
                    if (job != null) {
                        progress.progressProperty().bind(job.stepProperty().map(s -> s.fraction()));
                    }
                    show();
                });
        viewModel
                .problemProperty()
                .subscribe(why -> {
                    Nodes.setShown(trouble, why != null);
                    trouble.setText(why == null ? "" : problems.of(why));
                });
        viewModel.loadedProperty().subscribe(this::show);
    }

    private void show() {
        var now = viewModel.shownProperty().get();
        boolean loaded = viewModel.loadedProperty().get();
        boolean nothing = loaded && now.graph().nodes().isEmpty();
        Nodes.setShown(empty, nothing);
        Nodes.setShown(legend, !nothing);
        Nodes.setShown(waiting, !loaded && viewModel.readingProperty().get() != null);
        showAroundBar(now);
        showCard(now);
        showRows(now);
        int chosen = viewModel.chosenIndex();
        view.setAccessibleText(
                chosen < 0 ? texts.text("graph.spoken", now.count()) : words.spoken(now, chosen));
    }

    private void showAroundBar(Shown now) {
        int centre = Shown.index(now.graph(), viewModel.filterProperty().get().around());
        Nodes.setShown(aroundBar, centre >= 0);
        aroundTitle.setText(
                centre < 0 ? "" : texts.text("graph.aroundTitle", now.node(centre).title()));
    }

    private void showCard(Shown now) {
        int chosen = viewModel.chosenIndex();
        Nodes.setShown(card, chosen >= 0);
        if (chosen >= 0) {
            boolean item = now.node(chosen) instanceof Graph.Item;
            title.setText(now.node(chosen).title());
            about.setText(words.about(now, chosen));
            Nodes.setShown(open, item);
            Nodes.setShown(beside, item);
        }
        Nodes.setShown(wayHint, viewModel.wantsWayProperty().get());
    }

    private void showRows(Shown now) {
        int chosen = viewModel.chosenIndex();
        var found = viewModel.found();
        boolean typed = !viewModel.findProperty().get().isBlank();
        boolean general = chosen < 0 && !typed;
        Nodes.setShown(choice, general);
        Nodes.setShown(listTitle, !general);
        List<GraphWords.Row> rows;
        if (viewModel.lookingForWay()) {
            var nodes = viewModel.way();
            listTitle.setText(texts.text(nodes.isEmpty() ? "graph.noWay" : "graph.wayTitle"));
            rows = words.way(now, nodes);
        } else if (chosen >= 0 && !viewModel.wantsWayProperty().get()) {
            listTitle.setText(texts.text("graph.neighbours"));
            rows = words.neighbours(now, chosen);
        } else if (typed) {
            listTitle.setText(texts.text("graph.found", found.size()));
            rows = words.those(now, found);
        } else {
            listTitle.setText(texts.text("graph.connected"));
            rows = lonely.isSelected() && general ? words.lonely(now) : words.mostConnected(now);
        }
        if (!rows.equals(list.getItems())) {
            Lists.show(list, rows, GraphWords.Row::node);
        }
    }

    /// A click in the list leads there in the picture; with the keys for it, it is opened.
    private void choose(GraphWords.Row row, Where where) {
        if (where == Where.HERE) {
            viewModel.choose(row.node());
        } else {
            open(row.node(), where);
        }
    }

    private void chooseFound() {
        viewModel.found().stream().findFirst().ifPresent(viewModel::choose);
        view.requestFocus();
    }

    private void open(int node, Where where) {
        if (node >= 0 && viewModel.shownProperty().get().node(node) instanceof Graph.Item item) {
            opening.open(new Target(item.source(), null, List.of()), where);
        }
    }

    private void showAround() {
        int chosen = viewModel.chosenIndex();
        if (chosen >= 0) {
            var filter = viewModel.filterProperty().get();
            viewModel
                    .filterProperty()
                    .set(
                            filter.around(
                                    viewModel.shownProperty().get().node(chosen).key(),
                                    filter.steps()));
        }
    }

    /// Where the keyboard goes when this pane is entered.
    public Node content() {
        return view;
    }

    /// Takes the key that puts down what is chosen.
    public boolean pressed(KeyEvent event) {
        boolean down = event.getCode() == KeyCode.ESCAPE && viewModel.chosenIndex() >= 0;
        if (down) {
            viewModel.choose(-1);
        }
        return down;
    }
}
