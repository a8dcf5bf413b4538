package dev.pharos.ui.document;

import dev.pharos.engine.document.Block;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.OutlineEntry;

import java.util.List;
import java.util.stream.Collectors;

/// A heading of a source.
///
/// @param level 1 for the outermost
/// @param offset where it leads to, in UTF-16 units of the source's text
public record Heading(String title, int level, int offset) {

    /// In the order of the text.
    static List<Heading> of(Document document) {
        return document.blocks().stream()
                .filter(block -> block.kind() == Block.Kind.HEADING)
                .map(block ->
                        new Heading(
                                text(document, block),
                                block.level(),
                                block.start()))
                .filter(heading -> !heading.title().isEmpty())
                .toList();
    }

    /// The bookmarks of a PDF: each leads to its words on its page, else to the beginning of that.
    static List<Heading> of(Document document, List<OutlineEntry> bookmarks) {
        var byPage =
                document.blocks().stream()
                        .filter(block -> block.page() != null)
                        .collect(Collectors.groupingBy(block -> (int) block.page()));
        return bookmarks.stream()
                .filter(each -> byPage.containsKey(each.page()))
                .map(each -> {
                    var blocks = byPage.getOrDefault(each.page(), List.of());
                    int offset =
                            blocks.stream()
                                    .filter(block -> text(document, block).startsWith(each.title()))
                                    .findFirst()
                                    .orElse(blocks.getFirst())
                                    .start();
                    return new Heading(each.title(), each.level(), offset);
                })
                .toList();
    }

    private static String text(Document document, Block block) {
        return document.text().substring(block.start(), block.end()).strip().replaceAll("\\s+", " ");
    }
}
