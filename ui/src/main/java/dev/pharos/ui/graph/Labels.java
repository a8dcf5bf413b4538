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
    private static final Font FONT = Font.font(12);

    /// The words are written in the colour of the ground first, so that lines do not cross them.
    private static final int[][] HALO = {{-1, -1}, {1, -1}, {-1, 1}, {1, 1}};

    private final Map<String, Double> widths = new HashMap<>();
    private final List<Bounds> taken = new ArrayList<>();

    private Color ink = Color.BLACK;
    private Color ground = Color.WHITE;

    void begin(Color words, Color behind) {
        ink = words;
        ground = behind;
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

    /// Below a sign, or above it where there is no room.
    ///
    /// @param away from the middle of the sign to its edge
    /// @param always also where it lies over another one
    /// @return whether it is there
    boolean write(
            GraphicsContext to, String title, double x, double y, double away, boolean always) {
        String words = cut(title);
        double width = width(words);
        double left = within(x, width, to.getCanvas().getWidth()) - width / 2;
        var below = new BoundingBox(left - GAP, y + away, width + 2 * GAP, HEIGHT);
        var above =
                new BoundingBox(
                        below.getMinX(), y - away - HEIGHT, below.getWidth(), below.getHeight());
        var room = always || free(below) ? below : above;
        if (!always && !free(room)) {
            return false;
        }
        taken.add(room);
        to.setFont(FONT);
        to.setTextBaseline(VPos.CENTER);
        double middle = room.getCenterY();
        to.setFill(ground);
        for (int[] shift : HALO) {
            to.fillText(words, left + shift[0], middle + shift[1]);
        }
        to.setFill(ink);
        to.fillText(words, left, middle);
        return true;
    }

    /// Where the middle of the words stands: at that of their sign, or so that none is cut off at
    /// the edge of the picture.
    private static double within(double x, double width, double room) {
        double least = width / 2 + GAP;
        return x < 0 || x > room || 2 * least > room ? x : Math.clamp(x, least, room - least);
    }

    private boolean free(Bounds room) {
        return taken.stream().noneMatch(room::intersects);
    }
}
