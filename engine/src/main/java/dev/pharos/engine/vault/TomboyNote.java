package dev.pharos.engine.vault;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/// A note of Tomboy or Gnote: an XML file of its own.
///
/// @see <a href="https://wiki.gnome.org/Apps/Tomboy/NoteXmlFormat">Its format</a>
final class TomboyNote implements VaultFormat {
    private static final String NOTEBOOK = "system:notebook:";
    private static final Map<String, String> TAGS =
            Map.of(
                    "bold", "b",
                    "italic", "i",
                    "strikethrough", "del",
                    "highlight", "mark",
                    "monospace", "code",
                    "list", "ul",
                    "list-item", "li",
                    "size|huge", "h2",
                    "size|large", "h3");

    @Override
    public boolean recognises(Parts parts) throws IOException, ProblemException {
        return Names.ending(parts.vault().toString()).equals(".note")
                && parts.text(parts.names().getFirst()).contains("beatniksoftware.com/tomboy");
    }

    @Override
    public void unpack(Parts parts, Staging staging) throws IOException, ProblemException {
        var part = parts.names().getFirst();
        var note = Jsoup.parse(parts.text(part), "", Parser.xmlParser());
        var content = note.selectFirst("note-content");
        if (content == null) {
            throw new ProblemException(new Problem.DamagedFile(parts.vault()));
        }
        var title = note.select("note > title").text();
        var tags = note.select("tags > tag").eachText();
        var origin = "tomboy:" + Names.split(part)[0];
        var facts =
                new FrontMatter()
                        .put("title", title)
                        .put("created", time(note.select("create-date").text()))
                        .put("modified", time(note.select("last-change-date").text()))
                        .put(
                                "tags",
                                tags.stream().filter(tag -> !tag.startsWith("system:")).toList())
                        .put(Unpacked.ORIGIN, origin);
        var name = staging.name(notebook(tags), title, ".md");
        staging.note(name, facts.before(markdown(content, title)), origin, null);
    }

    private static String notebook(List<String> tags) {
        return tags.stream()
                .filter(tag -> tag.startsWith(NOTEBOOK))
                .map(tag -> Names.fileName(tag.substring(NOTEBOOK.length())) + "/")
                .findFirst()
                .orElse("");
    }

    private static @Nullable Instant time(String written) {
        try {
            return OffsetDateTime.parse(written.replaceFirst("[.,]\\d+", "")).toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }

    /// Lines count in it, but for those between the items of lists.
    private static String markdown(Element content, String title) {
        var html = new HtmlMarkdown();
        for (var link : content.select("link|internal")) {
            link.replaceWith(html.raw(Names.wiki(link.text())));
        }
        content.select("link|url, link|broken, size|small").unwrap();
        content.select("bold:has(size|huge), bold:has(size|large)").unwrap();
        for (var large : content.select("size|huge, size|large")) {
            if (large.text().isBlank()) {
                large.unwrap();
            } else {
                large.select("bold").unwrap();
            }
        }
        TAGS.forEach((from, to) -> content.select(from).tagName(to));
        for (var element : content.getAllElements()) {
            for (var text : element.textNodes()) {
                lines(text, html);
            }
        }
        var body = new Element("body").html(content.html());
        var markdown =
                html.markdown(body).replaceAll("(?m)[ \t]+$", "").replaceAll("\n{3,}", "\n\n");
        return markdown.startsWith(title) ? markdown.substring(title.length()) : markdown;
    }

    private static void lines(TextNode text, HtmlMarkdown html) {
        var parent = text.parent();
        boolean listed = parent instanceof Element element && element.is("li, ul, h2, h3");
        var lines = text.getWholeText().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                text.before(listed ? new TextNode(" ") : html.raw("\n"));
            }
            if (!lines[i].isEmpty()) {
                text.before(new TextNode(lines[i]));
            }
        }
        text.remove();
    }
}
