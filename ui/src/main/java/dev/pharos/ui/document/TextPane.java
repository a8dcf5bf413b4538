package dev.pharos.ui.document;

import dev.pharos.engine.document.Block;
import dev.pharos.engine.search.Hit;
import dev.pharos.ui.control.Pulse;
import dev.pharos.ui.control.Scrolling;
import dev.pharos.ui.document.ReaderViewModel.Opened;

import javafx.scene.Node;
import javafx.scene.control.ListView;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/// A source as flowing text, block by block. For the JavaFX thread.
final class TextPane {
    private final PlaceText places;
    private final ListView<Block> list;
    private final Pulse pulse = new Pulse();
    private @Nullable Opened opened;
    private @Nullable Target target;

    TextPane(ListView<Block> list, PlaceText places) {
        this.list = list;
        this.places = places;
        list.setCellFactory(_ -> new BlockCell(this));
    }

    void show(Opened nowOpened, Target nowTarget) {
        boolean other = opened == null || opened.document() != nowOpened.document();
        opened = nowOpened;
        target = nowTarget;
        if (nowTarget.left() == null) {
            pulse.arm();
        }
        if (other) {
            list.getItems().setAll(nowOpened.document().blocks());
        } else {
            list.refresh();
        }
        if (nowTarget.left() != null) {
            Scrolling.to(list, nowTarget.left());
            return;
        }
        if (nowTarget.place() == null) {
            Scrolling.to(list, 0);
            return;
        }
        int index = firstShown(nowTarget);
        list.getSelectionModel().clearSelection();
        Scrolling.to(list, index, BlockCell.class, BlockCell::firstMarkY);
    }

    /// The block of the first mark, else the one where the place begins.
    private int firstShown(Target at) {
        int offset =
                at.marks().isEmpty()
                        ? Objects.requireNonNull(at.place()).startOffset()
                        : at.marks().getFirst().start();
        var blocks = list.getItems();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).end() > offset) {
                return i;
            }
        }
        return Math.max(0, blocks.size() - 1);
    }

    String text(Block block) {
        return opened == null ? "" : opened.document().text().substring(block.start(), block.end());
    }

    /// Offsets into the block's text.
    List<Hit.Range> marks(Block block) {
        return target == null ? List.of() : within(target.marks(), block.start(), block.end());
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
