package dev.pharos.ui.library;

import dev.pharos.ui.Texts;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.shape.Circle;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/// The colours that tags and collections can have.
final class ColourMenu {

    /// Readable on light and dark, after the Okabe–Ito palette.
    private static final List<Colour> COLOURS =
            List.of(
                    new Colour("tags.orange", "#e69f00"),
                    new Colour("tags.red", "#d55e00"),
                    new Colour("tags.pink", "#cc79a7"),
                    new Colour("tags.violet", "#7b61ff"),
                    new Colour("tags.blue", "#0072b2"),
                    new Colour("tags.sky", "#56b4e9"),
                    new Colour("tags.green", "#009e73"));

    private static final double DOT = 5;

    /// @param name key of its words
    private record Colour(String name, String value) {}

    private ColourMenu() {}

    /// @param chosen gets `#rrggbb`, or null for none
    static Menu of(Texts texts, Consumer<@Nullable String> chosen) {
        var menu = new Menu(texts.text("tags.colour"));
        for (Colour colour : COLOURS) {
            var item = new MenuItem(texts.text(colour.name()), dot(colour.value()));
            item.setOnAction(_ -> chosen.accept(colour.value()));
            menu.getItems().add(item);
        }
        var none = new MenuItem(texts.text("tags.noColour"));
        none.setOnAction(_ -> chosen.accept(null));
        menu.getItems().addAll(new SeparatorMenuItem(), none);
        return menu;
    }

    static Circle dot(String colour) {
        var dot = new Circle(DOT);
        dot.setStyle("-fx-fill: " + colour + ";");
        return dot;
    }
}
