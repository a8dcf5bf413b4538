package dev.pharos.ui.document;

import dev.pharos.engine.annotation.Highlight.Colour;

/// How the reader was left.
///
/// @param aside whether the panel beside the text is shown
/// @param marker the colour that was last marked with
public record ReaderSettings(boolean aside, Tab tab, Colour marker) {
    public static final String FEATURE = "reader";
    public static final ReaderSettings DEFAULT =
            new ReaderSettings(false, Tab.OUTLINE, Colour.YELLOW);

    /// What the panel shows.
    public enum Tab {
        OUTLINE,
        HIGHLIGHTS,
        RELATED
    }

    ReaderSettings withAside(boolean shown) {
        return new ReaderSettings(shown, tab, marker);
    }

    ReaderSettings with(Tab other) {
        return new ReaderSettings(aside, other, marker);
    }

    ReaderSettings with(Colour other) {
        return new ReaderSettings(aside, tab, other);
    }
}
