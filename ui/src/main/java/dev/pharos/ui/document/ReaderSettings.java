package dev.pharos.ui.document;

import dev.pharos.engine.annotation.Highlight.Colour;

/// How the reader was left.
///
/// @param aside whether the panel beside the text is shown
/// @param related whether what has to do with a recording is shown beside its words
/// @param marker the colour that was last marked with
public record ReaderSettings(boolean aside, Tab tab, boolean related, Colour marker) {
    public static final String FEATURE = "reader";
    public static final ReaderSettings DEFAULT =
            new ReaderSettings(false, Tab.OUTLINE, false, Colour.YELLOW);

    /// What the panel shows.
    public enum Tab {
        OUTLINE,
        HIGHLIGHTS,
        RELATED
    }

    public ReaderSettings withAside(boolean shown) {
        return new ReaderSettings(shown, tab, related, marker);
    }

    ReaderSettings with(Tab other) {
        return new ReaderSettings(aside, other, related, marker);
    }

    ReaderSettings with(Colour other) {
        return new ReaderSettings(aside, tab, related, other);
    }

    public ReaderSettings withRelated(boolean shown) {
        return new ReaderSettings(aside, tab, shown, marker);
    }
}
