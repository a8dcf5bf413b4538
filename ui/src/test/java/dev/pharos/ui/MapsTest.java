package dev.pharos.ui;

import dev.pharos.engine.work.Progress;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/// From the picture of the library to what is in it.
final class MapsTest extends InWindow {

    @Test
    void theGraphIsWalkedWithKeysAndLeadsToANote() throws Exception {
        Harbour.write(window.library.notes());
        window.library.meaning().await(Progress.NONE);
        shortcut(KeyCode.G);
        window.focus(".graph-view");
        window.use(
                "#listed",
                ToggleButton.class,
                _ -> true,
                listed -> {
                    listed.setSelected(true);
                });
        window.await(".graph-panel #list", ListView.class, list -> list.getItems().size() > 20);
        window.focus(".graph-view");
        robot.type(KeyCode.RIGHT);
        String chosen =
                window.with(
                        "#card #title",
                        Label.class,
                        title -> !title.getText().isEmpty(),
                        title -> Optional.of(title.getText()));
        robot.type(KeyCode.TAB);
        window.await("#card #title", Label.class, title -> !title.getText().equals(chosen));
        robot.type(KeyCode.ESCAPE);
        window.awaitKeyboard(".graph-view");
        robot.type(KeyCode.RIGHT);
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
        window.focus(".timeline-list");
        robot.type(KeyCode.HOME).type(KeyCode.DOWN).type(KeyCode.ENTER);
        window.awaitTitle("Tides");
    }

    @Test
    void theLibraryLeadsToItsGraph() throws Exception {
        window.library.notes().create("Tides", "High water.", "");
        window.press(
                ".pane-filter .button",
                Button.class,
                each -> "Graph".equals(each.getAccessibleText()));
        window.await(".graph-view", Node.class, Node::isVisible);
    }
}
