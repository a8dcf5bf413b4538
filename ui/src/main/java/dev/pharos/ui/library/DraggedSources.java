package dev.pharos.ui.library;

import dev.pharos.engine.library.SourceId;

import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;

/// What is dragged from a list to somewhere else in the window: sources, or a collection.
final class DraggedSources {
    private static final DataFormat SOURCES = new DataFormat("application/x-pharos-sources");
    private static final DataFormat SHELF = new DataFormat("application/x-pharos-collection");

    private DraggedSources() {}

    static ClipboardContent of(List<SourceId> sources) {
        var content = new ClipboardContent();
        content.put(
                SOURCES, sources.stream().map(SourceId::toString).collect(Collectors.joining(" ")));
        return content;
    }

    static ClipboardContent of(Shelf.Collected shelf) {
        var content = new ClipboardContent();
        content.put(SHELF, shelf.key());
        return content;
    }

    /// Empty where something else is dragged.
    static List<SourceId> in(Dragboard dragged) {
        return dragged.getContent(SOURCES) instanceof String ids && !ids.isEmpty()
                ? List.of(ids.split(" ")).stream().map(SourceId::of).toList()
                : List.of();
    }

    /// The key of the collection, or null where something else is dragged.
    static @Nullable String shelf(Dragboard dragged) {
        return dragged.getContent(SHELF) instanceof String key ? key : null;
    }
}
