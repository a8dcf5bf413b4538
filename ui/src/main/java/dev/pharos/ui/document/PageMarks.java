package dev.pharos.ui.document;

import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.PageBox;
import dev.pharos.engine.document.PageGeometry;
import dev.pharos.engine.search.Hit;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// What is marked on the pages of a source: highlights, what one was led to, what was found, what
/// is selected. Knows no node. For the JavaFX thread.
final class PageMarks {
    /// Kind of what one was led to.
    static final String TARGET = "page-mark";

    private final TextSelection selection;
    private PageTexts texts = new PageTexts(List.of());
    private Overlay overlay = Overlay.NONE;
    private List<Hit.Range> target = List.of();

    PageMarks(TextSelection selection) {
        this.selection = selection;
    }

    /// Begins anew with another source.
    void in(Document document) {
        texts = new PageTexts(document.blocks());
        overlay = Overlay.NONE;
        target = List.of();
    }

    void overlay(Overlay now) {
        overlay = now;
    }

    void target(List<Hit.Range> now) {
        target = now;
    }

    PageTexts texts() {
        return texts;
    }

    /// What is painted on a page; what comes first lies below.
    ///
    /// @param page 1-based
    List<PageView.Mark> of(int page, PageGeometry geometry) {
        if (!texts.has(page)) {
            return List.of();
        }
        int start = texts.start(page);
        int end = texts.end(page);
        var kinds = new LinkedHashMap<String, List<PageBox>>();
        for (var each : overlay.highlights()) {
            String kind = "highlight-" + each.colour().name().toLowerCase(Locale.ROOT);
            var at = new Hit.Range(each.place().startOffset(), each.place().endOffset());
            add(kinds, kind, at, start, geometry);
        }
        target.forEach(at -> add(kinds, TARGET, at, start, geometry));
        var found = overlay.found();
        for (int i = Overlay.firstBehind(found, start);
                i < found.size() && found.get(i).start() < end;
                i++) {
            add(
                    kinds,
                    i == overlay.current() ? "found-now" : "found",
                    found.get(i),
                    start,
                    geometry);
        }
        var selected = selection.rangeProperty().get();
        if (selected != null) {
            add(kinds, "selected-words", selected, start, geometry);
        }
        return kinds.entrySet().stream()
                .map(each -> new PageView.Mark(each.getKey(), List.copyOf(each.getValue())))
                .toList();
    }

    private static void add(
            Map<String, List<PageBox>> kinds,
            String kind,
            Hit.Range at,
            int start,
            PageGeometry geometry) {
        var boxes = geometry.boxes(at.start() - start, at.end() - start);
        if (!boxes.isEmpty()) {
            kinds.computeIfAbsent(kind, _ -> new ArrayList<>()).addAll(boxes);
        }
    }

    /// The topmost highlight at an offset, or null.
    @Nullable UUID highlight(int offset) {
        UUID at = null;
        for (var each : overlay.highlights()) {
            if (each.place().startOffset() <= offset && offset < each.place().endOffset()) {
                at = each.id();
            }
        }
        return at;
    }
}
