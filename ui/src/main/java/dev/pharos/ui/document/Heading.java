package dev.pharos.ui.document;

import dev.pharos.engine.document.Block;
import dev.pharos.engine.document.Document;

import java.util.List;

/// A heading of a source.
///
/// @param level 1 to 6
/// @param offset where it leads to, in UTF-16 units of the source's text
public record Heading(String title, int level, int offset) {

    /// In the order of the text.
    static List<Heading> of(Document document) {
        return document.blocks().stream()
                .filter(block -> block.kind() == Block.Kind.HEADING)
                .map(block ->
                        new Heading(
                                document.text()
                                        .substring(block.start(), block.end())
                                        .strip()
                                        .replaceAll("\\s+", " "),
                                block.level(),
                                block.start()))
                .filter(heading -> !heading.title().isEmpty())
                .toList();
    }
}
