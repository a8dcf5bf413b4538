package dev.pharos.ui.document;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of pages: they scroll and zoom; with Shift they select.
final class PagesKeys {
    private static final double ASIDE = 60;

    private final PagesPane pane;
    private final PageFlow flow;
    private final SelectKeys select;

    PagesKeys(PagesPane pane, PageFlow flow, TextSelection selection) {
        this.pane = pane;
        this.flow = flow;
        select = new SelectKeys(pane, selection, pane::selected);
    }

    void listen() {
        flow.setOnKeyPressed(event -> {
            if (!event.isAltDown() && taken(event)) {
                event.consume();
            }
        });
    }

    private boolean taken(KeyEvent event) {
        if (select.takes(event)) {
            return true;
        }
        if (event.isShortcutDown() && !event.isShiftDown()) {
            return toEnd(event);
        }
        if (event.isShiftDown() && event.getCode() == KeyCode.SPACE) {
            flow.screen(false);
            return true;
        }
        boolean taken = scrolls(event) || zooms(event);
        if (taken) {
            pane.letGo();
        }
        return taken;
    }

    private boolean toEnd(KeyEvent event) {
        switch (event.getCode()) {
            case HOME -> flow.end(false);
            case END -> flow.end(true);
            default -> {
                return false;
            }
        }
        return true;
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
