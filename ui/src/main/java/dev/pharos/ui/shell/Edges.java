package dev.pharos.ui.shell;

import dev.pharos.ui.control.FocusScroll;
import dev.pharos.ui.control.Nodes;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// Keeps the edges of a small window usable, or of what is shown large in it: the rail scrolls, the
/// buttons beside the line are pictures, and what the line does is chosen in the rail alone.
final class Edges {
    private static final double NARROW = 520;

    private Edges() {}

    /// @param bar holds the line's `switch`, the `record-button` and the `import-button`
    static void fit(Region bar, ScrollPane rail) {
        FocusScroll.follow(rail);
        bar.widthProperty()
                .subscribe(width -> {
                    boolean narrow = width.doubleValue() < NARROW;
                    Nodes.setShown(bar.lookup(".switch"), !narrow);
                    show((Labeled) bar.lookup(".record-button"), narrow);
                    show((Labeled) bar.lookup(".import-button"), narrow);
                });
    }

    private static void show(Labeled button, boolean narrow) {
        button.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    }
}
