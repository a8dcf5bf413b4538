package dev.pharos.ui.library;

import dev.pharos.engine.library.SourceId;

import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;

import java.util.List;
import java.util.stream.Collectors;

/// Sources that are dragged from a list to somewhere else in the window.
final class DraggedSources {
    private static final DataFormat FORMAT = new DataFormat("application/x-pharos-sources");

    private DraggedSources() {}

    static ClipboardContent of(List<SourceId> sources) {
        var content = new ClipboardContent();
        content.put(
                FORMAT, sources.stream().map(SourceId::toString).collect(Collectors.joining(" ")));
        return content;
    }

    /// Empty where something else is dragged.
    static List<SourceId> in(Dragboard dragged) {
        return dragged.getContent(FORMAT) instanceof String ids && !ids.isEmpty()
                ? List.of(ids.split(" ")).stream().map(SourceId::of).toList()
                : List.of();
    }
}
