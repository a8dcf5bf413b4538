package dev.pharos.ui.note;

import dev.pharos.engine.search.Hit;
import dev.pharos.ui.control.Direction;
import dev.pharos.ui.control.WideCell;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/// One piece of a note, in a column as wide as a page.
final class NoteBlockCell extends WideCell<NoteBlock> {
    private static final double COLUMN = 748;
    private static final PseudoClass CITED = PseudoClass.getPseudoClass("cited");

    private final BlockNodes nodes;
    private final IntFunction<List<Hit.Range>> marks;
    private final VBox block = new VBox();
    private final StackPane content = new StackPane(block);

    /// @param marks cited words of a block
    NoteBlockCell(BlockNodes nodes, IntFunction<List<Hit.Range>> marks) {
        this.nodes = nodes;
        this.marks = marks;
        block.setMaxWidth(COLUMN);
        content.getStyleClass().add("block-column");
        getStyleClass().add("note-cell-row");
    }

    @Override
    protected Node content() {
        return content;
    }

    @Override
    protected void show(NoteBlock item) {
        block.getStyleClass()
                .setAll("note-block", item.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        var cited = marks.apply(getIndex());
        block.getChildren().setAll(nodes.of(item, false, cited));
        pseudoClassStateChanged(CITED, !cited.isEmpty());
        block.setNodeOrientation(Direction.of(item.text()));
        setAccessibleText(item.text());
    }

    /// Where the first cited word stands, in pixels from the top of the cell.
    double firstMarkY() {
        return block.lookupAll(".marks").stream()
                .map(Node::getParent)
                .filter(RunFlow.class::isInstance)
                .map(RunFlow.class::cast)
                .findFirst()
                .map(flow ->
                        flow.localToScene(0, flow.firstMarkY()).getY() - localToScene(0, 0).getY())
                .orElse(0.0);
    }

    @Override
    protected void leave() {
        block.getChildren().clear();
    }
}
