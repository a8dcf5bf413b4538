package dev.pharos.ui.document;

import dev.pharos.engine.document.Block;
import dev.pharos.ui.document.TextSelection.Unit;

import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;

/// The keys of flowing text: it scrolls by lines and by what is in view, as a page does; with Shift
/// they select.
final class TextKeys {
    private static final double LINES = 3;
    private static final double MOST_OF_IT = 0.9;

    private final TextPane pane;
    private final ListView<Block> list;
    private final TextSelection selection;

    TextKeys(TextPane pane, ListView<Block> list, TextSelection selection) {
        this.pane = pane;
        this.list = list;
        this.selection = selection;
    }

    void listen() {
        list.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (!event.isAltDown() && taken(event)) {
                        event.consume();
                    }
                });
    }

    private boolean taken(KeyEvent event) {
        if (event.isShortcutDown() && !event.isShiftDown()) {
            return shortcut(event);
        }
        return event.isShiftDown() ? selects(event) : scrolls(event);
    }

    private boolean shortcut(KeyEvent event) {
        switch (event.getCode()) {
            case C -> copy();
            case A -> {
                selection.all();
                pane.selected();
            }
            case HOME -> list.scrollTo(0);
            case END -> list.scrollTo(list.getItems().size() - 1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void copy() {
        var range = selection.rangeProperty().get();
        if (range != null) {
            var content = new ClipboardContent();
            content.putString(pane.text(range.start(), range.end()));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private boolean selects(KeyEvent event) {
        var sideways = event.isShortcutDown() ? Unit.WORD : Unit.LETTER;
        switch (event.getCode()) {
            case LEFT -> select(false, sideways);
            case RIGHT -> select(true, sideways);
            case UP -> select(false, Unit.PARAGRAPH);
            case DOWN -> select(true, Unit.PARAGRAPH);
            case SPACE -> scroll(-list.getHeight() * MOST_OF_IT);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void select(boolean forward, Unit by) {
        selection.step(forward, by, pane.offsetInView());
        var range = selection.rangeProperty().get();
        if (range != null) {
            pane.reveal(forward ? range.end() : range.start());
        }
        pane.selected();
    }

    private boolean scrolls(KeyEvent event) {
        double line = pane.look().size() + pane.look().leading();
        switch (event.getCode()) {
            case UP -> scroll(-LINES * line);
            case DOWN -> scroll(LINES * line);
            case SPACE, PAGE_DOWN -> scroll(list.getHeight() * MOST_OF_IT);
            case PAGE_UP -> scroll(-list.getHeight() * MOST_OF_IT);
            case HOME -> list.scrollTo(0);
            case END -> list.scrollTo(list.getItems().size() - 1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void scroll(double pixels) {
        var flow = pane.flow();
        if (flow != null) {
            flow.scrollPixels(pixels);
        }
    }
}
