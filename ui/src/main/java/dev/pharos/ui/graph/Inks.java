package dev.pharos.ui.graph;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The colours of the picture, which come from the style sheet through `graph-ink` and a second
/// class: that of a family, or `link`, `similar`, `decided`, `ground`, `words` or `lit`.
final class Inks {
    private final Map<Family, Rectangle> families = new EnumMap<>(Family.class);
    private final Rectangle link = ink("link");
    private final Rectangle similar = ink("similar");
    private final Rectangle decided = ink("decided");
    private final Rectangle ground = ink("ground");
    private final Rectangle words = ink("words");
    private final Rectangle lit = ink("lit");

    Inks() {
        for (var family : Family.values()) {
            families.put(family, ink(family.name().toLowerCase(Locale.ROOT)));
        }
    }

    private static Rectangle ink(String style) {
        var ink = new Rectangle();
        ink.getStyleClass().addAll("graph-ink", style);
        ink.setManaged(false);
        ink.setVisible(false);
        return ink;
    }

    /// To be put, unseen, where the style sheet reaches them.
    List<Node> nodes() {
        return Stream.concat(
                        families.values().stream(),
                        Stream.of(link, similar, decided, ground, words, lit))
                .map(Node.class::cast)
                .toList();
    }

    void onChange(Region owner, Runnable changed) {
        nodes().forEach(each ->
                ((Rectangle) each).fillProperty().subscribe((_, _) -> changed.run()));
        owner.sceneProperty().subscribe((_, _) -> changed.run());
    }

    Color of(Family family) {
        return colour(families.getOrDefault(family, link));
    }

    Color link() {
        return colour(link);
    }

    Color similar() {
        return colour(similar);
    }

    Color decided() {
        return colour(decided);
    }

    Color ground() {
        return colour(ground);
    }

    Color words() {
        return colour(words);
    }

    Color lit() {
        return colour(lit);
    }

    private static Color colour(Rectangle ink) {
        return ink.getFill() instanceof Color colour ? colour : Color.GRAY;
    }

    /// As [Raster] takes it.
    static int rgb(Color colour) {
        return (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }
}
