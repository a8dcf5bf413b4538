package dev.pharos.ui.graph;

import dev.pharos.engine.graph.Graph;
import dev.pharos.engine.library.SourceKind;

/// What a node looks like: kinds that are read alike look alike.
public enum Family {
    NOTE,
    RECORDING,
    DOCUMENT,
    WEB,
    TAG;

    static Family of(Graph.Node node) {
        return switch (node) {
            case Graph.Topic _ -> TAG;
            case Graph.Item item -> of(item.kind());
        };
    }

    private static Family of(SourceKind kind) {
        return switch (kind) {
            case NOTE -> NOTE;
            case RECORDING -> RECORDING;
            case WEBPAGE, MAIL -> WEB;
            case PDF, DOCUMENT, PRESENTATION, SPREADSHEET, BOOK, TEXT -> DOCUMENT;
        };
    }
}
