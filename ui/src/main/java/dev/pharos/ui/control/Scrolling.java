package dev.pharos.ui.control;

import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.application.Platform;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;

/// Brings a point within a list's cell into view. `ListView.scrollTo` alone knows whole cells, and
/// a cell here may be higher than the window.
public final class Scrolling {
    private static final double FROM_TOP = 0.28;
    private static final double TOO_HIGH = 0.04;
    private static final double TOO_LOW = 0.72;
    private static final Duration GLIDE = Duration.millis(320);

    private Scrolling() {}

    /// Shows cell `index` at the top, once the list has its items and its size.
    public static void to(ListView<?> list, int index) {
        afterLayout(list, () -> list.scrollTo(index));
    }

    /// Where the list stands, or null where it shows nothing.
    public static @Nullable Spot spot(ListView<?> list) {
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            var first = flow.getFirstVisibleCell();
            if (first != null) {
                return new Spot(first.getIndex(), -first.getLayoutY(), 0);
            }
        }
        return null;
    }

    /// Shows the list as it was left.
    public static void to(ListView<?> list, Spot spot) {
        afterLayout(
                list,
                () -> {
                    list.scrollTo(spot.index());
                    afterLayout(list, () -> scroll(list, spot.above()));
                });
    }

    private static void scroll(ListView<?> list, double pixels) {
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollPixels(pixels);
        }
    }

    /// Shows cell `index` with the point `y`, in pixels from the cell's top, about a third below
    /// the list's top.
    public static <C extends IndexedCell<?>> void to(
            ListView<?> list, int index, Class<C> type, ToDoubleFunction<C> y) {
        to(list, index, type, y, FROM_TOP);
    }

    /// The same, with the point at the list's top.
    public static <C extends IndexedCell<?>> void toTop(
            ListView<?> list, int index, Class<C> type, ToDoubleFunction<C> y) {
        to(list, index, type, y, 0);
    }

    private static <C extends IndexedCell<?>> void to(
            ListView<?> list, int index, Class<C> type, ToDoubleFunction<C> y, double below) {
        afterLayout(
                list,
                () -> {
                    list.scrollTo(index);
                    afterLayout(list, () -> adjust(list, index, type, y, below));
                });
    }

    /// Brings cell `index` into view; one that is there already stays where it is.
    public static void intoView(ListView<?> list, int index) {
        afterLayout(
                list,
                () -> {
                    var cell = shown(list, index);
                    if (cell == null
                            || cell.getLayoutY() < 0
                            || cell.getLayoutY() + cell.getHeight() > list.getHeight()) {
                        to(list, index, IndexedCell.class, _ -> 0);
                    }
                });
    }

    /// Brings cell `index` gently to where one reads at ease; one that is there already stays.
    public static void comfortably(ListView<?> list, int index) {
        var cell = shown(list, index);
        if (cell == null) {
            to(list, index, IndexedCell.class, _ -> 0);
            return;
        }
        double height = list.getHeight();
        double top = cell.getLayoutY();
        boolean atEase = top >= height * TOO_HIGH && top + cell.getHeight() <= height * TOO_LOW;
        if (!atEase && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            new Glide(flow, top - height * FROM_TOP).play();
        }
    }

    private static @Nullable IndexedCell<?> shown(ListView<?> list, int index) {
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            var first = flow.getFirstVisibleCell();
            var last = flow.getLastVisibleCell();
            if (first != null
                    && last != null
                    && first.getIndex() <= index
                    && index <= last.getIndex()) {
                return flow.getCell(index);
            }
        }
        return null;
    }

    /// Scrolls some pixels in a short while; at once where the system or the user asks for little
    /// motion.
    private static final class Glide extends Transition {
        private final VirtualFlow<?> flow;
        private final double pixels;
        private double done;

        Glide(VirtualFlow<?> flow, double pixels) {
            this.flow = flow;
            this.pixels = pixels;
            setInterpolator(Interpolator.EASE_BOTH);
            boolean calm = flow.getScene().getPreferences().isReducedMotion();
            setCycleDuration(calm ? Duration.ONE : GLIDE);
        }

        @Override
        protected void interpolate(double fraction) {
            flow.scrollPixels(pixels * fraction - done);
            done = pixels * fraction;
        }
    }

    private static <C extends IndexedCell<?>> void adjust(
            ListView<?> list, int index, Class<C> type, ToDoubleFunction<C> y, double below) {
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                && index < flow.getCellCount()
                && type.isInstance(flow.getCell(index))) {
            C cell = type.cast(flow.getCell(index));
            cell.layout();
            flow.scrollPixels(cell.getLayoutY() + y.applyAsDouble(cell) - list.getHeight() * below);
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
