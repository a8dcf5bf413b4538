package dev.pharos.ui.annotation;

import dev.pharos.engine.annotation.Highlight.Colour;
import dev.pharos.ui.Texts;
import dev.pharos.ui.annotation.HighlightsViewModel.Marked;
import dev.pharos.ui.control.Lists;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.document.Opening;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Binds `highlights.fxml` to its view-model.
public final class HighlightsController {
    private static final double DOT = 6;

    private final HighlightsViewModel viewModel;
    private final Opening opening;
    private final Texts texts;

    @FXML private Label count;
    @FXML private TextField filter;
    @FXML private HBox colours;
    @FXML private Button copy;
    @FXML private Button remove;
    @FXML private ListView<Marked> list;
    @FXML private Label nothing;
    @FXML private VBox empty;

    public HighlightsController(HighlightsViewModel viewModel, Opening opening, Texts texts) {
        this.viewModel = viewModel;
        this.opening = opening;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        filter.textProperty().bindBidirectional(viewModel.filterProperty());
        for (Colour colour : Colour.values()) {
            colours.getChildren().add(choice(colour));
        }
        list.setCellFactory(_ -> new HighlightCell(texts));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        Lists.openBy(list, (marked, where) -> opening.open(marked.target(), where));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        list.getSelectionModel().getSelectedIndices().subscribe(this::showActions);
        copy.setOnAction(_ -> copy());
        copy.setTooltip(new Tooltip(texts.text("highlights.copy")));
        remove.setTooltip(new Tooltip(texts.text("highlights.remove")));
        remove.setOnAction(_ -> viewModel.remove(chosen()));
        viewModel.shown().subscribe(this::show);
        viewModel.noneProperty().subscribe(this::show);
        show();
    }

    private ToggleButton choice(Colour colour) {
        var dot = new Circle(DOT);
        String name = colour.name().toLowerCase(Locale.ROOT);
        dot.getStyleClass().add("dot-" + name);
        var button = new ToggleButton(null, dot);
        button.getStyleClass().addAll("button-icon", "flat");
        String words = words(colour);
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setOnAction(
                _ -> viewModel.colourProperty().set(button.isSelected() ? colour : null));
        viewModel.colourProperty().subscribe(now -> button.setSelected(now == colour));
        return button;
    }

    private String words(Colour colour) {
        return switch (colour) {
            case YELLOW -> texts.text("highlights.yellow");
            case GREEN -> texts.text("highlights.green");
            case BLUE -> texts.text("highlights.blue");
            case PINK -> texts.text("highlights.pink");
            case PURPLE -> texts.text("highlights.purple");
        };
    }

    private void show() {
        Lists.show(list, viewModel.shown(), marked -> marked.highlight().id());
        boolean none = viewModel.noneProperty().get();
        count.setText(texts.text("highlights.count", viewModel.shown().size()));
        Nodes.setShown(empty, none);
        nothing.setVisible(!none && viewModel.shown().isEmpty());
        showActions();
    }

    private void showActions() {
        boolean any = !list.getSelectionModel().isEmpty();
        copy.setDisable(!any);
        remove.setDisable(!any);
    }

    private List<Marked> chosen() {
        return list.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(viewModel.markdown(chosen()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void pressed(KeyEvent event) {
        if (list.getSelectionModel().isEmpty()) {
            return;
        }
        if (event.getCode() == KeyCode.DELETE) {
            viewModel.remove(chosen());
            event.consume();
        } else if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
            copy();
            event.consume();
        }
    }

    /// Where the keyboard goes when this pane is entered.
    public Node content() {
        return list;
    }
}
