package dev.pharos.ui.document;

import dev.pharos.engine.document.PageGeometry;
import dev.pharos.engine.document.PdfPages;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.search.Hit;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Pulse;
import dev.pharos.ui.control.Spot;
import dev.pharos.ui.document.PageLoader.Wish;
import dev.pharos.ui.document.ReaderViewModel.Opened;
import dev.pharos.ui.document.ReaderViewModel.Paper;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Pause;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/// A source as its pages look. For the JavaFX thread.
final class PagesPane implements Sheet {
    private static final double FROM_TOP = 0.28;
    private static final int BLANKS = 40;
    private static final double MOST_PIXELS = 8_000_000;

    /// An offset that is to be brought into view once it is known where it stands.
    ///
    /// @param share how far below the top of the view
    /// @param always even if it is in view already
    private record Awaited(int offset, double share, boolean always) {}

    private final PlaceText places;
    private final Texts texts;
    private final BorderPane room = new BorderPane();
    private final PageFlow flow = new PageFlow(this::fill, this::moved);
    private final PageLoader loader;
    private final PageMarks marks;
    private final PagesInView inView;
    private final Pulse pulse = new Pulse();
    private final Pause moment = Pause.afterTheLast(Duration.seconds(4));
    private final TextSelection selection = new TextSelection();
    private final ReadOnlyObjectWrapper<@Nullable Selected> selected =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<PageNames> names =
            new ReadOnlyObjectWrapper<>(new PageNames(List.of(), 0));
    private final Map<SourceId, PageZoom> zooms = new HashMap<>();
    private Consumer<UUID> highlightClicked = _ -> {};
    private @Nullable Opened opened;
    private @Nullable Awaited awaited;

    /// @param rendering works for the pages in view alone
    /// @param browse shows a page of the web
    PagesPane(
            PdfPages images,
            Background rendering,
            PlaceText places,
            Texts texts,
            Consumer<String> browse) {
        this.places = places;
        this.texts = texts;
        loader = new PageLoader(images, rendering, this::arrived);
        marks = new PageMarks(selection);
        inView = new PagesInView(flow, marks, this::words);
        flow.setId("pages");
        flow.setFocusTraversable(true);
        flow.setAccessibleRole(AccessibleRole.SCROLL_PANE);
        flow.setAccessibleText(texts.text("reader.pagesName"));
        room.setCenter(flow);
        room.setTop(new PagesBar(this, texts));
        new PagesMouse(this, flow, selection, browse).listen();
        new PagesKeys(this, flow, selection).listen();
        selection.rangeProperty().subscribe(_ -> repaint());
    }

    @Override
    public void show(Opened nowOpened, Target target) {
        boolean other = opened == null || opened.paper() != nowOpened.paper();
        opened = nowOpened;
        if (target.left() == null) {
            pulse.arm();
        }
        if (other) {
            begin(nowOpened);
        }
        marks.target(target.marks());
        repaint();
        awaited = null;
        if (target.left() != null) {
            flow.go(target.left().index() + 1, target.left().above(), 0);
        } else {
            lead(target);
        }
    }

    private void begin(Opened now) {
        marks.in(now.document());
        selection.in(now.document());
        selected.set(null);
        var sizes = paper().sizes();
        names.set(new PageNames(paper().labels(), sizes.size()));
        flow.open(sizes, zooms.getOrDefault(now.source().id(), PageZoom.AUTOMATIC));
    }

    private void lead(Target to) {
        var place = to.place();
        if (place == null) {
            flow.go(1, 0, PageColumn.GAP);
            return;
        }
        int offset = to.marks().isEmpty() ? place.startOffset() : to.marks().getFirst().start();
        Integer page = place.page();
        if (page == null || !to.marks().isEmpty()) {
            page = marks.texts().page(offset);
        }
        flow.go(page, 0, PageColumn.GAP);
        boolean exact = place.startOffset() == place.endOffset();
        await(new Awaited(offset, exact ? 0 : FROM_TOP, true));
    }

    private Paper paper() {
        return Objects.requireNonNull(Objects.requireNonNull(opened).paper());
    }

    private void await(Awaited now) {
        awaited = now;
        settle();
        moved();
    }

    /// The reader has gone elsewhere by now.
    void letGo() {
        awaited = null;
    }

    /// Brings what is awaited into view, if it is known where that stands.
    private void settle() {
        if (awaited == null || opened == null) {
            return;
        }
        var wish = awaited;
        int page = marks.texts().page(wish.offset());
        var geometry = words(page);
        if (geometry == null) {
            if (loader.failed(new Wish.Words(paper().file(), page))) {
                awaited = null;
            }
            return;
        }
        awaited = null;
        int at = wish.offset() - marks.texts().start(page);
        var boxes = geometry.boxes(at, at + BLANKS);
        if (!boxes.isEmpty() && (wish.always() || !inView.has(page, boxes.getFirst()))) {
            double y = boxes.getFirst().y() * flow.size(page).height();
            flow.go(page, y, Math.max(PageColumn.GAP, wish.share() * flow.viewHeight()));
        }
    }

    /// Where the words of a page stand, or null as long as that is not known.
    @Nullable PageGeometry words(int page) {
        return opened == null ? null : loader.words(paper().file(), page);
    }

    private void moved() {
        if (opened == null || flow.count() == 0 || flow.getWidth() == 0) {
            return;
        }
        var file = paper().file();
        var wishes = new ArrayList<Wish>();
        if (awaited != null) {
            wishes.add(new Wish.Words(file, marks.texts().page(awaited.offset())));
        }
        for (var view : flow.views()) {
            wishes.add(picture(view.page()));
        }
        for (var view : flow.views()) {
            wishes.add(new Wish.Words(file, view.page()));
        }
        for (int page : List.of(flow.last() + 1, flow.first() - 1)) {
            if (page >= 1 && page <= flow.count()) {
                wishes.add(picture(page));
                wishes.add(new Wish.Words(file, page));
            }
        }
        loader.want(wishes);
        flow.views().forEach(view -> view.picture(loader.picture(picture(view.page()))));
    }

    private Wish.Picture picture(int page) {
        var size = flow.size(page);
        double most = Math.sqrt(MOST_PIXELS * size.width() / Math.max(1, size.height()));
        int width = Math.clamp(flow.pixels(page), 1, (int) Math.max(1, most));
        return new Wish.Picture(paper().file(), page, width);
    }

    private void arrived(int page) {
        settle();
        var view = flow.view(page);
        if (view != null) {
            fill(view);
        }
    }

    private void fill(PageView view) {
        var wish = picture(view.page());
        view.setAccessibleText(
                places.page(Objects.requireNonNull(opened).source().kind(), view.page()));
        view.picture(loader.picture(wish));
        view.say(loader.failed(wish) ? texts.text("reader.pageFailed") : "");
        paint(view);
    }

    private void repaint() {
        flow.views().forEach(this::paint);
    }

    private void paint(PageView view) {
        var geometry = words(view.page());
        if (geometry != null) {
            view.mark(marks.of(view.page(), geometry));
            var target = view.shape(PageMarks.TARGET);
            if (target != null) {
                pulse.of(target);
            }
        }
    }

    @Override
    public void overlay(Overlay now) {
        marks.overlay(now);
        repaint();
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Selected> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    @Override
    public void clearSelection() {
        selection.clear();
        selected.set(null);
    }

    /// What is selected now is what the reader wanted to select.
    void selected() {
        var range = selection.rangeProperty().get();
        selected.set(
                range == null || opened == null
                        ? null
                        : new Selected(
                                range.start(),
                                range.end(),
                                opened.document().text().substring(range.start(), range.end()),
                                lastLine(range)));
    }

    /// Where it cannot be seen, the last line that can be.
    private Bounds lastLine(Hit.Range range) {
        var last = flow.getLayoutBounds();
        for (var view : flow.views()) {
            var geometry = words(view.page());
            int base = marks.texts().start(view.page());
            if (geometry != null && marks.texts().has(view.page())) {
                for (var box : geometry.boxes(range.start() - base, range.end() - base)) {
                    if (inView.has(view.page(), box)) {
                        last = flow.sceneToLocal(view.localToScene(view.bounds(box)));
                    }
                }
            }
        }
        return flow.localToScreen(last);
    }

    /// What stands at a point of a page.
    PagePoints points(PageView view) {
        return new PagePoints(view, words(view.page()), marks.texts());
    }

    /// For a moment.
    void sayTextless(PageView view) {
        int page = view.page();
        view.say(texts.text("reader.pageTextless"));
        moment.execute(() -> {
            if (view.page() == page) {
                view.say("");
            }
        });
    }

    /// A character was clicked.
    void clicked(int offset) {
        var clicked = marks.highlight(offset);
        if (clicked != null) {
            highlightClicked.accept(clicked);
        }
    }

    /// Shows a page.
    ///
    /// @param page 1-based
    /// @param y share of its height from the top
    void go(int page, double y) {
        if (opened != null && page >= 1 && page <= flow.count()) {
            letGo();
            flow.go(page, y * flow.size(page).height(), PageColumn.GAP);
        }
    }

    @Override
    public void reveal(int offset) {
        int page = marks.texts().page(offset);
        if (flow.view(page) == null) {
            flow.go(page, 0, PageColumn.GAP);
        }
        await(new Awaited(offset, FROM_TOP, false));
    }

    @Override
    public void onHighlight(Consumer<UUID> clicked) {
        highlightClicked = clicked;
    }

    @Override
    public int offsetInView() {
        return inView.firstOffset();
    }

    @Override
    public int endInView() {
        return inView.lastOffset();
    }

    @Override
    public @Nullable Spot spot() {
        return flow.count() == 0 ? null : new Spot(flow.first() - 1, flow.above(), 0);
    }

    @Override
    public Node node() {
        return flow;
    }

    /// The pages with their bar.
    Region room() {
        return room;
    }

    PageFlow flow() {
        return flow;
    }

    ReadOnlyObjectProperty<PageNames> namesProperty() {
        return names.getReadOnlyProperty();
    }

    /// Makes the pages larger or smaller; what is in the middle of the view stays there.
    void zoom(PageZoom zoom) {
        zoom(zoom, flow.viewHeight() / 2);
    }

    /// The same, and remembers it for this source.
    ///
    /// @param fixed in pixels from the top of the view: what is there stays there
    void zoom(PageZoom zoom, double fixed) {
        if (opened != null) {
            zooms.put(opened.source().id(), zoom);
            flow.zoom(zoom, fixed);
        }
    }
}
