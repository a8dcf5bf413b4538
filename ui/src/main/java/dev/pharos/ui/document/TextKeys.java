package dev.pharos.ui.document;

import dev.pharos.engine.document.Block;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of flowing text: it scrolls by lines and by what is in view, as a page does; with Shift
/// they select.
final class TextKeys {
    private static final double LINES = 3;
    private static final double MOST_OF_IT = 0.9;

    private final TextPane pane;
    private final ListView<Block> list;
    private final SelectKeys select;

    TextKeys(TextPane pane, ListView<Block> list, TextSelection selection) {
        this.pane = pane;
        this.list = list;
        select = new SelectKeys(pane, selection, pane::selected);
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
        if (select.takes(event)) {
            return true;
        }
        if (event.isShiftDown()) {
            return event.getCode() == KeyCode.SPACE && scroll(-list.getHeight() * MOST_OF_IT);
        }
        return event.isShortcutDown() ? toEnd(event) : scrolls(event);
    }

    private boolean toEnd(KeyEvent event) {
        switch (event.getCode()) {
            case HOME -> list.scrollTo(0);
            case END -> list.scrollTo(list.getItems().size() - 1);
            default -> {
                return false;
            }
        }
        return true;
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

    private boolean scroll(double pixels) {
        var flow = pane.flow();
        if (flow != null) {
            flow.scrollPixels(pixels);
        }
        return true;
    }
}
