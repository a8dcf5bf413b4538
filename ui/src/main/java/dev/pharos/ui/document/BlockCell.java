package dev.pharos.ui.document;

import dev.pharos.engine.document.Block;
import dev.pharos.ui.control.Direction;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.WideCell;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Path;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// One block of a source as flowing text: a heading, a paragraph, a list item, a table row, whose
/// cells stand in columns.
final class BlockCell extends WideCell<Block> {
    private static final PseudoClass CITED = PseudoClass.getPseudoClass("cited");
    private static final double INDENT = 22;
    private static final int TAB = 24;

    private final TextPane pane;
    private final Label page = new Label();
    private final Label bullet = new Label("•");
    private final Columns columns = new Columns();
    private final List<LayeredText> texts = new ArrayList<>();
    private final HBox line;
    private final VBox block;
    private final StackPane content;
    private List<Tables.Cell> cells = List.of();
    private String style = "";

    BlockCell(TextPane pane) {
        this.pane = pane;
        page.getStyleClass().add("page-divider");
        page.setMaxWidth(Double.MAX_VALUE);
        bullet.getStyleClass().add("bullet");
        bullet.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(columns, Priority.ALWAYS);
        line = new HBox(bullet, columns);
        line.getStyleClass().add("block-line");
        block = new VBox(page, line);
        block.getStyleClass().add("block");
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
        block.setMaxWidth(pane.look().column());
        block.setNodeOrientation(Direction.of(pane.text(item.start(), item.end())));
        var weights = pane.weights(getIndex());
        cells = pane.cells(item, weights.length);
        while (texts.size() < cells.size()) {
            texts.add(text());
        }
        for (int i = 0; i < cells.size(); i++) {
            texts.get(i).setLineSpacing(pane.look().leading());
            texts.get(i)
                    .show(
                            pane.text(cells.get(i).start(), cells.get(i).end()),
                            pane.marks(cells.get(i)));
        }
        columns.show(texts.subList(0, cells.size()), weights);
        setAccessibleText(pane.text(item.start(), item.end()));
        var cited = shape();
        if (cited != null) {
            pane.pulse(cited);
        }
    }

    private static LayeredText text() {
        var text = new LayeredText();
        text.setTabSize(TAB);
        return text;
    }

    @Override
    protected void leave() {
        cells = List.of();
    }

    /// Paints the marks anew.
    void repaint() {
        for (int i = 0; i < cells.size(); i++) {
            texts.get(i).mark(pane.marks(cells.get(i)));
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

    /// The shape behind the words that one was led to, or null.
    private @Nullable Path shape() {
        return texts.stream()
                .limit(cells.size())
                .map(text -> text.shapeOf(TextPane.CITED))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /// Where the line of an offset of the whole text begins, in pixels from the top of the cell.
    double lineY(int offset) {
        int at = 0;
        while (at < cells.size() - 1 && cells.get(at).end() < offset) {
            at++;
        }
        if (cells.isEmpty()) {
            return 0;
        }
        var text = texts.get(at);
        double y = text.lineY(offset - cells.get(at).start());
        return text.localToScene(0, y).getY() - localToScene(0, 0).getY();
    }

    /// The offset into the whole text that is nearest to a point of the scene.
    int insertionAt(double x, double y) {
        int at = column(x, y);
        var text = texts.get(at);
        var point = text.sceneToLocal(x, y);
        if (point.getY() < 0) {
            return cells.get(at).start();
        }
        return cells.get(at).start() + text.insertionAt(point);
    }

    /// Where the line at a point of the scene begins.
    int lineStart(double x, double y) {
        int offset = insertionAt(x, y);
        int at = column(x, y);
        var text = texts.get(at);
        int letter = offset - cells.get(at).start();
        double line = text.lineY(letter);
        while (letter > 0 && text.lineY(letter - 1) == line) {
            letter--;
        }
        return cells.get(at).start() + letter;
    }

    /// The offset of the letter at a point of the scene, -1 where there is none.
    int letterAt(double x, double y) {
        int at = column(x, y);
        var text = texts.get(at);
        var point = text.sceneToLocal(x, y);
        int letter = text.contains(point) ? text.letterAt(point) : -1;
        return letter < 0 ? -1 : cells.get(at).start() + letter;
    }

    private int column(double x, double y) {
        boolean fromRight = block.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        int at = 0;
        while (at < cells.size() - 1) {
            var text = texts.get(at);
            double within = text.sceneToLocal(new Point2D(x, y)).getX();
            if (fromRight ? within >= 0 : within <= text.getWidth()) {
                return at;
            }
            at++;
        }
        return at;
    }

    /// The last line of what stands between two offsets of the whole text, as far as it is in this
    /// cell, in pixels of the screen.
    @Nullable Bounds lastLine(int start, int end) {
        for (int i = cells.size() - 1; i >= 0; i--) {
            var cell = cells.get(i);
            if (start < cell.end() && end > cell.start()) {
                return texts.get(i)
                        .lastLine(
                                Math.max(start, cell.start()) - cell.start(),
                                Math.min(end, cell.end()) - cell.start());
            }
        }
        return null;
    }
}
