package dev.pharos.engine.note;

import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.InlineLinkNode;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.ext.wikilink.WikiImage;
import com.vladsch.flexmark.ext.wikilink.WikiLink;
import com.vladsch.flexmark.ext.wikilink.WikiLinkExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.sequence.BasedSequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Finds and rewrites the links in a note's Markdown, character for character: nothing but the
/// targets of links is ever touched. Links in code and in `%%comments%%` are words, not links.
public final class WrittenLinks {
    private static final Parser PARSER =
            Parser.builder(
                            new MutableDataSet()
                                    .set(Parser.SPACE_IN_LINK_URLS, true)
                                    .set(WikiLinkExtension.IMAGE_LINKS, true)
                                    .set(WikiLinkExtension.LINK_FIRST_SYNTAX, true)
                                    .set(WikiLinkExtension.ALLOW_ANCHORS, true)
                                    .set(WikiLinkExtension.ALLOW_PIPE_ESCAPE, true))
                    .extensions(
                            List.of(
                                    TablesExtension.create(),
                                    WikiLinkExtension.create(),
                                    FootnoteExtension.create()))
                    .build();
    private static final Pattern COMMENT = Pattern.compile("(?s)%%.*?%%");

    /// Before the label; escaped where it stands in a table.
    private static final Pattern BAR = Pattern.compile("\\\\?\\|");

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*|//.*|");

    private WrittenLinks() {}

    /// In the order in which they stand.
    public static List<WrittenLink> in(String markdown) {
        var found = new ArrayList<WrittenLink>();
        walk(PARSER.parse(withoutComments(markdown)), found);
        found.sort(Comparator.comparingInt(WrittenLink::start));
        return List.copyOf(found);
    }

    /// Writes other targets in the place of those that are there.
    ///
    /// @param target the new target of a link, in the spelling of its kind, or the same
    public static String rewritten(String markdown, Function<WrittenLink, String> target) {
        var out = new StringBuilder();
        int copied = 0;
        for (var link : in(markdown)) {
            out.append(markdown, copied, link.start()).append(target.apply(link));
            copied = link.end();
        }
        return out.append(markdown, copied, markdown.length()).toString();
    }

    /// Blanked out, so that all offsets stay.
    private static String withoutComments(String markdown) {
        return COMMENT.matcher(markdown)
                .replaceAll(comment -> comment.group().replaceAll("[^\\n]", " "));
    }

    private static void walk(Node node, List<WrittenLink> into) {
        switch (node) {
            case WikiLink link -> wiki(WrittenLink.Kind.WIKI, link, link.getLink(), into);
            case WikiImage image -> wiki(WrittenLink.Kind.EMBED, image, image.getLink(), into);
            case Link link -> path(WrittenLink.Kind.PATH, link, into);
            case Image image -> path(WrittenLink.Kind.IMAGE, image, into);
            case Reference reference ->
                    path(WrittenLink.Kind.PATH, reference, reference.getUrl(), into);
            default -> {}
        }
        for (Node child : node.getChildren()) {
            walk(child, into);
        }
    }

    private static void wiki(
            WrittenLink.Kind kind, Node node, BasedSequence link, List<WrittenLink> into) {
        add(kind, node, link, into);
    }

    private static void path(WrittenLink.Kind kind, InlineLinkNode node, List<WrittenLink> into) {
        path(kind, node, node.getUrl(), into);
    }

    private static void path(
            WrittenLink.Kind kind, Node node, BasedSequence url, List<WrittenLink> into) {
        if (!ADDRESS.matcher(url).matches()) {
            add(kind, node, url, into);
        }
    }

    private static void add(
            WrittenLink.Kind kind, Node node, BasedSequence written, List<WrittenLink> into) {
        String whole = BAR.splitAsStream(written).findFirst().orElse("");
        int hash = whole.indexOf('#');
        String named = hash < 0 ? whole : whole.substring(0, hash);
        String target = named.strip();
        int start = written.getStartOffset() + named.indexOf(target);
        into.add(
                new WrittenLink(
                        kind,
                        target,
                        hash < 0 ? "" : whole.substring(hash),
                        start,
                        start + target.length(),
                        node.getStartOffset(),
                        node.getEndOffset()));
    }
}
