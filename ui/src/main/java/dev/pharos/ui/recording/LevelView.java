package dev.pharos.ui.recording;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import java.util.ArrayDeque;
import java.util.Deque;

/// How loud it was in the last seconds: the newest bar stands at the right and all move on. Colours
/// come from the style sheet through `loud` and `quiet`.
final class LevelView extends Region {
    private static final double BAR = 3;
    private static final double STEP = 6;
    private static final double LOWEST = 3;

    private final Canvas canvas = new Canvas();
    private final Rectangle loud = new Rectangle();
    private final Rectangle quiet = new Rectangle();
    private final Deque<Double> levels = new ArrayDeque<>();

    LevelView(String name) {
        getStyleClass().add("level");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(name);
        loud.getStyleClass().add("loud");
        quiet.getStyleClass().add("quiet");
        for (var ink : new Rectangle[] {loud, quiet}) {
            ink.setManaged(false);
            ink.setVisible(false);
            ink.fillProperty().subscribe((_, _) -> draw());
        }
        getChildren().addAll(canvas, loud, quiet);
    }

    /// @param level 0 to 1 of full scale
    void add(double level) {
        levels.addFirst(Math.sqrt(Math.clamp(level, 0, 1)));
        while (levels.size() > Math.max(1, getWidth() / STEP)) {
            levels.removeLast();
        }
        draw();
    }

    void clear() {
        levels.clear();
        draw();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    private void draw() {
        var out = canvas.getGraphicsContext2D();
        double height = canvas.getHeight();
        out.clearRect(0, 0, canvas.getWidth(), height);
        var known = levels.iterator();
        for (double x = canvas.getWidth() - BAR; x >= 0; x -= STEP) {
            double level = known.hasNext() ? known.next() : -1;
            double tall = Math.max(LOWEST, level * height);
            out.setFill(level < 0 ? quiet.getFill() : loud.getFill());
            out.fillRoundRect(x, (height - tall) / 2, BAR, tall, BAR, BAR);
        }
    }
}
