package dev.pharos.ui.note;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.ext.wikilink.WikiImage;
import com.vladsch.flexmark.ext.wikilink.WikiLink;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.Escaping;

import dev.pharos.ui.note.Run.Lead;
import dev.pharos.ui.note.Run.Look;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The words of one block, as runs that look alike. Those of a long block come in parts that are
/// laid out one by one, each of whole lines where it can be.
final class Inlines {
    private static final int MANY = 80;
    private static final Pattern WEB = Pattern.compile("(?i)(https?|mailto):.*");

    /// What the notes of well-known programs have beyond CommonMark: tags, marked words, web
    /// addresses without brackets.
    private static final Pattern MORE =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}/&#_-])(?<tag>#[\\p{L}\\p{N}_/-]*\\p{L}[\\p{L}\\p{N}_/-]*)"
                            + "|==(?=\\S)(?<marked>[^=]+?)(?<=\\S)=="
                            + "|(?<web>https?://[^\\s<>)\\]]+)");

    private final int offset;
    private final List<Part> parts = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private int letters;
    private int start;
    private int at;

    /// @param start UTF-16 offset into the Markdown
    /// @param end exclusive
    record Part(int start, int end, List<Run> runs) {
        Part {
            runs = List.copyOf(runs);
        }
    }

    /// @param offset of the parsed text in the note
    private Inlines(int offset) {
        this.offset = offset;
    }

    /// At least one part, which is empty where there are no words.
    static List<Part> of(Node block, int offset) {
        return of(block.getChildren(), block.getStartOffset(), block.getEndOffset(), offset);
    }

    /// @param start of the words in the parsed text
    /// @param end exclusive
    static List<Part> of(Iterable<Node> nodes, int start, int end, int offset) {
        var inlines = new Inlines(offset);
        inlines.start = start;
        nodes.forEach(node -> inlines.node(node, Set.of(), null));
        if (inlines.parts.isEmpty() || !inlines.runs.isEmpty()) {
            inlines.end(end);
        }
        return inlines.parts;
    }

    private void end(int before) {
        int end = Math.max(start, before);
        parts.add(new Part(offset + start, offset + end, runs));
        runs.clear();
        letters = 0;
        start = end;
    }

    private boolean full(int times) {
        return letters > times * Pieces.LONGEST || runs.size() > times * MANY;
    }

    private void children(Node parent, Set<Look> looks, @Nullable Lead leads) {
        for (var node : parent.getChildren()) {
            node(node, looks, leads);
        }
    }

    private void node(Node node, Set<Look> looks, @Nullable Lead leads) {
        at = node.getStartOffset();
        switch (node) {
            case StrongEmphasis strong -> children(strong, with(looks, Look.BOLD), leads);
            case Emphasis emphasis -> children(emphasis, with(looks, Look.ITALIC), leads);
            case Strikethrough struck -> children(struck, with(looks, Look.STRUCK), leads);
            case Code code -> add(code.getText().toString(), with(looks, Look.CODE), leads);
            case SoftLineBreak _ -> line(node, " ", looks, leads);
            case HardLineBreak _ -> line(node, "\n", looks, leads);
            case WikiLink link -> add(words(link), looks, wiki(link.getLink().toString(), link));
            case WikiImage image ->
                    add(
                            image.getLink().toString(),
                            with(looks, Look.PICTURE),
                            wiki(image.getLink().toString(), image));
            case Link link -> children(link, looks, lead(link.getUrl().toString(), link));
            case Image image ->
                    add(
                            words(image),
                            with(looks, Look.PICTURE),
                            lead(image.getUrl().toString(), image));
            case Footnote note -> footnote(note, looks);
            case AutoLink link -> {
                String address = link.getText().toString();
                add(address, looks, new Lead.Web(address));
            }
            case LinkRef reference -> reference(reference, looks, leads);
            case ImageRef reference -> add(reference.getText().toString(), looks, leads);
            case HtmlInline html -> html(html.getChars().toString(), looks, leads);
            case com.vladsch.flexmark.ast.Text text ->
                    text(Escaping.unescapeString(text.getChars().toString()), looks, leads);
            default -> {
                if (node.hasChildren()) {
                    children(node, looks, leads);
                } else {
                    text(Escaping.unescapeString(node.getChars().toString()), looks, leads);
                }
            }
        }
    }

    private void html(String tag, Set<Look> looks, @Nullable Lead leads) {
        if (tag.startsWith("<br")) {
            add("\n", looks, leads);
        }
    }

    private void footnote(Footnote note, Set<Look> looks) {
        String label = note.getText().toString();
        add(label, with(looks, Look.RAISED), new Lead.Footnote(label));
    }

    private static String words(WikiLink link) {
        return link.getText().isBlank() ? link.getLink().toString() : link.getText().toString();
    }

    /// A picture without words goes by the name of its file.
    private static String words(Image image) {
        String url = image.getUrl().toString();
        return image.getText().isBlank()
                ? decoded(url.substring(url.lastIndexOf('/') + 1))
                : image.getText().toString();
    }

    private Lead wiki(String link, Node node) {
        return inside(link, node, true);
    }

    private Lead inside(String link, Node node, boolean wiki) {
        int hash = link.indexOf('#');
        return new Lead.Inside(
                (hash < 0 ? link : link.substring(0, hash)).strip(),
                hash < 0 ? "" : link.substring(hash),
                offset + node.getStartOffset(),
                wiki);
    }

    private Lead lead(String address, Node node) {
        return WEB.matcher(address).matches()
                ? new Lead.Web(address)
                : inside(decoded(address), node, false);
    }

    /// What is defined nowhere is no link, but words in brackets.
    private void reference(LinkRef reference, Set<Look> looks, @Nullable Lead leads) {
        var named = reference.getReferenceNode(reference.getDocument());
        if (named == null) {
            text(Escaping.unescapeString(reference.getChars().toString()), looks, leads);
        } else {
            children(reference, looks, lead(named.getUrl().toString(), reference));
        }
    }

    private static String decoded(String address) {
        try {
            return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return address;
        }
    }

    private void text(String text, Set<Look> looks, @Nullable Lead leads) {
        var more = MORE.matcher(text);
        int at = 0;
        while (leads == null && more.find()) {
            add(text.substring(at, more.start()), looks, null);
            if (more.group("tag") != null) {
                add(more.group(), with(looks, Look.TAG), null);
            } else if (more.group("marked") != null) {
                add(more.group("marked"), with(looks, Look.MARKED), null);
            } else {
                add(more.group(), looks, new Lead.Web(more.group()));
            }
            at = more.end();
        }
        add(text.substring(at), looks, leads);
    }

    private void line(Node node, String sign, Set<Look> looks, @Nullable Lead leads) {
        if (full(1)) {
            end(node.getEndOffset());
        } else {
            add(sign, looks, leads);
        }
    }

    private void add(String text, Set<Look> looks, @Nullable Lead leads) {
        for (String piece : Pieces.of(text)) {
            if (full(2)) {
                end(at);
            }
            put(piece, looks, leads);
            letters += piece.length();
            at += piece.length();
        }
    }

    private void put(String text, Set<Look> looks, @Nullable Lead leads) {
        var last = runs.isEmpty() ? null : runs.getLast();
        if (last != null && leads == null && last.leads() == null && last.looks().equals(looks)) {
            runs.set(runs.size() - 1, new Run(last.text() + text, looks, null));
        } else {
            runs.add(new Run(text, looks, leads));
        }
    }

    private static Set<Look> with(Set<Look> looks, Look look) {
        var all = EnumSet.of(look);
        all.addAll(looks);
        return all;
    }
}
