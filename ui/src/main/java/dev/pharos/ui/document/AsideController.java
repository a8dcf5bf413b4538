package dev.pharos.ui.document;

import dev.pharos.engine.annotation.Highlight;
import dev.pharos.engine.annotation.Highlight.Colour;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Lists;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.document.ReaderSettings.Tab;
import dev.pharos.ui.work.Kept;

import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;

/// Binds `aside.fxml`: the headings of what is read, and its highlights.
public final class AsideController {
    private final Kept<ReaderSettings> settings;
    private final Marking marking;
    private final Function<Highlight, String> place;
    private final Consumer<Function<Highlight, String>> copy;
    private final Consumer<Function<Highlight, String>> note;
    private final Node related;
    private final Texts texts;
    private final Set<Colour> wanted = EnumSet.noneOf(Colour.class);
    private IntConsumer go = _ -> {};
    private BiConsumer<Highlight, Bounds> editing = (_, _) -> {};
    private @Nullable OutlineTree tree;

    @FXML private ToggleButton outlineTab;
    @FXML private ToggleButton highlightsTab;
    @FXML private ToggleButton relatedTab;
    @FXML private TreeView<Heading> outline;
    @FXML private Label noOutline;
    @FXML private VBox marked;
    @FXML private HBox colours;
    @FXML private ScrollPane relatedScroll;
    @FXML private ListView<Highlight> highlights;
    @FXML private Label noHighlights;
    @FXML private Button copyAll;
    @FXML private Button noteOfAll;

    /// @param copy copies all highlights; is given what says where one stands
    /// @param note makes a note of them
    /// @param related shows what has to do with what is read
    public AsideController(
            Kept<ReaderSettings> settings,
            Marking marking,
            Function<Highlight, String> place,
            Consumer<Function<Highlight, String>> copy,
            Consumer<Function<Highlight, String>> note,
            Node related,
            Texts texts) {
        this.settings = settings;
        this.marking = marking;
        this.place = place;
        this.copy = copy;
        this.note = note;
        this.related = related;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        tree = new OutlineTree(outline, offset -> go.accept(offset));
        outlineTab.setOnAction(_ -> settings.change(now -> now.with(Tab.OUTLINE)));
        highlightsTab.setOnAction(_ -> settings.change(now -> now.with(Tab.HIGHLIGHTS)));
        relatedTab.setOnAction(_ -> settings.change(now -> now.with(Tab.RELATED)));
        for (var colour : Colour.values()) {
            colours.getChildren().add(filter(colour));
        }
        highlights.setCellFactory(_ -> new HighlightCell(place, texts));
        Lists.openBy(highlights, (each, _) -> go.accept(each.place().startOffset()));
        highlights.setContextMenu(menu());
        highlights.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.DELETE) {
                        with(marking::remove);
                    }
                });
        copyAll.setOnAction(_ -> copy.accept(place));
        noteOfAll.setOnAction(_ -> note.accept(place));
        marking.allProperty().subscribe(_ -> list());
        settings.valueProperty().subscribe(_ -> list());
    }

    private ToggleButton filter(Colour colour) {
        var button = new ToggleButton();
        String name = texts.text("highlight.only", Swatches.name(texts, colour));
        button.getStyleClass().setAll("swatch", Swatches.style(colour));
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setOnAction(_ -> {
            if (button.isSelected()) {
                wanted.add(colour);
            } else {
                wanted.remove(colour);
            }
            list();
        });
        return button;
    }

    private ContextMenu menu() {
        var menu = new ContextMenu();
        for (var colour : Colour.values()) {
            menu.getItems()
                    .add(item(Swatches.name(texts, colour), each -> marking.colour(each, colour)));
        }
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems()
                .add(
                        item(
                                texts.text("highlight.note"),
                                each -> editing.accept(each, bounds(highlights))));
        menu.getItems().add(item(texts.text("highlight.remove"), marking::remove));
        return menu;
    }

    private static Bounds bounds(Node node) {
        return node.localToScreen(node.getLayoutBounds());
    }

    private MenuItem item(String words, Consumer<Highlight> does) {
        var item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> with(does));
        return item;
    }

    private void with(Consumer<Highlight> does) {
        var chosen = highlights.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            does.accept(chosen);
        }
    }

    private void list() {
        boolean ofText = settings.value().tab() == Tab.OUTLINE;
        outlineTab.setSelected(ofText);
        boolean ofMarks = settings.value().tab() == Tab.HIGHLIGHTS;
        boolean others = settings.value().tab() == Tab.RELATED;
        highlightsTab.setSelected(ofMarks);
        relatedTab.setSelected(others);
        relatedScroll.setContent(others ? related : null); // looks for nothing while out of sight
        Nodes.setShown(relatedScroll, others);
        boolean headings = outline.getRoot() != null && !outline.getRoot().isLeaf();
        Nodes.setShown(outline, ofText && headings);
        Nodes.setShown(noOutline, ofText && !headings);
        var all = marking.allProperty().get();
        Nodes.setShown(marked, ofMarks && !all.isEmpty());
        Nodes.setShown(noHighlights, ofMarks && all.isEmpty());
        Lists.show(
                highlights,
                all.stream()
                        .filter(each -> wanted.isEmpty() || wanted.contains(each.colour()))
                        .toList(),
                Highlight::id);
    }

    /// @param leads to an offset into the text
    /// @param edits opens the note of a highlight; is given where it stands on the screen
    void lead(IntConsumer leads, BiConsumer<Highlight, Bounds> edits) {
        go = leads;
        editing = edits;
    }

    void show(List<Heading> headings) {
        if (tree != null) {
            tree.show(headings);
        }
        list();
    }

    /// @param offset where one reads
    void readAt(int offset) {
        if (tree != null) {
            tree.readAt(offset);
        }
    }
}
