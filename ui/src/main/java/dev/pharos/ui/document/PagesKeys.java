package dev.pharos.ui.document;

import dev.pharos.ui.document.TextSelection.Unit;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;

/// The keys of pages: they scroll and zoom; with Shift they select.
final class PagesKeys {
    private static final double ASIDE = 60;

    private final PagesPane pane;
    private final PageFlow flow;
    private final TextSelection selection;

    PagesKeys(PagesPane pane, PageFlow flow, TextSelection selection) {
        this.pane = pane;
        this.flow = flow;
        this.selection = selection;
    }

    void listen() {
        flow.setOnKeyPressed(event -> {
            if (!event.isAltDown() && taken(event)) {
                event.consume();
            }
        });
    }

    private boolean taken(KeyEvent event) {
        if (event.isShortcutDown() && !event.isShiftDown()) {
            return shortcut(event);
        }
        if (event.isShiftDown() && selects(event)) {
            return true;
        }
        boolean taken = scrolls(event) || zooms(event);
        if (taken) {
            pane.letGo();
        }
        return taken;
    }

    private boolean shortcut(KeyEvent event) {
        switch (event.getCode()) {
            case C -> copy();
            case A -> {
                selection.all();
                pane.selected();
            }
            case HOME -> flow.end(false);
            case END -> flow.end(true);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void copy() {
        var words = pane.selectedProperty().get();
        if (words != null) {
            var content = new ClipboardContent();
            content.putString(words.text());
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
            case SPACE -> flow.screen(false);
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
        switch (event.getCode()) {
            case UP -> flow.line(false);
            case DOWN -> flow.line(true);
            case LEFT -> aside(false);
            case RIGHT -> aside(true);
            case SPACE, PAGE_DOWN -> flow.screen(true);
            case PAGE_UP -> flow.screen(false);
            case HOME -> flow.end(false);
            case END -> flow.end(true);
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Where all of the width is in view, to the page before or after.
    private void aside(boolean forward) {
        if (flow.wide()) {
            flow.scrollAcross(forward ? ASIDE : -ASIDE);
        } else {
            pane.go(flow.first() + (forward ? 1 : -1), 0);
        }
    }

    private boolean zooms(KeyEvent event) {
        switch (event.getText()) {
            case "+", "=" -> pane.zoom(PageZoom.next(flow.factorProperty().get(), true));
            case "-" -> pane.zoom(PageZoom.next(flow.factorProperty().get(), false));
            case "0" -> pane.zoom(PageZoom.AUTOMATIC);
            default -> {
                return false;
            }
        }
        return true;
    }
}
