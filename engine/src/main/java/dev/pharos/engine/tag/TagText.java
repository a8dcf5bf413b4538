package dev.pharos.engine.tag;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;

import dev.pharos.engine.note.FrontMatter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Writes the tags of a note into its Markdown, and nothing else: every other character stays.
public final class TagText {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private TagText() {}

    /// Gives tags other names, or takes them away.
    ///
    /// @param change the new name of a tag, the same, or nothing to take it away; in words the `#`
    ///   goes then, the word stays
    public static String rewritten(String markdown, Function<String, Optional<String>> change) {
        int body = FrontMatter.of(markdown).body();
        String words = markdown.substring(body);
        var out = new StringBuilder();
        int copied = 0;
        for (var place : places(PARSER.parse(words), words)) {
            String name = words.substring(place.start() + 1, place.end());
            var now = change.apply(name);
            if (now.isEmpty() || !now.get().equals(name)) {
                out.append(words, copied, place.start());
                out.append(now.map(other -> "#" + other).orElse(name));
                copied = place.end();
            }
        }
        out.append(words, copied, words.length());
        return TagProperty.rewritten(markdown.substring(0, body), change) + out;
    }

    /// Adds tags to the front matter, which is made where there is none.
    ///
    /// @param names as [TagName#of] gives them
    public static String with(String markdown, Collection<String> names) {
        return TagProperty.with(markdown, names);
    }

    private record Place(int start, int end) {}

    private static List<Place> places(Node node, String words) {
        var found = new ArrayList<Place>();
        collect(node, words, found);
        return found;
    }

    private static void collect(Node node, String words, List<Place> into) {
        switch (node) {
            case Text text -> tags(text, words, into);
            case LinkRef link when TagName.inWikiLink(link) -> {}
            case LinkRef link when link.getReferenceNode(link.getDocument()) == null ->
                    tags(link, words, into);
            case ImageRef image -> tags(image, words, into);
            case Code _, FencedCodeBlock _, IndentedCodeBlock _ -> {}
            case AutoLink _, MailLink _ -> {}
            default -> node.getChildren().forEach(child -> collect(child, words, into));
        }
    }

    private static void tags(Node node, String words, List<Place> into) {
        int start = node.getStartOffset();
        var tag = TagName.WRITTEN.matcher(words.substring(start, node.getEndOffset()));
        while (tag.find()) {
            into.add(new Place(start + tag.start(), start + tag.end()));
        }
    }
}
