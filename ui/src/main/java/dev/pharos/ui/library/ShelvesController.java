package dev.pharos.ui.library;

import dev.pharos.engine.collection.SavedCollection;
import dev.pharos.engine.library.SourceId;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Lists;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.library.Shelf.Collected;
import dev.pharos.ui.library.ShelvesViewModel.Row;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

import java.util.List;
import java.util.function.Supplier;

/// Binds `shelves.fxml` to its view-model: above what the list of the library can show, below that
/// list, or the trash.
public final class ShelvesController {

    /// What stands below.
    ///
    /// @param list where the keyboard goes there
    public record Below(Parent root, Supplier<Node> list) {}

    private static final double ROW = 30;
    private static final double AROUND = 8;

    /// So many rows are shown at once where there is room for them.
    private static final int MOST = 9;

    private static final int FEWEST = 3;

    /// The part of the room that what stands below has at least, within these limits.
    private static final double BELOW = 0.55;

    private static final double LOW = 140;
    private static final double HIGH = 300;

    private final ShelvesViewModel viewModel;
    private final ListMemory memory;
    private final TrashEditing trash;
    private final Below sources;
    private final Below thrown;
    private final Runnable showHighlights;
    private final Texts texts;

    @FXML private VBox root;
    @FXML private ToggleButton fold;
    @FXML private Button highlights;
    @FXML private Button newCollection;
    @FXML private ListView<Row> shelves;
    private Runnable rename = () -> {};
    @FXML private StackPane below;
    private boolean filling;

    /// @param thrown the trash
    public ShelvesController(
            ShelvesViewModel viewModel,
            ListMemory memory,
            TrashEditing trash,
            Below sources,
            Below thrown,
            Runnable showHighlights,
            Texts texts) {
        this.viewModel = viewModel;
        this.memory = memory;
        this.trash = trash;
        this.sources = sources;
        this.thrown = thrown;
        this.showHighlights = showHighlights;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        shelves.setFixedCellSize(ROW);
        var words = new ShelfText(texts);
        var problems = new ProblemText(texts);
        shelves.setCellFactory(_ -> new ShelfCell(words, problems, new Drops()));
        shelves.setMinHeight(FEWEST * ROW + AROUND);
        shelves.prefHeightProperty()
                .bind(Bindings.size(shelves.getItems()).map(ShelvesController::height));
        below.minHeightProperty()
                .bind(
                        root.heightProperty()
                                .map(room -> Math.clamp(room.doubleValue() * BELOW, LOW, HIGH)));
        viewModel.rowsProperty().subscribe(this::show);
        viewModel.chosenProperty().subscribe(this::show);
        shelves.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        var menu = new ShelfMenu(viewModel.editing(), texts, shelves, this::collection);
        shelves.setContextMenu(menu.menu());
        rename = menu::rename;
        shelves.setOnKeyPressed(this::pressed);
        newCollection.setOnAction(_ -> menu.create());
        newCollection.setTooltip(new Tooltip(texts.text("shelf.create")));
        highlights.setOnAction(_ -> showHighlights.run());
        highlights.setTooltip(new Tooltip(texts.text("highlights.title")));
        fold.setSelected(!memory.settingsProperty().get().folded());
        fold.selectedProperty().subscribe(this::unfold);
    }

    /// Does not depend on the room that there is, which would depend on it.
    private static double height(Number rows) {
        return Math.min(rows.intValue(), MOST) * ROW + AROUND;
    }

    private void unfold(boolean open) {
        Nodes.setShown(shelves, open);
        fold.setGraphic(new FontIcon(open ? Material2AL.EXPAND_MORE : Material2AL.CHEVRON_RIGHT));
        var now = memory.settingsProperty().get();
        if (now.folded() == open) {
            memory.keep(now.folded(!open));
        }
    }

    private void show(List<Row> rows) {
        filling = true;
        Lists.show(shelves, rows, row -> row.shelf().key());
        show(viewModel.chosenProperty().get());
        filling = false;
    }

    private void show(Shelf shelf) {
        var items = shelves.getItems();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).shelf().key().equals(shelf.key())) {
                shelves.getSelectionModel().select(i);
            }
        }
        var wanted = (shelf == Shelf.Own.TRASH ? thrown : sources).root();
        if (!below.getChildren().equals(List.of(wanted))) {
            below.getChildren().setAll(wanted);
        }
    }

    private void choose(@Nullable Row row) {
        if (row != null && !filling) {
            if (sources.list().get() instanceof ListView<?> list) {
                list.getSelectionModel().clearSelection();
            }
            viewModel.choose(row.shelf());
        }
    }

    private @Nullable SavedCollection collection() {
        var row = shelves.getSelectionModel().getSelectedItem();
        return row != null && row.shelf() instanceof Collected(var collection) ? collection : null;
    }

    private void pressed(KeyEvent event) {
        var collection = collection();
        switch (event.getCode()) {
            case UP, DOWN -> {
                if (!event.isAltDown() || collection == null) {
                    return;
                }
                viewModel.editing().step(collection, event.getCode() == KeyCode.DOWN);
            }
            case DELETE -> {
                if (collection != null) {
                    viewModel.editing().remove(collection);
                }
            }
            case ENTER -> content().requestFocus();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Takes F2: the collection gets another name.
    public boolean first(KeyEvent event) {
        boolean naming = event.getCode() == KeyCode.F2 && shelves.isFocused();
        if (naming) {
            rename.run();
        }
        return naming;
    }

    /// Where the keyboard goes when this pane is entered.
    public Node content() {
        boolean toTrash = viewModel.chosenProperty().get() == Shelf.Own.TRASH;
        return (toTrash ? thrown : sources).list().get();
    }

    /// Puts the keyboard into the collections, which are shown if they were not.
    public void enter() {
        fold.setSelected(true);
        shelves.requestFocus();
    }

    private final class Drops implements ShelfCell.Drops {
        @Override
        public void collect(Collected into, List<SourceId> sources) {
            viewModel.editing().add(into.collection(), sources);
        }

        @Override
        public void trash(List<SourceId> sources) {
            trash.put(sources);
        }

        @Override
        public void move(String key, Collected place) {
            var all = viewModel.editing().knownProperty().get();
            all.stream()
                    .filter(each -> each.id().toString().equals(key))
                    .filter(each -> !each.id().equals(place.collection().id()))
                    .findFirst()
                    .ifPresent(each ->
                            viewModel
                                    .editing()
                                    .move(
                                            each,
                                            place.collection(),
                                            all.indexOf(each) < all.indexOf(place.collection())));
        }
    }
}
