package dev.pharos.ui.document;

import dev.pharos.engine.document.Block;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.search.Hit;
import dev.pharos.ui.control.Pulse;
import dev.pharos.ui.control.Scrolling;
import dev.pharos.ui.control.Spot;
import dev.pharos.ui.document.LayeredText.Mark;
import dev.pharos.ui.document.ReaderViewModel.Opened;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Font;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A source as flowing text, block by block. For the JavaFX thread.
final class TextPane implements Sheet {
    /// Style of what one was led to.
    static final String CITED = "cited-words";

    private static final String SERIF =
            Stream.of("Charter", "Georgia", "Noto Serif", "DejaVu Serif")
                    .filter(Font.getFamilies()::contains)
                    .findFirst()
                    .orElse("Serif");

    private final PlaceText places;
    private final ListView<Block> list;
    private final ObservableValue<ReadingSettings> look;
    private final Pulse pulse = new Pulse();
    private final TextSelection selection = new TextSelection();
    private final ReadOnlyObjectWrapper<@Nullable Selected> selected =
            new ReadOnlyObjectWrapper<>();
    private final Set<BlockCell> cells = Collections.newSetFromMap(new WeakHashMap<>());
    private Consumer<UUID> highlightClicked = _ -> {};
    private Overlay overlay = Overlay.NONE;
    private Tables tables = new Tables(null);
    private @Nullable Opened opened;
    private @Nullable Target target;

    TextPane(ListView<Block> list, PlaceText places, ObservableValue<ReadingSettings> look) {
        this.list = list;
        this.places = places;
        this.look = look;
        list.setCellFactory(_ -> {
            var cell = new BlockCell(this);
            cells.add(cell);
            return cell;
        });
        new TextMouse(this, list, selection).listen();
        new TextKeys(this, list, selection).listen();
        selection.rangeProperty().subscribe(_ -> cells.forEach(BlockCell::repaint));
        dress();
        look.subscribe((_, _) -> {
            int offset = offsetInView();
            dress();
            list.refresh();
            toTop(offset);
        });
    }

    private void dress() {
        var now = look.getValue();
        String family =
                switch (now.face()) {
                    case SANS -> "";
                    case SERIF -> " -fx-font-family: \"" + SERIF + "\";";
                };
        list.setStyle("-fx-font-size: " + now.size() + "px;" + family);
        list.getStyleClass().removeIf(each -> each.startsWith("dress-"));
        list.getStyleClass().add("dress-" + now.dress().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void show(Opened nowOpened, Target nowTarget) {
        boolean other = opened == null || opened.document() != nowOpened.document();
        opened = nowOpened;
        target = nowTarget;
        if (nowTarget.left() == null) {
            pulse.arm();
        }
        if (other) {
            overlay = Overlay.NONE;
            tables = new Tables(nowOpened.document());
            selection.in(nowOpened.document());
            selected.set(null);
            list.getSelectionModel().clearSelection();
            list.getItems().setAll(nowOpened.document().blocks());
        } else {
            list.refresh();
        }
        if (nowTarget.left() != null) {
            Scrolling.to(list, nowTarget.left());
        } else if (nowTarget.place() == null) {
            Scrolling.to(list, 0);
        } else {
            lead(nowTarget);
        }
    }

    /// To the first mark, else to where the place begins.
    private void lead(Target to) {
        var place = Objects.requireNonNull(to.place());
        int offset = to.marks().isEmpty() ? place.startOffset() : to.marks().getFirst().start();
        if (place.startOffset() == place.endOffset()) {
            toTop(offset);
        } else {
            Scrolling.to(list, index(offset), BlockCell.class, cell -> cell.lineY(offset));
        }
    }

    private void toTop(int offset) {
        Scrolling.toTop(list, index(offset), BlockCell.class, cell -> cell.lineY(offset));
    }

    private int index(int offset) {
        return Math.max(0, TextSelection.index(list.getItems(), offset));
    }

    @Override
    public void overlay(Overlay now) {
        overlay = now;
        cells.forEach(BlockCell::repaint);
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

    @Override
    public void reveal(int offset) {
        int index = index(offset);
        var cell = cell(index);
        double y = cell == null ? -1 : cell.getLayoutY() + cell.lineY(offset);
        double line = look.getValue().size() + look.getValue().leading();
        if (y < 0 || y > list.getHeight() - 2 * line) {
            Scrolling.to(list, index, BlockCell.class, each -> each.lineY(offset));
        }
    }

    @Override
    public void onHighlight(Consumer<UUID> clicked) {
        highlightClicked = clicked;
    }

    @Override
    public int offsetInView() {
        var flow = flow();
        var first = flow == null ? null : flow.getFirstVisibleCell();
        if (!(first instanceof BlockCell cell) || cell.getItem() == null) {
            return 0;
        }
        if (cell.getLayoutY() >= 0) {
            return cell.getItem().start();
        }
        var at = cell.localToScene(cell.getWidth() / 2, -cell.getLayoutY() + 4);
        int line = cell.lineStart(at.getX(), at.getY());
        return Math.clamp(line, cell.getItem().start(), cell.getItem().end());
    }

    /// Of the last words in view.
    @Override
    public int endInView() {
        var flow = flow();
        var last = flow == null ? null : flow.getLastVisibleCell();
        if (!(last instanceof BlockCell cell) || cell.getItem() == null) {
            return 0;
        }
        if (cell.getLayoutY() + cell.getHeight() <= list.getHeight() + 1) {
            return cell.getItem().end();
        }
        var at = cell.localToScene(cell.getWidth() / 2, list.getHeight() - cell.getLayoutY());
        return cell.insertionAt(at.getX(), at.getY());
    }

    @Override
    public @Nullable Spot spot() {
        return Scrolling.spot(list);
    }

    @Override
    public Node node() {
        return list;
    }

    @Nullable VirtualFlow<?> flow() {
        return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }

    private @Nullable BlockCell cell(int index) {
        return cells.stream()
                .filter(each -> each.getIndex() == index && !each.isEmpty() && each.isVisible())
                .findFirst()
                .orElse(null);
    }

    /// What is selected now is what the reader wanted to select.
    void selected() {
        var range = selection.rangeProperty().get();
        if (range == null || document() == null) {
            selected.set(null);
            return;
        }
        selected.set(
                new Selected(
                        range.start(),
                        range.end(),
                        text(range.start(), range.end()),
                        lastLine(range)));
    }

    /// Where it cannot be seen, the end of what can be.
    private Bounds lastLine(Hit.Range range) {
        return cells.stream()
                .filter(cell -> !cell.isEmpty() && cell.isVisible() && cell.getItem() != null)
                .filter(cell -> cell.getItem().start() < range.end())
                .filter(cell -> cell.getItem().end() > range.start())
                .max((one, other) -> Integer.compare(one.getIndex(), other.getIndex()))
                .map(cell -> cell.lastLine(range.start(), range.end()))
                .orElseGet(() -> list.localToScreen(list.getLayoutBounds()));
    }

    /// A letter was clicked.
    void clicked(int offset) {
        overlay.highlights().stream()
                .filter(each -> each.anchored())
                .filter(each -> each.place().startOffset() <= offset)
                .filter(each -> each.place().endOffset() > offset)
                .reduce((_, last) -> last)
                .ifPresent(each -> highlightClicked.accept(each.id()));
    }

    private @Nullable Document document() {
        return opened == null ? null : opened.document();
    }

    ReadingSettings look() {
        return look.getValue();
    }

    double[] weights(int index) {
        return tables.weights(index);
    }

    List<Tables.Cell> cells(Block block, int columns) {
        var document = document();
        return document == null ? List.of() : Tables.cells(document, block, columns);
    }

    String text(int start, int end) {
        var document = document();
        return document == null ? "" : document.text().substring(start, end);
    }

    /// What is painted behind the words of a cell; what comes first lies below.
    List<Mark> marks(Tables.Cell cell) {
        var marks = new ArrayList<Mark>();
        for (var each : overlay.highlights()) {
            String kind = "highlight-" + each.colour().name().toLowerCase(Locale.ROOT);
            add(marks, kind, each.place().startOffset(), each.place().endOffset(), cell);
        }
        if (target != null) {
            target.marks().forEach(each -> add(marks, CITED, each.start(), each.end(), cell));
        }
        var found = overlay.found();
        for (int i = Overlay.firstBehind(found, cell.start());
                i < found.size() && found.get(i).start() < cell.end();
                i++) {
            String kind = i == overlay.current() ? "found-now" : "found";
            add(marks, kind, found.get(i).start(), found.get(i).end(), cell);
        }
        var range = selection.rangeProperty().get();
        if (range != null) {
            add(marks, "selected-words", range.start(), range.end(), cell);
        }
        return marks;
    }

    private static void add(List<Mark> marks, String kind, int start, int end, Tables.Cell cell) {
        int from = Math.max(start, cell.start()) - cell.start();
        int to = Math.min(end, cell.end()) - cell.start();
        if (from < to) {
            marks.add(new Mark(kind, from, to));
        }
    }

    static List<Hit.Range> within(List<Hit.Range> marks, int start, int end) {
        return marks.stream()
                .filter(mark -> mark.start() < end && mark.end() > start)
                .map(mark ->
                        new Hit.Range(
                                Math.max(mark.start(), start) - start,
                                Math.min(mark.end(), end) - start))
                .toList();
    }

    boolean cited(Block block) {
        return target != null
                && target.place() != null
                && target.place().startOffset() < target.place().endOffset()
                && target.place().startOffset() < block.end()
                && target.place().endOffset() > block.start();
    }

    /// The page's name where block `index` is the first of a page, else empty.
    String divider(int index) {
        var blocks = list.getItems();
        var page = blocks.get(index).page();
        boolean first = index == 0 || !Objects.equals(blocks.get(index - 1).page(), page);
        return first && opened != null ? places.page(opened.source().kind(), page) : "";
    }

    void pulse(Node marks) {
        pulse.of(marks);
    }
}
