package dev.pharos.ui;

import dev.pharos.engine.annotation.Highlight;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.sound.Interview;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import java.sql.DriverManager;
import java.util.List;

/// Takes pictures of the graph and the timeline, as [Screenshots] does.
final class MapShots extends Pictures {
    @Override
    void take() throws Exception {
        shortcut(KeyCode.G);
        picture("99-graph-empty");
        openTimeline();
        picture("99-timeline-empty");
        shortcut(KeyCode.W);
        shortcut(KeyCode.W);
        var talk = Interview.transcript();
        window.recording(Interview.wav(temp.resolve("At the lighthouse.wav"), talk), talk);
        window.drop(Samples.write(temp.resolve("samples")));
        pause(1_500);
        Harbour.write(window.library.notes());
        var essay =
                window.library.sources().all().stream()
                        .filter(each -> each.title().equals("The lighthouse of Pharos"))
                        .findFirst()
                        .orElseThrow();
        window.library.highlights().add(essay.id(), 4, 60, Highlight.Colour.YELLOW, "");
        window.library.meaning().await(Progress.NONE);
        robot.interact(() -> ((Button) window.opened().root().lookup("#close")).fire());
        graph();
        timeline();
    }

    private void openTimeline() {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.L);
        robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
    }

    private void graph() throws Exception {
        shortcut(KeyCode.G);
        window.await(".graph-view", Node.class, Node::isVisible);
        pause(2_500);
        picture("95-graph");
        robot.interact(() -> window.opened().root().lookup(".graph-view").requestFocus());
        robot.type(KeyCode.RIGHT);
        picture("95-graph-chosen");
        robot.interact(() -> ((ToggleButton) window.opened().root().lookup("#way")).fire());
        robot.interact(() -> {
            ListView<?> list = (ListView<?>) window.opened().root().lookup(".graph-panel #list");
            list.requestFocus();
            list.getSelectionModel().clearAndSelect(14);
        });
        robot.type(KeyCode.ENTER);
        picture("96-graph-way");
        robot.interact(() -> window.opened().root().lookup(".graph-view").requestFocus());
        robot.type(KeyCode.ESCAPE).type(KeyCode.RIGHT);
        robot.interact(() -> ((Button) window.opened().root().lookup("#around")).fire());
        picture("97-graph-around");
        robot.interact(() -> ((Button) window.opened().root().lookup("#everything")).fire());
        robot.type(KeyCode.ESCAPE);
        robot.interact(() -> ((TextField) window.opened().root().lookup("#find")).setText("tide"));
        picture("97-graph-found");
        robot.interact(() -> ((TextField) window.opened().root().lookup("#find")).setText(""));
        shortcut(KeyCode.BACK_SLASH);
        picture("98-graph-half");
        shortcut(KeyCode.BACK_SLASH);
    }

    /// As if all this had been done over some months.
    private void spread() throws Exception {
        try (var database =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + temp.resolve("home/library/pharos.db"));
                var statement = database.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
            statement.executeUpdate(
                    "UPDATE revision SET began = began - 36000000 * (source * source % 97),"
                            + " imported = imported - 36000000 * (source * source % 97)");
            statement.executeUpdate(
                    "UPDATE source SET created = imported - 250000000 WHERE kind = 'RECORDING'");
        }
        window.library.notes().create("Today", "It is today.", "");
    }

    private void timeline() throws Exception {
        spread();
        openTimeline();
        window.await(".timeline-line", Node.class, Node::isVisible);
        picture("98-timeline");
        for (var choice : List.of(1, 2)) {
            robot.interact(() ->
                    ((ToggleButton)
                                    window.opened()
                                            .root()
                                            .lookupAll("#spans .toggle-button")
                                            .toArray()[choice])
                            .fire());
        }
        picture("98-timeline-months");
    }
}
