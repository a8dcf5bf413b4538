package dev.pharos.ui.library;

import dev.pharos.engine.library.SourceId;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.library.Shelf.Collected;
import dev.pharos.ui.library.ShelvesViewModel.Row;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

import java.util.List;

/// A row of what the list of the library can show. Sources that are dragged onto a collection go
/// into it, those dragged onto the trash are thrown away; a collection that is dragged onto another
/// takes its place.
final class ShelfCell extends ListCell<Row> {
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

    /// What becomes of what is dragged here.
    interface Drops {
        void collect(Collected into, List<SourceId> sources);

        void trash(List<SourceId> sources);

        void move(String key, Collected place);
    }

    private final ShelfText words;
    private final ProblemText problems;
    private final Drops drops;
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Label count = new Label();
    private final HBox content;

    ShelfCell(ShelfText words, ProblemText problems, Drops drops) {
        this.words = words;
        this.problems = problems;
        this.drops = drops;
        name.setTextOverrun(OverrunStyle.ELLIPSIS);
        count.getStyleClass().add("row-about");
        count.setMinWidth(Region.USE_PREF_SIZE);
        var room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        content = new HBox(icon, name, room, count);
        content.getStyleClass().add("shelf-row");
        content.setMinWidth(0);
        content.setPrefWidth(1);
        setOnDragDetected(event -> {
            if (getItem() != null && getItem().shelf() instanceof Collected shelf) {
                startDragAndDrop(TransferMode.MOVE).setContent(DraggedSources.of(shelf));
                event.consume();
            }
        });
        setOnDragOver(this::over);
        setOnDragExited(_ -> pseudoClassStateChanged(TARGET, false));
        setOnDragDropped(this::dropped);
    }

    private void over(DragEvent event) {
        if (getItem() != null && takes(getItem().shelf(), event.getDragboard())) {
            event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
            pseudoClassStateChanged(TARGET, true);
            event.consume();
        }
    }

    private static boolean takes(Shelf shelf, Dragboard dragged) {
        boolean sources = !DraggedSources.in(dragged).isEmpty();
        return switch (shelf) {
            case Collected collected ->
                    DraggedSources.shelf(dragged) != null || sources && collected.picked();
            case Shelf.Own own -> sources && own == Shelf.Own.TRASH;
        };
    }

    private void dropped(DragEvent event) {
        if (getItem() == null || !takes(getItem().shelf(), event.getDragboard())) {
            return;
        }
        var sources = DraggedSources.in(event.getDragboard());
        String moved = DraggedSources.shelf(event.getDragboard());
        switch (getItem().shelf()) {
            case Collected place when moved != null -> drops.move(moved, place);
            case Collected into -> drops.collect(into, sources);
            case Shelf.Own _ -> drops.trash(sources);
        }
        event.setDropCompleted(true);
        event.consume();
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean none) {
        super.updateItem(row, none);
        setTooltip(null);
        if (none || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        String called = words.name(row.shelf());
        name.setText(called);
        var trouble = row.trouble();
        icon.setIconCode(trouble == null ? ShelfIcons.of(row.shelf()) : Material2MZ.WARNING);
        String colour =
                row.shelf() instanceof Collected(var collection) ? collection.colour() : null;
        content.setStyle(colour == null ? null : "-shelf-colour: " + colour + ";");
        count.setText(trouble == null ? String.valueOf(row.count()) : "");
        if (trouble != null) {
            setTooltip(new Tooltip(problems.of(trouble)));
        }
        setGraphic(content);
        setAccessibleText(called + ", " + (trouble == null ? row.count() : problems.of(trouble)));
    }
}
