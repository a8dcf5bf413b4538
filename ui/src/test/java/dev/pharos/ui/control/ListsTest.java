package dev.pharos.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.StackPane;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// Over a list in a window, whose items change while one uses it.
@SuppressWarnings("NullAway.Init")
final class ListsTest {
    private final FxRobot robot = new FxRobot();
    private ListView<Item> list;

    /// @param about changes
    private record Item(int id, String about) {}

    private static List<Item> items(int from, int to, String about) {
        return IntStream.range(from, to).mapToObj(id -> new Item(id, about)).toList();
    }

    @BeforeEach
    void open() throws Exception {
        var stage = FxToolkit.registerPrimaryStage();
        robot.interact(() -> {
            list = new ListView<>();
            stage.setScene(new Scene(new StackPane(list), 200, 200));
            stage.show();
        });
    }

    private void show(List<Item> now) {
        robot.interact(() -> Lists.show(list, now, Item::id));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void choose(int index) {
        robot.interact(() -> list.getSelectionModel().clearAndSelect(index));
    }

    private Item chosen() {
        return list.getSelectionModel().getSelectedItem();
    }

    @Test
    void theOnlyItemStaysChosenWhenItChanges() {
        show(items(0, 1, "waits"));
        choose(0);
        show(items(0, 1, "runs"));
        assertEquals(new Item(0, "runs"), chosen());
    }

    @Test
    void theChosenItemStaysChosenWhereItMoves() {
        show(items(0, 3, ""));
        choose(1);
        show(List.of(new Item(1, ""), new Item(0, ""), new Item(2, "")));
        assertEquals(new Item(1, ""), chosen());
        assertEquals(0, list.getSelectionModel().getSelectedIndex());
    }

    @Test
    void nothingIsChosenInThePlaceOfWhatHasGone() {
        show(items(0, 3, ""));
        choose(1);
        show(List.of(new Item(0, ""), new Item(2, "")));
        assertEquals(-1, list.getSelectionModel().getSelectedIndex());
    }

    @Test
    void whatOneReadsStaysInViewWhereOthersComeBeforeIt() {
        show(items(100, 200, ""));
        robot.interact(() -> list.scrollTo(50));
        WaitForAsyncUtils.waitForFxEvents();
        var before = first();
        show(items(0, 200, ""));
        assertEquals(before, first());
    }

    @Test
    void otherItemsAreShownFromTheFirstOne() {
        show(items(0, 50, ""));
        robot.interact(() -> list.scrollTo(40));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Lists.showAnew(list, items(100, 150, "")));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(new Item(100, ""), first());
    }

    private Item first() {
        var flow = (VirtualFlow<?>) list.lookup(".virtual-flow");
        return list.getItems().get(Objects.requireNonNull(flow.getFirstVisibleCell()).getIndex());
    }
}
