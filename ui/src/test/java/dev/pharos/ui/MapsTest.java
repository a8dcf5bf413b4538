package dev.pharos.ui;

import dev.pharos.engine.work.Progress;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

/// From the picture of the library to what is in it.
final class MapsTest extends InWindow {

    private void focus(String selector) {
        var node = window.await(selector, Node.class, Node::isVisible);
        robot.interact(node::requestFocus);
    }

    @Test
    void theGraphIsWalkedWithKeysAndLeadsToANote() throws Exception {
        Harbour.write(window.library.notes());
        window.library.meaning().await(Progress.NONE);
        shortcut(KeyCode.G);
        focus(".graph-view");
        robot.interact(
                () -> window.await("#listed", ToggleButton.class, _ -> true).setSelected(true));
        window.await(".graph-panel #list", ListView.class, list -> list.getItems().size() > 20);
        robot.type(KeyCode.RIGHT);
        window.await("#card #title", Label.class, title -> !title.getText().isEmpty());
        var chosen = window.await("#card #title", Label.class, _ -> true).getText();
        robot.type(KeyCode.TAB);
        window.await("#card #title", Label.class, title -> !title.getText().equals(chosen));
        robot.type(KeyCode.ESCAPE).type(KeyCode.RIGHT);
        window.await("#card #title", Label.class, title -> title.getText().equals(chosen));
        robot.type(KeyCode.ENTER);
        window.awaitTitle(chosen);
    }

    @Test
    void theTimelineLeadsToWhatWasWritten() throws Exception {
        window.library.notes().create("Tides", "High water.", "");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.Y);
        robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
        window.await(".timeline-list", ListView.class, list -> list.getItems().size() == 2);
        focus(".timeline-list");
        robot.type(KeyCode.HOME).type(KeyCode.DOWN).type(KeyCode.ENTER);
        window.awaitTitle("Tides");
    }

    @Test
    void theLibraryLeadsToItsGraph() throws Exception {
        window.library.notes().create("Tides", "High water.", "");
        var button =
                window.await(
                        ".pane-filter .button",
                        Button.class,
                        each -> "Graph".equals(each.getAccessibleText()));
        robot.interact(button::fire);
        window.await(".graph-view", Node.class, Node::isVisible);
    }
}
