package dev.pharos.ui.document;

import dev.pharos.engine.document.Block;
import dev.pharos.ui.document.TextSelection.Unit;

import javafx.animation.AnimationTimer;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

/// Selects flowing text by the mouse, across blocks: drag, double click for a word, triple click
/// for a paragraph, Shift for as far as there. Dragged beyond the list, the text comes along.
final class TextMouse {
    private static final double FASTEST = 40;

    private final TextPane pane;
    private final ListView<Block> list;
    private final TextSelection selection;
    private final Beyond beyond = new Beyond();
    private boolean pressed;
    private double x;
    private double y;

    TextMouse(TextPane pane, ListView<Block> list, TextSelection selection) {
        this.pane = pane;
        this.list = list;
        this.selection = selection;
    }

    void listen() {
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
        list.addEventFilter(
                MouseEvent.MOUSE_MOVED,
                event -> {
                    if (cellOf(event) instanceof BlockCell cell) {
                        boolean text = cell.letterAt(event.getSceneX(), event.getSceneY()) >= 0;
                        cell.setCursor(text ? Cursor.TEXT : Cursor.DEFAULT);
                    }
                });
    }

    private void press(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY
                || !(cellOf(event) instanceof BlockCell cell)) {
            return;
        }
        list.requestFocus();
        pressed = true;
        var unit =
                switch (event.getClickCount()) {
                    case 1 -> Unit.LETTER;
                    case 2 -> Unit.WORD;
                    default -> Unit.PARAGRAPH;
                };
        int at =
                unit == Unit.WORD
                        ? cell.letterAt(event.getSceneX(), event.getSceneY())
                        : cell.insertionAt(event.getSceneX(), event.getSceneY());
        if (at >= 0) {
            selection.press(at, unit, event.isShiftDown());
        }
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (!pressed) {
            return;
        }
        x = event.getSceneX();
        y = event.getSceneY();
        follow();
        double local = list.sceneToLocal(x, y).getY();
        if (local < 0 || local > list.getHeight()) {
            beyond.start();
        } else {
            beyond.stop();
        }
        event.consume();
    }

    /// Selects as far as the mouse is.
    private void follow() {
        var cell = nearest();
        if (cell != null) {
            selection.moveTo(cell.insertionAt(x, y));
        }
    }

    private void release(MouseEvent event) {
        if (!pressed) {
            return;
        }
        pressed = false;
        beyond.stop();
        pane.selected();
        if (selection.rangeProperty().get() == null && cellOf(event) instanceof BlockCell cell) {
            int letter = cell.letterAt(event.getSceneX(), event.getSceneY());
            if (letter >= 0) {
                pane.clicked(letter);
            }
        }
        event.consume();
    }

    private @Nullable BlockCell nearest() {
        var flow = pane.flow();
        if (flow == null
                || !(flow.getFirstVisibleCell() instanceof BlockCell first)
                || !(flow.getLastVisibleCell() instanceof BlockCell last)) {
            return null;
        }
        for (int i = first.getIndex(); i <= last.getIndex(); i++) {
            if (flow.getCell(i) instanceof BlockCell cell
                    && cell.sceneToLocal(x, y).getY() < cell.getHeight()) {
                return cell;
            }
        }
        return last;
    }

    private static @Nullable BlockCell cellOf(MouseEvent event) {
        for (Node at = event.getPickResult().getIntersectedNode();
                at != null;
                at = at.getParent()) {
            if (at instanceof BlockCell cell) {
                return cell.isEmpty() ? null : cell;
            }
        }
        return null;
    }

    /// Scrolls for as long as the mouse is held beyond the list, the faster the farther away.
    private final class Beyond extends AnimationTimer {
        @Override
        public void handle(long now) {
            var flow = pane.flow();
            double local = list.sceneToLocal(x, y).getY();
            double far = local < 0 ? local : Math.max(0, local - list.getHeight());
            if (flow != null) {
                flow.scrollPixels(Math.clamp(far / 4, -FASTEST, FASTEST));
                follow();
            }
        }
    }
}
