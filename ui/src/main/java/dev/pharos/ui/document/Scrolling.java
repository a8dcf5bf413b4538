package dev.pharos.ui.document;

import javafx.application.Platform;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;

/// Brings a point within a list's cell into view. `ListView.scrollTo` alone knows whole cells, and
/// a cell here may be higher than the window.
final class Scrolling {
    private static final double FROM_TOP = 0.28;

    private Scrolling() {}

    /// Shows cell `index` at the top, once the list has its items and its size.
    static void to(ListView<?> list, int index) {
        afterLayout(list, () -> list.scrollTo(index));
    }

    /// Shows cell `index` with the point `y`, in pixels from the cell's top, about a third below
    /// the list's top.
    static <C extends IndexedCell<?>> void to(
            ListView<?> list, int index, Class<C> type, ToDoubleFunction<C> y) {
        afterLayout(
                list,
                () -> {
                    list.scrollTo(index);
                    afterLayout(list, () -> adjust(list, index, type, y));
                });
    }

    private static <C extends IndexedCell<?>> void adjust(
            ListView<?> list, int index, Class<C> type, ToDoubleFunction<C> y) {
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && index < flow.getCellCount()
                && type.isInstance(flow.getCell(index))) {
            C cell = type.cast(flow.getCell(index));
            cell.layout();
            flow.scrollPixels(
                    cell.getLayoutY() + y.applyAsDouble(cell) - list.getHeight() * FROM_TOP);
        }
    }

    /// A list that was just filled or shown scrolls only after its next layout.
    private static void afterLayout(ListView<?> list, Runnable then) {
        var scene = list.getScene();
        if (scene == null) {
            return;
        }
        var once = new AtomicReference<Runnable>();
        once.set(() -> {
            scene.removePostLayoutPulseListener(once.get());
            then.run();
        });
        scene.addPostLayoutPulseListener(once.get());
        list.requestLayout();
        Platform.requestNextPulse();
    }
}
