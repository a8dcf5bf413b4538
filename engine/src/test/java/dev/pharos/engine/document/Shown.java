package dev.pharos.engine.document;

import java.util.List;

/// A document's blocks in a form that a test can state as a whole: `HEADING1 p2 Words`.
final class Shown {

    private Shown() {}

    static List<String> blocks(Document document) {
        return document.blocks().stream()
                .map(block ->
                        block.kind()
                                + (block.level() == 0 ? "" : "" + block.level())
                                + (block.page() == null ? "" : " p" + block.page())
                                + " "
                                + document.text().substring(block.start(), block.end()))
                .toList();
    }

    static List<String> links(Document document) {
        return document.links().stream()
                .map(link ->
                        link.kind()
                                + " "
                                + link.target()
                                + " ← "
                                + document.text().substring(link.start(), link.end()))
                .toList();
    }
}
