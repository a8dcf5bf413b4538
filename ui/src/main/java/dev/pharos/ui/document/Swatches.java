package dev.pharos.ui.document;

import dev.pharos.engine.annotation.Highlight.Colour;
import dev.pharos.ui.Texts;

import java.util.Locale;

/// The colours of highlights, as a screen shows them.
final class Swatches {

    private Swatches() {}

    static String name(Texts texts, Colour colour) {
        return texts.text(
                switch (colour) {
                    case YELLOW -> "highlight.yellow";
                    case GREEN -> "highlight.green";
                    case BLUE -> "highlight.blue";
                    case PINK -> "highlight.pink";
                    case PURPLE -> "highlight.purple";
                });
    }

    /// Style class of what has this colour.
    static String style(Colour colour) {
        return "swatch-" + colour.name().toLowerCase(Locale.ROOT);
    }
}
