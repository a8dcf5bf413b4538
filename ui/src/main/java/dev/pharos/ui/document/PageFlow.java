package dev.pharos.ui.document;

import dev.pharos.engine.document.PageSize;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Pages below one another, to scroll and to zoom; only those in view have a node. All their places
/// are known from the beginning, so that the bar never jumps and any page is reached at once.
final class PageFlow extends Region {
    private static final double LINE = 60;
    private static final double MOST_OF_IT = 0.9;
    private static final double READING = 0.33;
    private static final double LEAST_THUMB = 0.07;

    /// A place to be brought to a height of the view.
    ///
    /// @param page 0-based
    /// @param y in points from the page's top
    /// @param below in pixels from the top of the view
    private record Goal(int page, double y, double below) {}

    private final Pane room = new Pane();
    private final ScrollBar down = new ScrollBar();
    private final ScrollBar across = new ScrollBar();
    private final Map<Integer, PageView> views = new TreeMap<>();
    private final Deque<PageView> spare = new ArrayDeque<>();
    private final Consumer<PageView> entered;
    private final Runnable moved;
    private final ReadOnlyIntegerWrapper page = new ReadOnlyIntegerWrapper();
    private final ReadOnlyDoubleWrapper factor = new ReadOnlyDoubleWrapper(1);
    private List<PageSize> sizes = List.of();
    private PageZoom zoom = PageZoom.AUTOMATIC;
    private PageColumn column = new PageColumn(sizes, zoom, 0, 0);
    private boolean stale = true;
    private @Nullable Goal goal;
    private double x = 0.5;
    private double y;

    /// @param entered fills a view that begins to show a page
    /// @param moved hears that other pages are in view, or the same in another size
    PageFlow(Consumer<PageView> entered, Runnable moved) {
        this.entered = entered;
        this.moved = moved;
        getStyleClass().add("page-flow");
        var clip = new Rectangle();
        clip.widthProperty().bind(room.widthProperty());
        clip.heightProperty().bind(room.heightProperty());
        room.setClip(clip);
        down.setOrientation(Orientation.VERTICAL);
        down.setUnitIncrement(LINE);
        across.setUnitIncrement(LINE);
        getChildren().setAll(room, down, across);
        down.valueProperty().subscribe(now -> scrollTo(now.doubleValue()));
        across.valueProperty()
                .subscribe(now -> {
                    x = (now.doubleValue() + room.getWidth() / 2) / column.width();
                    requestLayout();
                });
        widthProperty().subscribe(_ -> stale = true);
        heightProperty().subscribe(_ -> stale = true);
    }

    /// The page that one reads, 1-based; 0 where there is none.
    ReadOnlyIntegerProperty pageProperty() {
        return page.getReadOnlyProperty();
    }

    /// How large most pages are shown, as [PageZoom#factor] counts.
    ReadOnlyDoubleProperty factorProperty() {
        return factor.getReadOnlyProperty();
    }

    PageZoom zoom() {
        return zoom;
    }

    int count() {
        return sizes.size();
    }

    /// @param number 1-based
    PageSize size(int number) {
        return sizes.get(number - 1);
    }

    /// Shows other pages, from their beginning.
    void open(List<PageSize> nowSizes, PageZoom nowZoom) {
        sizes = nowSizes;
        zoom = nowZoom;
        column = new PageColumn(sizes, zoom, room.getWidth(), room.getHeight());
        leave(views.values());
        views.clear();
        y = 0;
        x = 0.5;
        goal = new Goal(0, -PageColumn.GAP, 0);
        stale = true;
        requestLayout();
    }

    private void leave(Collection<PageView> gone) {
        for (var view : gone) {
            view.setVisible(false);
            view.begin(0);
            spare.add(view);
        }
    }

    /// Makes the pages larger or smaller.
    ///
    /// @param fixed in pixels from the top of the view: what is there stays there
    void zoom(PageZoom now, double fixed) {
        if (!now.equals(zoom)) {
            keep(fixed);
            zoom = now;
            stale = true;
            requestLayout();
        }
    }

    /// Remembers what stands at a height of the view, for when everything has another size.
    private void keep(double below) {
        if (goal == null && column.count() > 0) {
            int at = column.at(y + below);
            goal = new Goal(at, (y + below - column.top(at)) / column.scale(at), below);
        }
    }

    /// @param number 1-based
    /// @param points from the page's top
    /// @param below in pixels from the top of the view
    void go(int number, double points, double below) {
        if (sizes.isEmpty()) {
            return;
        }
        goal = new Goal(Math.clamp(number - 1, 0, sizes.size() - 1), points, below);
        requestLayout();
    }

    void scroll(double pixels) {
        scrollTo(y + pixels);
    }

    void scrollAcross(double pixels) {
        across.setValue(Math.clamp(across.getValue() + pixels, 0, across.getMax()));
    }

    /// Whether the pages are wider than the view.
    boolean wide() {
        return across.isVisible();
    }

    void line(boolean forward) {
        scroll(forward ? LINE : -LINE);
    }

    void screen(boolean forward) {
        scroll((forward ? MOST_OF_IT : -MOST_OF_IT) * room.getHeight());
    }

    void end(boolean last) {
        scrollTo(last ? column.height() : 0);
    }

    private void scrollTo(double now) {
        double to = Math.clamp(now, 0, farthest());
        if (to != y) {
            goal = null;
            y = to;
            requestLayout();
        }
    }

    private double farthest() {
        return Math.max(0, column.height() - room.getHeight());
    }

    /// Points from the top of page [#first] to the top of the view.
    double above() {
        return column.count() == 0 ? 0 : (y - column.top(first() - 1)) / column.scale(first() - 1);
    }

    /// Points from the top of page [#last] to the bottom of the view.
    double below() {
        return column.count() == 0
                ? 0
                : (y + room.getHeight() - column.top(last() - 1)) / column.scale(last() - 1);
    }

    /// How wide a page is drawn, in pixels of the screen.
    int pixels(int number) {
        return (int) Math.round(column.pageWidth(number - 1) * density());
    }

    /// What the mouse is over: the pages and the room around them.
    Node surface() {
        return room;
    }

    /// The first page in view, 1-based.
    int first() {
        return column.at(y + PageColumn.GAP) + 1;
    }

    /// The last page in view, 1-based.
    int last() {
        return column.at(y + room.getHeight() - 1) + 1;
    }

    Collection<PageView> views() {
        return views.values();
    }

    /// The view of a page, 1-based, or null where that is not in view.
    @Nullable PageView view(int number) {
        return views.get(number - 1);
    }

    /// The view nearest to a point of the scene.
    @Nullable PageView nearest(double sceneX, double sceneY) {
        if (views.isEmpty()) {
            return null;
        }
        double at = room.sceneToLocal(sceneX, sceneY).getY() + y + PageColumn.GAP / 2;
        return view(Math.clamp(column.at(at) + 1, first(), last()));
    }

    /// How many pixels a point of the scene is above (negative) or below the view.
    double beyond(double sceneX, double sceneY) {
        double at = room.sceneToLocal(sceneX, sceneY).getY();
        return at < 0 ? at : Math.max(0, at - room.getHeight());
    }

    double viewHeight() {
        return room.getHeight();
    }

    /// Pixels of the screen a pixel of this node.
    double density() {
        var scene = getScene();
        return scene == null || scene.getWindow() == null
                ? 1
                : scene.getWindow().getOutputScaleX() * getLocalToSceneTransform().getMxx();
    }

    @Override
    protected void layoutChildren() {
        double thick = snapSizeX(down.prefWidth(-1));
        double width = Math.max(0, getWidth() - thick);
        if (stale) {
            keep(0);
            column = new PageColumn(sizes, zoom, width, getHeight());
            factor.set(column.factor());
            stale = false;
        }
        boolean wide = column.width() > width;
        double height = Math.max(0, getHeight() - (wide ? thick : 0));
        room.resizeRelocate(0, 0, width, height);
        if (goal != null && width > 0 && height > 0 && column.count() > 0) {
            y = column.top(goal.page()) + goal.y() * column.scale(goal.page()) - goal.below();
            goal = null;
        }
        double density = density();
        y = Math.round(Math.clamp(y, 0, farthest()) * density) / density;
        bars(width, height, thick, wide);
        place(width, height);
        page.set(column.count() == 0 ? 0 : column.at(y + height * READING) + 1);
        moved.run();
    }

    private void bars(double width, double height, double thick, boolean wide) {
        double most = farthest();
        down.setVisible(most > 0);
        down.setMax(most);
        down.setVisibleAmount(most * Math.max(height / Math.max(1, column.height()), LEAST_THUMB));
        down.setBlockIncrement(height * MOST_OF_IT);
        down.setValue(y);
        down.resizeRelocate(width, 0, thick, height);
        across.setVisible(wide);
        double widest = Math.max(0, column.width() - width);
        double left = x * column.width() - width / 2;
        across.setMax(widest);
        across.setVisibleAmount(widest * width / Math.max(1, column.width()));
        across.setBlockIncrement(width * MOST_OF_IT);
        across.setValue(Math.clamp(left, 0, widest));
        across.resizeRelocate(0, height, width, thick);
    }

    private void place(double width, double height) {
        int first = column.at(y);
        int last = height <= 0 ? -1 : Math.min(column.at(y + height), column.count() - 1);
        var gone =
                views.entrySet().stream().filter(at -> at.getKey() < first || at.getKey() > last);
        for (var each : gone.toList()) {
            views.remove(each.getKey());
            leave(List.of(each.getValue()));
        }
        double left = column.width() > width ? across.getValue() : 0;
        double density = density();
        for (int i = first; i <= last; i++) {
            double wide = Math.round(column.pageWidth(i) * density) / density;
            double high = Math.round(column.pageHeight(i) * density) / density;
            double at = Math.max(width, column.width()) / 2 - wide / 2 - left;
            boolean is = views.containsKey(i);
            var view = views.computeIfAbsent(i, _ -> fresh());
            view.resizeRelocate(
                    Math.round(at * density) / density,
                    Math.round((column.top(i) - y) * density) / density,
                    wide,
                    high);
            if (!is) {
                view.begin(i + 1);
                view.setVisible(true);
                entered.accept(view);
            }
        }
    }

    private PageView fresh() {
        var view = spare.poll();
        if (view == null) {
            view = new PageView();
            room.getChildren().add(view);
        }
        return view;
    }
}
