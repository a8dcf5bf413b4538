package dev.pharos.ui.document;

import dev.pharos.engine.document.PageBox;
import dev.pharos.engine.document.PageGeometry;

import org.jspecify.annotations.Nullable;

import java.util.function.IntFunction;

/// Which words of a source are in view on its pages. As long as it is not known where those of a
/// page stand, the page counts as a whole. For the JavaFX thread.
final class PagesInView {
    private final PageFlow flow;
    private final PageMarks marks;
    private final IntFunction<@Nullable PageGeometry> words;

    /// @param words where those of a page (1-based) stand, or null
    PagesInView(PageFlow flow, PageMarks marks, IntFunction<@Nullable PageGeometry> words) {
        this.flow = flow;
        this.marks = marks;
        this.words = words;
    }

    /// Whether a box of a page can be seen whole.
    boolean has(int page, PageBox box) {
        var view = flow.view(page);
        if (view == null) {
            return false;
        }
        var at = view.bounds(box);
        double top = view.getLayoutY() + at.getMinY();
        double bottom = view.getLayoutY() + at.getMaxY();
        return top >= 0 && bottom <= flow.viewHeight() - PageColumn.GAP;
    }

    /// Of the first line of which the top is in view.
    int firstOffset() {
        if (flow.count() == 0) {
            return 0;
        }
        int page = flow.first();
        double top = flow.above() / flow.size(page).height();
        var geometry = words.apply(page);
        int start = marks.texts().start(page);
        if (geometry == null) {
            return top > 0.5 ? marks.texts().start(page + 1) : start;
        }
        return geometry.lines().stream()
                .filter(line -> line.box().y() >= top)
                .mapToInt(line -> start + line.start())
                .findFirst()
                .orElse(marks.texts().start(page + 1));
    }

    /// Behind the last line of which the bottom is in view.
    int lastOffset() {
        if (flow.count() == 0) {
            return 0;
        }
        int page = flow.last();
        double bottom = flow.below() / flow.size(page).height();
        var geometry = words.apply(page);
        int start = marks.texts().start(page);
        if (geometry == null) {
            return bottom > 0.5 ? marks.texts().end(page) : start;
        }
        return geometry.lines().stream()
                .filter(line -> line.box().y() + line.box().height() <= bottom)
                .mapToInt(line -> start + line.end())
                .max()
                .orElse(start);
    }
}
