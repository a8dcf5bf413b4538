package dev.pharos.ui.document;

import dev.pharos.engine.document.Block;
import dev.pharos.engine.search.Hit;
import dev.pharos.ui.control.MarkedText;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.WideCell;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Locale;

/// One block of a source as flowing text: a heading, a paragraph, a list item, a table row.
final class BlockCell extends WideCell<Block> {
    private static final PseudoClass CITED = PseudoClass.getPseudoClass("cited");
    private static final double COLUMN = 720;
    private static final double INDENT = 22;
    private static final int TAB = 24;

    private final TextPane pane;
    private final Label page = new Label();
    private final Label bullet = new Label("•");
    private final MarkedText words = new MarkedText();
    private final HBox line;
    private final VBox block;
    private final StackPane content;
    private String style = "";

    BlockCell(TextPane pane) {
        this.pane = pane;
        words.setTabSize(TAB);
        page.getStyleClass().add("page-divider");
        page.setMaxWidth(Double.MAX_VALUE);
        bullet.getStyleClass().add("bullet");
        HBox.setHgrow(words, Priority.ALWAYS);
        line = new HBox(bullet, words);
        line.getStyleClass().add("block-line");
        block = new VBox(page, line);
        block.getStyleClass().add("block");
        block.setMaxWidth(COLUMN);
        content = new StackPane(block);
        content.getStyleClass().add("block-column");
        getStyleClass().add("block-cell");
    }

    @Override
    protected Node content() {
        return content;
    }

    @Override
    protected void show(Block item) {
        restyle(item);
        String divider = pane.divider(getIndex());
        page.setText(divider);
        Nodes.setShown(page, !divider.isEmpty());
        Nodes.setShown(bullet, item.kind() == Block.Kind.LIST_ITEM);
        line.setPadding(new Insets(0, 0, 0, indent(item)));
        pseudoClassStateChanged(CITED, pane.cited(item));
        List<Hit.Range> marks = pane.marks(item);
        words.show(pane.text(item), marks);
        setAccessibleText(pane.text(item));
        if (!marks.isEmpty()) {
            pane.pulse(words.marks());
        }
    }

    private static double indent(Block item) {
        return item.kind() == Block.Kind.LIST_ITEM ? INDENT * Math.max(0, item.level() - 1) : 0;
    }

    private void restyle(Block item) {
        block.getStyleClass().remove(style);
        style =
                item.kind() == Block.Kind.HEADING
                        ? "heading-" + Math.clamp(item.level(), 1, 4)
                        : item.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        block.getStyleClass().add(style);
    }

    /// Where the first mark begins, in pixels from the top of the cell.
    double firstMarkY() {
        return words.localToScene(0, words.firstMarkY()).getY() - localToScene(0, 0).getY();
    }
}
