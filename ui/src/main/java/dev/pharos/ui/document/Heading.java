package dev.pharos.ui.document;

import dev.pharos.engine.document.Block;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.OutlineEntry;

import java.util.List;

/// A heading of a source.
///
/// @param level 1 to 6
/// @param offset where it leads to, in UTF-16 units of the source's text
public record Heading(String title, int level, int offset) {

    /// The bookmarks of a source that has such, else the headings of its text.
    static List<Heading> of(ReaderViewModel.Opened opened) {
        var paper = opened.paper();
        return paper == null || paper.outline().isEmpty()
                ? of(opened.document())
                : of(opened.document(), paper.outline());
    }

    /// A bookmark leads to the words that it repeats, where they stand on its page, else to the
    /// beginning of the page.
    static List<Heading> of(Document document, List<OutlineEntry> outline) {
        var texts = new PageTexts(document.blocks());
        return outline.stream()
                .filter(entry -> entry.page() > 0)
                .map(entry -> {
                    int start = texts.start(entry.page());
                    String page = document.text().substring(start, texts.end(entry.page()));
                    int at = page.indexOf(entry.title());
                    return new Heading(entry.title(), entry.level(), start + Math.max(0, at));
                })
                .toList();
    }

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
