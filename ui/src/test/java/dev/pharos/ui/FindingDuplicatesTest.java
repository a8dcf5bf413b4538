package dev.pharos.ui;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What stands twice is found, looked at side by side, and put away, with the keyboard alone.
final class FindingDuplicatesTest extends InWindow {
    private static final String TIDES =
            "High water comes to the harbour twice a day, and each time a little later.";

    @Test
    void whatStandsTwiceIsPutAwayAndComesBack() throws Exception {
        window.library.notes().create("Tides", TIDES, "");
        window.library.notes().create("Tides, a copy", TIDES, "");
        window.library.notes().create("Lamps", "Forty of them burn on the pier at night.", "");
        shortcut(KeyCode.K);
        window.awaitKeyboard(".palette .text-field");
        robot.write("find duplicates");
        window.await(
                ".palette .list-cell",
                ListCell.class,
                cell ->
                        cell.isSelected()
                                && String.valueOf(cell.getAccessibleText())
                                        .contains("Find duplicates"));
        robot.type(KeyCode.ENTER);
        window.await(".duplicates-list", ListView.class, list -> list.getItems().size() == 3);
        window.focus(".duplicates-list");
        robot.type(KeyCode.HOME).type(KeyCode.DOWN);
        window.await("#keep", Button.class, _ -> true);
        robot.type(KeyCode.TAB).type(KeyCode.TAB);
        window.awaitKeyboard("#keep");
        robot.type(KeyCode.SPACE);
        window.await(
                "#questionText", Label.class, words -> words.getText().contains("Keep “Tides”"));
        window.awaitKeyboard("#keepAll");
        robot.type(KeyCode.TAB);
        window.awaitKeyboard("#throwAway");
        robot.type(KeyCode.SPACE);
        TestWindow.until(() -> titles().equals(List.of("Lamps", "Tides")));

        window.press(".toast .button");

        TestWindow.until(() -> titles().size() == 3);
        window.await(".duplicates-list", ListView.class, list -> list.getItems().size() == 3);
    }

    private List<String> titles() {
        return window.library.sources().all().stream().map(each -> each.title()).sorted().toList();
    }
}
