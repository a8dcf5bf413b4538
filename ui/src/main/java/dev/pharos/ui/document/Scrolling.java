package dev.pharos.ui.document;

import javafx.application.Platform;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

import java.util.function.ToDoubleFunction;

/// Brings a point within a list's cell into view. `ListView.scrollTo` alone knows whole cells, and
/// a cell here may be higher than the window.
final class Scrolling {
    private static final double FROM_TOP = 0.28;

    private Scrolling() {}

    /// Shows cell `index` with the point `y`, in pixels from the cell's top, a good third below the
    /// list's top.
    static <C extends IndexedCell<?>> void to(
            ListView<?> list, int index, Class<C> type, ToDoubleFunction<C> y) {
        list.scrollTo(index);
        Platform.runLater(() -> {
            list.layout();
            if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
                flow.layout();
                if (index < flow.getCellCount() && type.isInstance(flow.getCell(index))) {
                    C cell = type.cast(flow.getCell(index));
                    cell.layout();
                    flow.scrollPixels(
                            cell.getLayoutY()
                                    + y.applyAsDouble(cell)
                                    - list.getHeight() * FROM_TOP);
                }
            }
        });
    }
}
