package dev.pharos.ui.timeline;

import dev.pharos.engine.timeline.Event;
import dev.pharos.engine.timeline.Event.What;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Lists;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.Where;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;

/// Binds `timeline.fxml` to its view-model.
public final class TimelineController {
    private final TimelineViewModel viewModel;
    private final BiConsumer<Event, Where> open;
    private final Texts texts;
    private final ProblemText problems;
    private final TimelineWords words;
    private final Map<Span, ToggleButton> choices = new EnumMap<>(Span.class);
    private int highest = 1;

    @FXML private VBox root;
    @FXML private HBox spans;
    @FXML private FlowPane kinds;
    @FXML private ListView<Bar> strip;
    @FXML private ListView<Line> list;
    @FXML private VBox empty;
    @FXML private Label nothing;
    @FXML private Label trouble;

    /// @param open opens what happened
    public TimelineController(
            TimelineViewModel viewModel,
            BiConsumer<Event, Where> open,
            Texts texts,
            ProblemText problems) {
        this.viewModel = viewModel;
        this.open = open;
        this.texts = texts;
        this.problems = problems;
        words = new TimelineWords(texts, viewModel.zone());
    }

    @FXML
    private void initialize() {
        root.sceneProperty().subscribe(scene -> viewModel.look(this, scene != null));
        for (var span : Span.values()) {
            spans.getChildren().add(choice(span));
        }
        for (var what : What.values()) {
            kinds.getChildren().add(kind(what));
        }
        viewModel
                .spanProperty()
                .subscribe(
                        now -> choices.forEach((span, choice) -> choice.setSelected(span == now)));
        bindStrip();
        list.setCellFactory(_ -> new LineCell(words));
        Lists.openBy(list, this::open);
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe((_, line) -> {
                    if (line != null && list.isFocused()) {
                        mark(line);
                    }
                });
        viewModel.barsProperty().subscribe(this::showBars);
        viewModel.linesProperty().subscribe(this::showLines);
        viewModel.loadedProperty().subscribe(this::showLines);
        viewModel
                .problemProperty()
                .subscribe(why -> {
                    Nodes.setShown(trouble, why != null);
                    trouble.setText(why == null ? "" : problems.of(why));
                });
    }

    private void bindStrip() {
        strip.setCellFactory(_ -> new BarCell(words, viewModel.spanProperty()::get, () -> highest));
        strip.getSelectionModel()
                .selectedItemProperty()
                .subscribe((_, bar) -> {
                    if (bar != null && strip.isFocused()) {
                        showDaysOf(bar);
                    }
                });
        strip.setOnMouseClicked(_ -> {
            var bar = strip.getSelectionModel().getSelectedItem();
            if (bar != null) {
                showDaysOf(bar);
            }
        });
        strip.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
    }

    private ToggleButton choice(Span span) {
        var choice = new ToggleButton(words.span(span));
        choice.setOnAction(_ -> {
            viewModel.spanProperty().set(span);
            choice.setSelected(true);
        });
        choices.put(span, choice);
        return choice;
    }

    private ToggleButton kind(What what) {
        var sign = new Region();
        sign.getStyleClass().addAll("timeline-part", "timeline-sign", TimelineWords.style(what));
        var entry = new ToggleButton(words.what(what), sign);
        entry.getStyleClass().add("graph-entry");
        entry.setTooltip(new Tooltip(texts.text("graph.showOrHide", words.what(what))));
        viewModel.kindsProperty().subscribe(now -> entry.setSelected(now.contains(what)));
        entry.setOnAction(_ -> viewModel.show(what, entry.isSelected()));
        return entry;
    }

    private void showBars() {
        highest = viewModel.barsProperty().get().stream().mapToInt(Bar::total).max().orElse(1);
        strip.getItems().setAll(viewModel.barsProperty().get());
        if (!strip.getItems().isEmpty()) {
            strip.scrollTo(strip.getItems().size() - 1);
        }
    }

    private void showLines() {
        Lists.show(list, viewModel.linesProperty().get(), Line::identity);
        boolean loaded = viewModel.loadedProperty().get();
        Nodes.setShown(empty, loaded && viewModel.nothing());
        nothing.setVisible(loaded && !viewModel.nothing() && list.getItems().isEmpty());
    }

    private void showDaysOf(Bar bar) {
        int line = viewModel.lineOf(bar);
        if (line >= 0) {
            list.scrollTo(line);
            list.getSelectionModel().clearAndSelect(line);
        }
    }

    /// Shows in the strip when it was.
    private void mark(Line line) {
        int bar = viewModel.barOf(line.day());
        if (bar >= 0 && strip.getSelectionModel().getSelectedIndex() != bar) {
            strip.getSelectionModel().clearAndSelect(bar);
            strip.scrollTo(Math.max(0, bar - 6));
        }
    }

    /// With the key for it, the wheel leads nearer and further; without, along the time.
    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown() && event.getDeltaY() != 0) {
            var span = viewModel.spanProperty();
            span.set(span.get().zoomed(event.getDeltaY() > 0));
            event.consume();
        }
    }

    private void open(Line line, Where where) {
        switch (line) {
            case Line.Day it -> mark(it);
            case Line.Happened(_, var event) -> open.accept(event, where);
            case Line.More it -> viewModel.open(it.day());
        }
    }

    /// Where the keyboard goes when this pane is entered.
    public Node content() {
        return list.getItems().isEmpty() ? empty : list;
    }
}
