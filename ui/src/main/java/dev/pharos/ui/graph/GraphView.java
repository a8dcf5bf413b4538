package dev.pharos.ui.graph;

import dev.pharos.ui.control.Where;

import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;

import java.util.function.BiConsumer;

/// The picture of a graph, to be walked with the mouse and with keys: a click or an arrow chooses,
/// a double click or Enter opens, a drag moves, the wheel and + and - lead nearer and further, F
/// shows all, Tab walks the neighbours of the chosen node.
final class GraphView extends Region {
    private static final double NEAR = 9;
    private static final double STEP = 1.3;
    private static final double WHEEL = 0.0022;
    private static final double EDGE = 40;

    private final GraphViewModel viewModel;
    private final Inks inks = new Inks();
    private final Picture picture = new Picture(inks);
    private final Walk walk;
    private final ObservableValue<Number> screen =
            sceneProperty()
                    .flatMap(Scene::windowProperty)
                    .flatMap(Window::outputScaleXProperty)
                    .orElse(1.0);
    private BiConsumer<Integer, Where> open = (_, _) -> {};
    private Camera camera = Camera.START;
    private boolean moved;
    private int hovered = -1;
    private double dragX;
    private double dragY;

    private final AnimationTimer frame =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    stop();
                    draw();
                }
            };

    GraphView(GraphViewModel viewModel) {
        this.viewModel = viewModel;
        walk = new Walk(viewModel);
        getStyleClass().add("graph-view");
        getChildren().addAll(picture.nodes());
        getChildren().addAll(inks.nodes());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(120, 120);
        inks.onChange(this, this::drawSoon);
        for (var each : viewModel.looks()) {
            each.subscribe(this::drawSoon);
        }
        viewModel
                .filterProperty()
                .subscribe((was, now) -> {
                    if (was != null
                            && (now.around() != was.around() || now.steps() != was.steps())) {
                        fit();
                    }
                });
        viewModel.chosenProperty().subscribe((_, _) -> reveal());
        widthProperty().subscribe(this::drawSoon);
        heightProperty().subscribe(this::drawSoon);
        screen.subscribe(_ -> drawSoon());
        focusedProperty().subscribe(this::drawSoon);
        listen();
    }

    private void listen() {
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(_ -> setCursor(null));
        setOnMouseClicked(this::clicked);
        setOnMouseMoved(event -> hover(at(event.getX(), event.getY())));
        setOnMouseExited(_ -> hover(-1));
        setOnScroll(this::scrolled);
        setOnZoom(event -> zoom(event.getZoomFactor(), event.getX(), event.getY()));
        setOnKeyPressed(this::typed);
    }

    void setOnOpen(BiConsumer<Integer, Where> opens) {
        open = opens;
    }

    void drawSoon() {
        frame.start();
    }

    private void draw() {
        if (getScene() == null || getWidth() < 1 || getHeight() < 1) {
            return;
        }
        if (!moved) {
            camera =
                    Camera.fitting(
                            viewModel.placedProperty().get(),
                            shown().nodes(),
                            getWidth(),
                            getHeight());
        }
        double density = screen.getValue().doubleValue() * getLocalToSceneTransform().getMxx();
        picture.draw(view(), getWidth(), getHeight(), Math.clamp(density, 1, 3));
    }

    private Shown shown() {
        var now = viewModel.shownProperty().get();
        return now.nodes().length <= viewModel.placedProperty().get().count() ? now : Shown.NOTHING;
    }

    private Picture.View view() {
        var way = viewModel.way();
        var lit = new Lit(shown());
        if (viewModel.lookingForWay()) {
            lit.way(way);
        } else if (hovered >= 0) {
            lit.around(hovered);
        } else if (viewModel.chosenIndex() >= 0) {
            lit.around(viewModel.chosenIndex());
        } else {
            lit.those(viewModel.found());
        }
        return new Picture.View(
                shown(),
                viewModel.placedProperty().get(),
                camera,
                lit.nodes(),
                lit.edges(),
                viewModel.chosenIndex(),
                hovered < shown().nodes().length ? hovered : -1);
    }

    /// Shows everything, now and while it settles.
    void fit() {
        moved = false;
        drawSoon();
    }

    void zoom(boolean nearer) {
        zoom(nearer ? STEP : 1 / STEP, getWidth() / 2, getHeight() / 2);
    }

    private void zoom(double factor, double x, double y) {
        moved = true;
        camera = camera.zoomed(factor, x, y, getWidth(), getHeight());
        drawSoon();
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            zoom(Math.exp(event.getDeltaY() * WHEEL), event.getX(), event.getY());
        }
        event.consume();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        dragX = event.getX();
        dragY = event.getY();
    }

    private void dragged(MouseEvent event) {
        if (event.isStillSincePress()) {
            return;
        }
        moved = true;
        setCursor(Cursor.CLOSED_HAND);
        camera = camera.moved(event.getX() - dragX, event.getY() - dragY);
        dragX = event.getX();
        dragY = event.getY();
        drawSoon();
    }

    private void clicked(MouseEvent event) {
        if (!event.isStillSincePress()) {
            return;
        }
        int node = at(event.getX(), event.getY());
        var where = Where.of(event);
        if (node >= 0 && (event.getClickCount() == 2 || where != Where.HERE)) {
            open.accept(node, where);
        } else if (event.isShiftDown() && node >= 0) {
            viewModel.chooseWayTo(node);
        } else {
            viewModel.choose(node);
        }
    }

    private void hover(int node) {
        if (node != hovered) {
            hovered = node;
            setCursor(node >= 0 ? Cursor.HAND : null);
            drawSoon();
        }
    }

    /// The node under a point, or -1.
    private int at(double x, double y) {
        var view = view();
        int nearest = -1;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < view.shown().nodes().length; i++) {
            if (view.shown().nodes()[i]) {
                double away = Math.hypot(viewX(i) - x, viewY(i) - y);
                if (away < Math.max(NEAR, Picture.radius(view, i) + 3) && away < least) {
                    least = away;
                    nearest = i;
                }
            }
        }
        return nearest;
    }

    private double viewX(int node) {
        return camera.toViewX(viewModel.placedProperty().get().x()[node], getWidth());
    }

    private double viewY(int node) {
        return camera.toViewY(viewModel.placedProperty().get().y()[node], getHeight());
    }

    /// Brings the chosen node into view.
    private void reveal() {
        int node = viewModel.chosenIndex();
        if (node < 0 || node >= viewModel.placedProperty().get().count()) {
            return;
        }
        double x = viewX(node);
        double y = viewY(node);
        if (x < EDGE || y < EDGE || x > getWidth() - EDGE || y > getHeight() - EDGE) {
            moved = true;
            var placed = viewModel.placedProperty().get();
            camera = camera.at(placed.x()[node], placed.y()[node]);
            drawSoon();
        }
    }

    private void typed(KeyEvent event) {
        if (event.isShortcutDown()) {
            return;
        }
        boolean taken =
                switch (event.getCode()) {
                    case LEFT, RIGHT, UP, DOWN ->
                            !event.isAltDown() && walk.towards(event.getCode());
                    case TAB -> walk.toNeighbour(event.isShiftDown());
                    case ENTER -> openChosen(Where.of(event));
                    case PLUS, ADD, EQUALS -> done(() -> zoom(true));
                    case MINUS, SUBTRACT -> done(() -> zoom(false));
                    case F -> done(this::fit);
                    default -> false;
                };
        if (taken) {
            event.consume();
        }
    }

    private static boolean done(Runnable deed) {
        deed.run();
        return true;
    }

    private boolean openChosen(Where where) {
        int node = viewModel.chosenIndex();
        if (node >= 0) {
            open.accept(node, where);
        }
        return node >= 0;
    }
}
