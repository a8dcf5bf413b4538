package dev.pharos.ui.shell;

import dev.pharos.ui.control.Nodes;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;

/// Keeps room for the line in a narrow window, or a large one in a small window: the buttons beside
/// it are pictures there, and what the line does is chosen in the rail alone.
final class TopBar {
    private static final double NARROW = 520;

    private TopBar() {}

    /// @param bar holds the line's `switch`, the `record-button` and the `import-button`
    static void follow(Region bar) {
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
