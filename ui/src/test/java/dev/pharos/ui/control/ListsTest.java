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
import java.util.concurrent.Callable;
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
        act(() -> Lists.show(list, now, Item::id));
    }

    /// Does it, and lays the list out, also for what comes later in the same way.
    private void act(Runnable deed) {
        robot.interact(deed);
        robot.interact(list::layout);
    }

    private void choose(int index) {
        robot.interact(() -> list.getSelectionModel().clearAndSelect(index));
    }

    private Item chosen() {
        return shown(() -> list.getSelectionModel().getSelectedItem());
    }

    private int chosenIndex() {
        return shown(() -> list.getSelectionModel().getSelectedIndex());
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
        assertEquals(0, chosenIndex());
    }

    @Test
    void nothingIsChosenInThePlaceOfWhatHasGone() {
        show(items(0, 3, ""));
        choose(1);
        show(List.of(new Item(0, ""), new Item(2, "")));
        assertEquals(-1, chosenIndex());
    }

    @Test
    void whatOneReadsStaysInViewWhereOthersComeBeforeIt() {
        show(items(100, 200, ""));
        act(() -> list.scrollTo(50));
        var before = first();
        show(items(0, 200, ""));
        assertEquals(before, first());
    }

    @Test
    void otherItemsAreShownFromTheFirstOne() {
        show(items(0, 50, ""));
        act(() -> list.scrollTo(40));
        act(() -> Lists.showAnew(list, items(100, 150, "")));
        assertEquals(new Item(100, ""), first());
    }

    private Item first() {
        return shown(() -> {
            list.layout();
            var flow = (VirtualFlow<?>) list.lookup(".virtual-flow");
            int at = Objects.requireNonNull(flow.getFirstVisibleCell()).getIndex();
            return list.getItems().get(at);
        });
    }

    private static <T> T shown(Callable<T> read) {
        return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(read));
    }
}
