package dev.pharos.engine.document;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Turns the tags and words of XHTML, as they come, into blocks: the one road from HTML, EPUB and
/// office formats to a [Draft].
final class MarkupBlocks {

    private static final Set<String> BREAKS =
            Set.of(
                    "address",
                    "article",
                    "aside",
                    "blockquote",
                    "body",
                    "caption",
                    "center",
                    "dd",
                    "details",
                    "div",
                    "dl",
                    "dt",
                    "fieldset",
                    "figcaption",
                    "figure",
                    "footer",
                    "form",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "header",
                    "hr",
                    "li",
                    "main",
                    "nav",
                    "ol",
                    "p",
                    "pre",
                    "section",
                    "summary",
                    "table",
                    "tbody",
                    "tfoot",
                    "thead",
                    "tr",
                    "ul");
    private static final int MAX_LEVEL = 6;

    private final Draft draft;
    private final StringBuilder words = new StringBuilder();
    private final List<Link> pending = new ArrayList<>();
    private @Nullable Integer page;
    private int heading;
    private int lists;
    private int items;
    private int quotes;
    private int verbatim;
    private int rows;
    private int linkStart;
    private @Nullable String linkTarget;

    MarkupBlocks(Draft draft) {
        this.draft = draft;
    }

    /// Ends the block at hand; what follows stands on `number`.
    void page(@Nullable Integer number) {
        flush();
        page = number;
    }

    void open(String tag, @Nullable String href) {
        if (BREAKS.contains(tag)) {
            separate();
        }
        switch (tag) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading = tag.charAt(1) - '0';
            case "ul", "ol", "dl" -> lists++;
            case "li", "dd" -> items++;
            case "blockquote" -> quotes++;
            case "pre", "textarea" -> verbatim++;
            case "tr" -> rows++;
            case "br" -> words.append(rows > 0 ? ' ' : '\n');
            case "a" -> openLink(href);
            default -> {}
        }
    }

    void close(String tag) {
        if (tag.equals("a")) {
            closeLink();
        } else if (tag.equals("tr")) {
            rows--;
            separate();
        } else if (BREAKS.contains(tag)) {
            separate();
        }
        switch (tag) {
            case "td", "th" -> words.append(rows > 0 ? '\t' : ' ');
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading = 0;
            case "ul", "ol", "dl" -> lists--;
            case "li", "dd" -> items--;
            case "blockquote" -> quotes--;
            case "pre", "textarea" -> verbatim--;
            default -> {}
        }
    }

    void text(String more) {
        if (verbatim > 0) {
            words.append(more);
            return;
        }
        for (int i = 0; i < more.length(); i++) {
            char c = more.charAt(i);
            boolean blank = c <= ' ' || c == '\u00A0';
            if (!blank) {
                words.append(c);
            } else if (!words.isEmpty()
                    && !Character.isWhitespace(words.charAt(words.length() - 1))) {
                words.append(' ');
            }
        }
    }

    /// Ends the last block. Call once, when everything was told.
    void finish() {
        flush();
    }

    /// Inside a table row nothing breaks: its cells are one block.
    private void separate() {
        if (rows == 0) {
            flush();
        } else {
            text(" ");
        }
    }

    private void flush() {
        closeLink();
        if (!words.isEmpty()) {
            var kind = kind();
            var block = kind == Block.Kind.TABLE_ROW ? row() : words.toString();
            int at = draft.add(kind, level(kind), page, block);
            for (var link : at < 0 ? List.<Link>of() : pending) {
                int shift =
                        kind == Block.Kind.TABLE_ROW
                                ? block.indexOf(label(link)) - link.start()
                                : 0;
                draft.link(
                        link.kind(),
                        link.target(),
                        at + shift + link.start(),
                        at + shift + link.end());
            }
        }
        words.setLength(0);
        pending.clear();
    }

    private String label(Link link) {
        return words.substring(link.start(), link.end());
    }

    private String row() {
        return words.toString().replaceAll(" *\t[ \t]*", "\t");
    }

    private Block.Kind kind() {
        if (heading > 0) {
            return Block.Kind.HEADING;
        }
        if (words.indexOf("\t") >= 0 && verbatim == 0) {
            return Block.Kind.TABLE_ROW;
        }
        if (verbatim > 0) {
            return Block.Kind.CODE;
        }
        if (items > 0) {
            return Block.Kind.LIST_ITEM;
        }
        return quotes > 0 ? Block.Kind.QUOTE : Block.Kind.PARAGRAPH;
    }

    private int level(Block.Kind kind) {
        return switch (kind) {
            case HEADING -> heading;
            case LIST_ITEM -> Math.clamp(lists, 1, MAX_LEVEL);
            case PARAGRAPH, TABLE_ROW, QUOTE, CODE -> 0;
        };
    }

    private void openLink(@Nullable String href) {
        closeLink();
        if (href != null && !href.isBlank() && !href.startsWith("#")) {
            linkTarget = href;
            linkStart = words.length();
        }
    }

    private void closeLink() {
        if (linkTarget != null && words.length() > linkStart) {
            pending.add(new Link(kindOf(linkTarget), linkTarget, linkStart, words.length()));
        }
        linkTarget = null;
    }

    /// A target with a scheme leads out, any other one to a file beside the document.
    static Link.Kind kindOf(String target) {
        return target.matches("(?is)[a-z][a-z0-9+.-]+:.*|//.*") ? Link.Kind.WEB : Link.Kind.FILE;
    }
}
