package dev.pharos.ui.shell;

import dev.pharos.ui.control.FocusScroll;
import dev.pharos.ui.control.Nodes;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// Keeps the edges of a small window usable, or of what is shown large in it: the rail scrolls, the
/// buttons beside the line are pictures, and what the line does is chosen in the rail alone; a low
/// one gives the room of the lowest line to what is read, and has the pseudo-class `low`.
final class Edges {
    private static final PseudoClass LOW_WINDOW = PseudoClass.getPseudoClass("low");
    private static final double NARROW = 600;
    private static final double LOW = 480;

    private Edges() {}

    /// @param bar holds the line's `switch`, the `record-button` and the `import-button`
    /// @param status the lowest line
    static void fit(Region root, Region bar, ScrollPane rail, Node status) {
        FocusScroll.follow(rail);
        bar.widthProperty()
                .subscribe(width -> {
                    boolean narrow = width.doubleValue() < NARROW;
                    Nodes.setShown(bar.lookup(".switch"), !narrow);
                    show((Labeled) bar.lookup(".record-button"), narrow);
                    show((Labeled) bar.lookup(".import-button"), narrow);
                });
        root.heightProperty()
                .subscribe((_, height) -> {
                    boolean low = height.doubleValue() < LOW;
                    root.pseudoClassStateChanged(LOW_WINDOW, low);
                    Nodes.setShown(status, !low);
                    Nodes.setShown(rail.getContent().lookup(".brand-icon"), !low);
                });
    }

    private static void show(Labeled button, boolean narrow) {
        button.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    }
}
