package dev.pharos.engine.document;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;

import dev.pharos.engine.tag.TagName;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The visible words of one Markdown block, with the links and tags in it. Offsets count from the
/// start of [#text].
final class InlineText {

    private static final Pattern WIKI =
            Pattern.compile("(!?)\\[\\[([^\\[\\]|\\n]{1,500})(?:\\|([^\\[\\]\\n]{0,500}))?]]");

    private final StringBuilder words = new StringBuilder();
    private final List<Link> links = new ArrayList<>();
    private final Set<String> tags = new LinkedHashSet<>();

    /// Where code, and an escaped bracket, begins and ends, in turn.
    private final List<Integer> codes = new ArrayList<>();

    InlineText(Node block) {
        children(block);
        wikiLinks();
        if (block instanceof Paragraph) {
            boolean first = block.getParent() instanceof BlockQuote && block.getPrevious() == null;
            withoutSigns(first);
        }
    }

    /// @param first in a quotation, which may be a callout
    private void withoutSigns(boolean first) {
        var name = BlockSigns.NAME.matcher(words);
        if (name.find() && (codes.isEmpty() || codes.getLast() < words.length())) {
            words.setLength(words.substring(0, name.start()).stripTrailing().length());
        }
        var callout = BlockSigns.CALLOUT.matcher(words);
        int sign = first && callout.lookingAt() ? callout.end() : 0;
        words.delete(0, sign);
        links.replaceAll(link ->
                new Link(
                        link.kind(),
                        link.target(),
                        Math.clamp(link.start() - sign, 0, words.length()),
                        Math.clamp(link.end() - sign, 0, words.length())));
    }

    String text() {
        return words.toString();
    }

    List<Link> links() {
        return links;
    }

    /// Without `#`.
    Set<String> tags() {
        return tags;
    }

    private void children(Node parent) {
        for (var node : parent.getChildren()) {
            inline(node);
        }
    }

    private void inline(Node node) {
        switch (node) {
            case Text text -> text(text.getChars());
            case Code code -> {
                codes.add(words.length());
                words.append(code.getText());
                codes.add(words.length());
            }
            case HtmlEntity entity -> words.append(Escaping.unescapeHtml(entity.getChars()));
            case SoftLineBreak _ -> words.append(' ');
            case HardLineBreak _ -> words.append('\n');
            case HtmlInlineBase html -> {
                if (html.getChars().toString().toLowerCase(Locale.ROOT).startsWith("<br")) {
                    words.append('\n');
                }
            }
            case com.vladsch.flexmark.ast.Link link -> linked(link, link.getUrl().unescape());
            case Image image -> {
                int start = words.length();
                children(image);
                links.add(attachmentOrWeb(image.getUrl().unescape(), start));
            }
            case AutoLink link -> plain(link.getText().toString(), link.getText().toString());
            case MailLink link -> plain(link.getText().toString(), "mailto:" + link.getText());
            case LinkRef link when TagName.inWikiLink(link) -> words.append(link.getChars());
            case LinkRef link when link.getReferenceNode(link.getDocument()) == null ->
                    text(link.getChars().toString());
            case LinkRef link ->
                    linked(link, link.getReferenceNode(link.getDocument()).getUrl().unescape());
            case ImageRef image -> text(image.getChars().toString());
            case TableCell cell -> {
                if (!words.isEmpty()) {
                    words.append('\t');
                }
                children(cell);
            }
            default -> children(node);
        }
    }

    /// An escaped bracket begins no link.
    private void text(BasedSequence raw) {
        int copied = 0;
        for (int at = raw.indexOf("\\["); at >= 0; at = raw.indexOf("\\[", copied)) {
            words.append(raw.subSequence(copied, at).unescape()).append('[');
            codes.add(words.length() - 1);
            codes.add(words.length());
            copied = at + 2;
        }
        words.append(raw.subSequence(copied).unescape());
        tags(raw.toString());
    }

    private void text(String more) {
        words.append(more);
        tags(more);
    }

    private void tags(String more) {
        var tag = TagName.WRITTEN.matcher(more);
        while (tag.find()) {
            tags.add(tag.group(1));
        }
    }

    private void linked(Node link, String target) {
        int start = words.length();
        children(link);
        links.add(new Link(MarkupBlocks.kindOf(target), target, start, words.length()));
    }

    private void plain(String label, String target) {
        words.append(label);
        links.add(new Link(Link.Kind.WEB, target, words.length() - label.length(), words.length()));
    }

    private Link attachmentOrWeb(String target, int start) {
        boolean web = MarkupBlocks.kindOf(target) == Link.Kind.WEB;
        return new Link(web ? Link.Kind.WEB : Link.Kind.ATTACHMENT, target, start, words.length());
    }

    /// Replaces `[[target|label]]` by its label and moves the links behind it.
    private void wikiLinks() {
        var found = WIKI.matcher(words.toString());
        if (!found.find()) {
            return;
        }
        var whole = words.toString();
        var out = new StringBuilder();
        var wiki = new ArrayList<Link>();
        var shifts = new int[whole.length() + 1];
        int copied = 0;
        do {
            if (inCode(found.start(2) - 1)) {
                continue;
            }
            copy(whole, copied, found.start(), out, shifts);
            var target = found.group(2).strip();
            var label =
                    found.group(3) == null || found.group(3).isBlank()
                            ? target
                            : found.group(3).strip();
            boolean file =
                    !found.group(1).isEmpty() && target.matches(".*\\.(?!md$)\\w{1,5}(#.*)?");
            wiki.add(
                    new Link(
                            file ? Link.Kind.ATTACHMENT : Link.Kind.WIKI,
                            target,
                            out.length(),
                            out.length() + label.length()));
            Arrays.fill(shifts, found.start(), found.end(), out.length());
            out.append(label);
            copied = found.end();
        } while (found.find());
        copy(whole, copied, whole.length() + 1, out, shifts);
        links.replaceAll(l -> new Link(l.kind(), l.target(), shifts[l.start()], shifts[l.end()]));
        links.addAll(wiki);
        words.setLength(0);
        words.append(out);
    }

    private boolean inCode(int at) {
        for (int i = 0; i < codes.size(); i += 2) {
            if (codes.get(i) <= at && at < codes.get(i + 1)) {
                return true;
            }
        }
        return false;
    }

    private static void copy(String whole, int from, int to, StringBuilder out, int[] shifts) {
        for (int i = from; i < to; i++) {
            shifts[i] = out.length();
            if (i < whole.length()) {
                out.append(whole.charAt(i));
            }
        }
    }
}
