package dev.pharos.engine.document;

import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/// Hears the XHTML of Tika's office parsers and tells it to [MarkupBlocks], with a new page for
/// each slide and sheet. Ends the parsing where a document has no end. One thread.
final class OfficeHandler extends DefaultHandler {

    private static final Set<String> PAGES = Set.of("slide-content", "slide", "sheet", "page");
    private static final Set<String> SKIPPED =
            Set.of("outside", "embedded", "slide-master-content");
    private static final long MAX_EVENTS = 50_000_000;
    private static final long MAX_CHARACTERS = 10L * Draft.MAX_LENGTH;

    private final Draft draft;
    private final MarkupBlocks blocks;
    private final Deque<String> open = new ArrayDeque<>();
    private int pages;
    private int skippedAt = -1;
    private int pageAt = -1;
    private long events;
    private long characters;
    private boolean stopped;
    private boolean slideTitle;

    OfficeHandler(Draft draft) {
        this.draft = draft;
        blocks = new MarkupBlocks(draft);
    }

    /// Whether the document was cut off because it went too far.
    boolean stopped() {
        return stopped;
    }

    void finish() {
        blocks.finish();
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes)
            throws SAXException {
        stopIf(++events > MAX_EVENTS);
        var style = String.valueOf(attributes.getValue("class"));
        var tag = tag(local, style);
        open.push(tag);
        if (skippedAt < 0 && SKIPPED.contains(style)) {
            skippedAt = open.size();
        }
        if (skippedAt >= 0 || local.equals("title")) {
            return;
        }
        if (local.equals("div") && PAGES.contains(style) && pageAt < 0) {
            pageAt = open.size();
            blocks.page(++pages);
            slideTitle = style.startsWith("slide");
        }
        blocks.open(tag, attributes.getValue("href"));
    }

    @Override
    public void endElement(String uri, String local, String qualified) {
        var tag = open.pop();
        if (skippedAt < 0 && !local.equals("title")) {
            blocks.close(tag);
        }
        skippedAt = open.size() < skippedAt ? -1 : skippedAt;
        pageAt = open.size() < pageAt ? -1 : pageAt;
    }

    @Override
    public void characters(char[] chars, int start, int length) throws SAXException {
        characters += length;
        stopIf(characters > MAX_CHARACTERS);
        if (draft.full()) {
            throw new SAXException("enough text");
        }
        if (skippedAt < 0 && !"title".equals(open.peek())) {
            blocks.text(new String(chars, start, length));
        }
    }

    @Override
    public void ignorableWhitespace(char[] chars, int start, int length) {
        if (skippedAt < 0) {
            blocks.text(" ");
        }
    }

    /// The first paragraph of a slide is its title; a list paragraph is a list item.
    private String tag(String local, String style) {
        var lower = local.toLowerCase(Locale.ROOT);
        if (lower.equals("p") && slideTitle) {
            slideTitle = false;
            return "h2";
        }
        return lower.equals("p") && style.toLowerCase(Locale.ROOT).contains("list") ? "li" : lower;
    }

    private void stopIf(boolean tooFar) throws SAXException {
        if (tooFar) {
            stopped = true;
            throw new SAXException("no honest document is so long");
        }
    }
}
