package dev.pharos.ui.document;

import dev.pharos.engine.document.PageLink;
import dev.pharos.ui.document.TextSelection.Unit;

import javafx.animation.AnimationTimer;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/// The mouse over pages: it selects words as in flowing text, across pages; follows links; scrolls,
/// and zooms with Ctrl.
final class PagesMouse {
    private static final double FASTEST = 40;
    private static final double NOTCH = 2.5;
    private static final double ZOOM = 0.0025;

    private final PagesPane pane;
    private final PageFlow flow;
    private final TextSelection selection;
    private final Consumer<String> browse;
    private final Node surface;
    private final Beyond beyond = new Beyond();
    private final Tooltip where = new Tooltip();
    private @Nullable PageLink over;
    private boolean pressed;
    private double x;
    private double y;

    PagesMouse(PagesPane pane, PageFlow flow, TextSelection selection, Consumer<String> browse) {
        this.pane = pane;
        this.flow = flow;
        this.selection = selection;
        this.browse = browse;
        surface = flow.surface();
    }

    void listen() {
        surface.setOnMousePressed(this::press);
        surface.setOnMouseDragged(this::drag);
        surface.setOnMouseReleased(this::release);
        surface.setOnMouseMoved(this::move);
        surface.setOnScroll(this::scroll);
    }

    private void press(MouseEvent event) {
        flow.requestFocus();
        var view = viewOf(event);
        if (event.getButton() != MouseButton.PRIMARY || view == null) {
            return;
        }
        pressed = true;
        var unit =
                switch (event.getClickCount()) {
                    case 1 -> Unit.LETTER;
                    case 2 -> Unit.WORD;
                    default -> Unit.PARAGRAPH;
                };
        var points = pane.points(view);
        int at =
                unit == Unit.LETTER
                        ? points.caret(event.getSceneX(), event.getSceneY())
                        : points.character(event.getSceneX(), event.getSceneY());
        if (at >= 0) {
            selection.press(at, unit, event.isShiftDown());
        } else {
            pane.clearSelection();
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
        if (flow.beyond(x, y) != 0) {
            beyond.start();
        } else {
            beyond.stop();
        }
        event.consume();
    }

    /// Selects as far as the mouse is.
    private void follow() {
        var view = flow.nearest(x, y);
        if (view == null) {
            return;
        }
        var points = pane.points(view);
        if (points.textless()) {
            pane.sayTextless(view);
            return;
        }
        int at = points.caret(x, y);
        if (at >= 0) {
            selection.moveTo(at);
        }
    }

    private void release(MouseEvent event) {
        if (!pressed) {
            return;
        }
        pressed = false;
        beyond.stop();
        pane.selected();
        var view = viewOf(event);
        if (selection.rangeProperty().get() == null && view != null) {
            click(view, event);
        }
        event.consume();
    }

    private void click(PageView view, MouseEvent event) {
        var points = pane.points(view);
        switch (points.link(event.getSceneX(), event.getSceneY())) {
            case PageLink.Web(_, var address) -> browse.accept(address);
            case PageLink.Within(_, var page, var at) -> pane.go(page, at);
            case null -> {
                if (points.isText(event.getSceneX(), event.getSceneY())) {
                    pane.clicked(points.character(event.getSceneX(), event.getSceneY()));
                }
            }
        }
    }

    private void move(MouseEvent event) {
        var view = viewOf(event);
        var points = view == null ? null : pane.points(view);
        var link = points == null ? null : points.link(event.getSceneX(), event.getSceneY());
        if (link != over) {
            over = link;
            Tooltip.uninstall(surface, where);
            if (link instanceof PageLink.Web(_, var address)) {
                where.setText(address);
                Tooltip.install(surface, where);
            }
        }
        boolean text = points != null && points.isText(event.getSceneX(), event.getSceneY());
        surface.setCursor(link != null ? Cursor.HAND : text ? Cursor.TEXT : Cursor.DEFAULT);
    }

    private void scroll(ScrollEvent event) {
        pane.letGo();
        if (event.isShortcutDown()) {
            double factor = flow.factorProperty().get() * Math.exp(event.getDeltaY() * ZOOM);
            pane.zoom(PageZoom.of(factor), surface.sceneToLocal(0, event.getSceneY()).getY());
        } else {
            boolean notch = event.getDeltaY() % event.getMultiplierY() == 0;
            flow.scroll(-event.getDeltaY() * (notch ? NOTCH : 1));
            flow.scrollAcross(-event.getDeltaX());
        }
        event.consume();
    }

    private static @Nullable PageView viewOf(MouseEvent event) {
        for (Node at = event.getPickResult().getIntersectedNode();
                at != null;
                at = at.getParent()) {
            if (at instanceof PageView view) {
                return view;
            }
        }
        return null;
    }

    /// Scrolls for as long as the mouse is held beyond the view, the faster the farther away.
    private final class Beyond extends AnimationTimer {
        @Override
        public void handle(long now) {
            flow.scroll(Math.clamp(flow.beyond(x, y) / 4, -FASTEST, FASTEST));
            follow();
        }
    }
}
