package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.document.ReaderSettings;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/// The window where there is little room: it keeps all that it can do, and what is read has the
/// room.
final class NarrowTest extends InWindow {
    private static final double ROOM = 240;

    private static final String BOOK = "The keeper's log";

    private void importAndOpen() throws Exception {
        window.drop(Samples.write(temp.resolve("samples")));
        window.await("#onlyProblems", CheckBox.class, _ -> true);
        window.awaitItems("#list", 5);
        openByName(BOOK);
    }

    private void widen(double width) {
        TestWindow.onFx(() -> {
            window.stage.setWidth(width);
            return width;
        });
    }

    private void awaitColumn(boolean shown) {
        TestWindow.until(() ->
                TestWindow.onFx(() -> window.opened().root().lookup("#column") != null) == shown);
    }

    private double width(String selector) {
        return window.with(
                selector,
                Node.class,
                _ -> true,
                node -> Optional.of(node.getLayoutBounds().getWidth()));
    }

    /// Two ways to divide the room come to rest only after some pictures.
    private double restingWidth(String selector) {
        var last = new double[] {-1};
        TestWindow.until(() -> {
            double before = last[0];
            PatientRobot.awaitPulse();
            last[0] = width(selector);
            return last[0] == before;
        });
        return last[0];
    }

    @Test
    void theListLiesOverWhatIsReadAndGoesWhenSomethingWasOpened() throws Exception {
        importAndOpen();
        awaitColumn(true);
        widen(620);
        awaitColumn(false);
        TestWindow.until(() -> width("#page") > 500);
        double alone = restingWidth("#page");
        shortcut(KeyCode.DIGIT1);
        awaitColumn(true);
        assertEquals(alone, restingWidth("#page"));
        openByName("Museum of lights");
        awaitColumn(false);
        widen(1_000);
        awaitColumn(true);
    }

    @Test
    void theListIsAsWideAsItsUserMadeItWhereThereIsRoomAgain() throws Exception {
        importAndOpen();
        restingWidth("#column");
        TestWindow.onFx(() -> {
            Node pane = window.opened().root().lookup("#column");
            while (!(pane instanceof SplitPane)) {
                pane = pane.getParent();
            }
            var columns = (SplitPane) pane;
            columns.setDividerPositions(450 / columns.getWidth());
            columns.layout();
            columns.lookup(".split-pane-divider").fireEvent(released());
            return columns;
        });
        widen(700);
        TestWindow.until(() -> width("#column") < 400);
        widen(1_280);
        TestWindow.until(() -> width("#column") > 440);
    }

    private static MouseEvent released() {
        return new MouseEvent(
                MouseEvent.MOUSE_RELEASED,
                0,
                0,
                0,
                0,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                false,
                true,
                null);
    }

    @Test
    void thePanelLiesOverPagesAndIsNotWantedElsewhere() throws Exception {
        importAndOpen();
        double alone = restingWidth("#sheets");
        window.press("#panel");
        window.await(".reader-aside", Node.class, _ -> true);
        assertEquals(alone, restingWidth("#sheets")); // a page would only shrink
        window.press("#find");
        window.awaitKeyboard("#findText");
        robot.type(KeyCode.ESCAPE).type(KeyCode.ESCAPE);
        TestWindow.until(() ->
                TestWindow.onFx(() -> window.opened().root().lookup(".reader-aside") == null));
        var file = new SettingsFile(temp.resolve("home/settings.json"));
        assertFalse(
                file.read(ReaderSettings.FEATURE, ReaderSettings.class, ReaderSettings.DEFAULT)
                        .aside());
    }

    @Test
    void besideThePanelANarrowTextIsBrokenAnew() throws Exception {
        importAndOpen();
        openByName("Museum of lights");
        double alone = restingWidth("#sheets");
        window.press("#panel");
        window.await(".reader-aside", Node.class, _ -> true);
        double beside = restingWidth("#sheets");
        assertTrue(beside >= ROOM && beside < alone, beside + " of " + alone);
    }

    @Test
    void whatBelongsToATextIsLookedForWhereThePanelOnlyComesWhenCalled() throws Exception {
        importAndOpen();
        var related = window.opened().commands().find("command.relationships").orElseThrow();
        robot.interact(related.action());
        window.await(".related .label", Label.class, words -> !words.getText().equals("Looking…"));
    }
}
