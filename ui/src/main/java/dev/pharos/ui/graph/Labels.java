package dev.pharos.ui.graph;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes titles into a picture so that none lies over another. For the JavaFX thread.
final class Labels {
    private static final int LONGEST = 34;
    private static final int KNOWN = 4_000;
    private static final double GAP = 4;
    private static final double HEIGHT = 16;
    private static final double VEIL = 0.72;
    private static final Font FONT = Font.font(12);

    private final Map<String, Double> widths = new HashMap<>();
    private final List<Bounds> taken = new ArrayList<>();

    void begin() {
        taken.clear();
        if (widths.size() > KNOWN) {
            widths.clear();
        }
    }

    private static String cut(String title) {
        return title.length() <= LONGEST ? title : title.substring(0, LONGEST - 1).strip() + "…";
    }

    private double width(String words) {
        return widths.computeIfAbsent(
                words,
                each -> {
                    var text = new Text(each);
                    text.setFont(FONT);
                    return text.getLayoutBounds().getWidth();
                });
    }

    /// @param always also where it lies over another one
    /// @return whether it is there
    boolean write(
            GraphicsContext to,
            String title,
            double x,
            double y,
            Color ink,
            Color ground,
            boolean always) {
        String words = cut(title);
        double width = width(words);
        var room = new BoundingBox(x - width / 2 - GAP, y, width + 2 * GAP, HEIGHT);
        if (!always && taken.stream().anyMatch(room::intersects)) {
            return false;
        }
        taken.add(room);
        to.setFill(ground.deriveColor(0, 1, 1, always ? 1 : VEIL));
        to.fillRoundRect(
                room.getMinX(), room.getMinY(), room.getWidth(), room.getHeight(), GAP, GAP);
        to.setFill(ink);
        to.setFont(FONT);
        to.setTextBaseline(VPos.CENTER);
        to.fillText(words, x - width / 2, y + HEIGHT / 2);
        return true;
    }
}
