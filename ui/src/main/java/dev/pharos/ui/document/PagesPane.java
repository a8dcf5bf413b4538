package dev.pharos.ui.document;

import dev.pharos.engine.document.Block;
import dev.pharos.engine.document.PageSize;
import dev.pharos.engine.search.Hit;
import dev.pharos.ui.control.Pulse;
import dev.pharos.ui.control.Scrolling;
import dev.pharos.ui.control.Spot;
import dev.pharos.ui.document.ReaderViewModel.Opened;
import dev.pharos.ui.document.ReaderViewModel.Paper;
import dev.pharos.ui.work.Job;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.ListView;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// A source as its pages look. For the JavaFX thread.
final class PagesPane implements Sheet {
    private final ListView<Integer> list;
    private final PageLoader loader;
    private final PlaceText places;
    private final Pulse pulse = new Pulse();
    private final ReadOnlyObjectWrapper<@Nullable Selected> selected =
            new ReadOnlyObjectWrapper<>();
    private @Nullable Opened opened;
    private @Nullable Target target;

    /// The page that is to be scrolled to its first mark once that is known, else 0.
    private int awaited;

    PagesPane(ListView<Integer> list, PageLoader loader, PlaceText places) {
        this.list = list;
        this.loader = loader;
        this.places = places;
        list.setCellFactory(_ -> new PageCell(this));
    }

    @Override
    public void show(Opened nowOpened, Target nowTarget) {
        boolean other = opened == null || opened.paper() != nowOpened.paper();
        opened = nowOpened;
        target = nowTarget;
        if (nowTarget.left() == null) {
            pulse.arm();
        }
        if (other) {
            list.getItems()
                    .setAll(IntStream.rangeClosed(1, paper().sizes().size()).boxed().toList());
        } else {
            list.refresh();
        }
        if (nowTarget.left() != null) {
            awaited = 0;
            Scrolling.to(list, nowTarget.left());
            return;
        }
        awaited = page(nowTarget);
        Scrolling.to(list, Math.max(0, awaited - 1));
    }

    @Override
    public void overlay(Overlay overlay) {}

    @Override
    public ReadOnlyObjectProperty<@Nullable Selected> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    @Override
    public void clearSelection() {}

    @Override
    public void reveal(int offset) {
        var blocks = Objects.requireNonNull(opened).document().blocks();
        int index = TextSelection.index(blocks, offset);
        Integer page = index < 0 ? null : blocks.get(index).page();
        if (page != null) {
            Scrolling.to(list, page - 1);
        }
    }

    @Override
    public void onHighlight(Consumer<UUID> clicked) {}

    @Override
    public int offsetInView() {
        var spot = spot();
        if (opened == null || spot == null) {
            return 0;
        }
        return opened.document().blocks().stream()
                .filter(block -> block.page() != null && block.page() > spot.index())
                .findFirst()
                .map(Block::start)
                .orElse(0);
    }

    @Override
    public @Nullable Spot spot() {
        return Scrolling.spot(list);
    }

    @Override
    public Node node() {
        return list;
    }

    private static int page(Target at) {
        return at.place() == null || at.place().page() == null ? 0 : at.place().page();
    }

    private Paper paper() {
        return Objects.requireNonNull(Objects.requireNonNull(opened).paper());
    }

    PageSize size(int page) {
        return paper().sizes().get(page - 1);
    }

    String name(int page) {
        return places.page(Objects.requireNonNull(opened).source().kind(), page);
    }

    double scale() {
        return list.getScene() == null
                ? 1
                : list.getScene().getWindow().getOutputScaleX()
                        * list.getLocalToSceneTransform().getMxx();
    }

    Job load(int page, int width, Consumer<PageLoader.Rendered> show) {
        return loader.load(paper(), page, width, marks(page), show);
    }

    /// The marks on a page, counted from the beginning of its text.
    private List<Hit.Range> marks(int page) {
        var blocks =
                Objects.requireNonNull(opened).document().blocks().stream()
                        .filter(block -> Objects.equals(block.page(), page))
                        .toList();
        return target == null || blocks.isEmpty()
                ? List.of()
                : TextPane.within(
                        target.marks(), blocks.getFirst().start(), blocks.getLast().end());
    }

    /// A page was rendered.
    void shown(int page, PageView view) {
        view.marks().forEach(pulse::of);
        if (page == awaited && !view.marks().isEmpty()) {
            awaited = 0;
            Scrolling.to(list, page - 1, PageCell.class, PageCell::firstMarkY);
        }
    }
}
