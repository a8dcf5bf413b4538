package dev.pharos.engine.document;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// Reads the bookmarks of a PDF. No entry counts twice, so that a tree that bites its own tail
/// ends. One thread.
final class PdfOutline {

    /// Beyond these an outline leads nobody.
    static final int MAX_ENTRIES = 10_000;

    static final int MAX_LEVEL = 16;

    private static final int MAX_TITLE = 300;

    private final PdfPlaces places;
    private final List<OutlineEntry> entries = new ArrayList<>();
    private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private PdfOutline(PDDocument pdf) {
        places = new PdfPlaces(pdf);
    }

    /// In the order in which they are shown, each before those below it.
    static List<OutlineEntry> of(PDDocument pdf) {
        var outline = new PdfOutline(pdf);
        var root = pdf.getDocumentCatalog().getDocumentOutline();
        if (root != null) {
            outline.add(root, 1);
        }
        return outline.entries;
    }

    private void add(PDOutlineNode parent, int level) {
        var item = level > MAX_LEVEL ? null : parent.getFirstChild();
        while (item != null && entries.size() < MAX_ENTRIES && seen.add(item.getCOSObject())) {
            var title = title(item);
            if (!title.isEmpty()) {
                entries.add(entry(item, title, level));
            }
            add(item, level + 1);
            item = item.getNextSibling();
        }
    }

    private static String title(PDOutlineItem item) {
        var title = item.getTitle() == null ? "" : item.getTitle();
        var start = title.substring(0, Math.min(2 * MAX_TITLE, title.length()));
        var line = Draft.clean(start).replaceAll("\\s+", " ").strip();
        return line.length() <= MAX_TITLE ? line : line.substring(0, MAX_TITLE).strip() + "…";
    }

    private OutlineEntry entry(PDOutlineItem item, String title, int level) {
        try {
            var to = places.of(item.getDestination(), item.getAction());
            if (to != null) {
                return new OutlineEntry(level, title, to.page(), to.y());
            }
        } catch (IOException | RuntimeException _) {
            // a destination that cannot be read leads nowhere; the title still tells what is there
        }
        return new OutlineEntry(level, title, 0, 0);
    }
}
