package dev.pharos.engine.vault;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The text of an Evernote note as Markdown: its markup (ENML) is HTML with elements of its own for
/// files, boxes to tick and encrypted words, and with styles that mean code and lists of tasks.
/// Used once.
///
/// @see <a href="https://dev.evernote.com/doc/articles/enml.php">ENML</a>
final class Enml {
    private static final Pattern CODE = Pattern.compile("(?i)-en-codeblock\\s*:\\s*true");
    private static final Pattern LANGUAGE =
            Pattern.compile("(?i)--en-(?:codeblockLanguage|syntaxLanguage)\\s*:\\s*([^;]+)");
    private static final Pattern GROUP =
            Pattern.compile("(?i)--en-task-group\\s*:\\s*true.*?--en-id\\s*:\\s*([\\w-]+)");
    private static final Pattern HIGHLIGHT =
            Pattern.compile(
                    "(?i)-en-?highlight\\s*:\\s*(?!none|transparent)|-evernote-highlight\\s*:\\s*true");
    private static final Pattern CHECKED = Pattern.compile("(?i)--en-checked\\s*:\\s*(true|false)");
    private static final Pattern NOTE =
            Pattern.compile(
                    "(?i)evernote:///view/.*|https://share\\.evernote\\.com/note/.*"
                            + "|https://(?:www|app)\\.evernote\\.com/shard/[^/]+/nl/.*");
    private static final Pattern CLOSED =
            Pattern.compile("<(?!br|hr|img|col\\b|input|wbr)([a-zA-Z][\\w:-]*)((?:\\s[^<>]*)?)/>");
    private static final Pattern PIXELS = Pattern.compile("(\\d+(?:\\.\\d+)?)(?:px)?");
    private static final Pattern FLUID = Pattern.compile("(?i)(^|;)\\s*width\\s*:\\s*(auto|\\d+%)");
    private static final Set<String> NO_LANGUAGE = Set.of("plaintext", "none", "auto");

    private final EvernoteNote note;
    private final Set<String> titles;
    private final HtmlMarkdown html = new HtmlMarkdown();
    private final Set<String> shown = new HashSet<>();
    private boolean encrypted;

    /// @param titles of all notes of the export, as far as they are known
    Enml(EvernoteNote note, Set<String> titles) {
        this.note = note;
        this.titles = titles;
    }

    /// Whether there are words in it that only Evernote can decrypt; known after [#markdown].
    boolean encrypted() {
        return encrypted;
    }

    String markdown() {
        var body = Jsoup.parse(html(note.content())).body();
        body.select("[style]").forEach(this::style);
        body.select("en-todo").forEach(this::box);
        body.select("en-media").forEach(this::media);
        body.select("en-crypt").forEach(this::crypt);
        body.select("a").forEach(this::link);
        body.select("center, font, en-note").unwrap();
        var rest =
                note.files().values().stream()
                        .filter(file -> !shown.contains(file))
                        .map(Names::embed)
                        .collect(Collectors.joining("\n"));
        return html.markdown(body) + (rest.isEmpty() ? "" : "\n\n" + rest);
    }

    /// As HTML would write it: there an element ends where it is closed, and text is no CDATA.
    private static String html(String enml) {
        return CLOSED.matcher(enml.replace("<![CDATA[", "")).replaceAll("<$1$2></$1>");
    }

    private void style(Element element) {
        var style = element.attr("style");
        var group = GROUP.matcher(style);
        if (CODE.matcher(style).find()) {
            var language = LANGUAGE.matcher(style);
            var stated = language.find() ? language.group(1).strip().toLowerCase(Locale.ROOT) : "";
            element.replaceWith(
                    HtmlMarkdown.code(NO_LANGUAGE.contains(stated) ? "" : stated, lines(element)));
        } else if (group.find()) {
            element.replaceWith(tasks(note.tasks(group.group(1))));
        } else if (CHECKED.matcher(style).find() && element.normalName().equals("li")) {
            element.prependChild(html.raw(style.contains("true") ? "[x] " : "[ ] "));
        } else if (HIGHLIGHT.matcher(style).find() && element.normalName().equals("span")) {
            html.around(element, "==");
        }
    }

    /// Each line of code is a block of its own.
    private static String lines(Element code) {
        code.select("br")
                .forEach(line -> {
                    var parent = line.parent();
                    boolean alone = parent != code && parent != null && !parent.hasText();
                    line.replaceWith(new TextNode(alone ? "" : "\n"));
                });
        if (code.children().stream().anyMatch(Element::isBlock)) {
            code.textNodes().stream().filter(TextNode::isBlank).forEach(TextNode::remove);
        }
        for (var block : code.children()) {
            if (block.isBlock()) {
                if (block.previousSibling() instanceof TextNode text
                        && !text.getWholeText().endsWith("\n")) {
                    block.before(new TextNode("\n"));
                }
                block.after(new TextNode("\n"));
            }
        }
        return code.wholeText().replace('\u00A0', ' ').stripTrailing();
    }

    private Element tasks(List<EvernoteNote.Task> tasks) {
        var list = new Element("ul");
        for (var task : tasks) {
            list.appendChild(
                    new Element("li")
                            .appendChild(html.raw(task.done() ? "[x] " : "[ ] "))
                            .appendText(task.title()));
        }
        return list;
    }

    private void box(Element box) {
        boolean done = box.attr("checked").equals("true");
        boolean listed = box.closest("li") != null;
        box.replaceWith(html.raw((listed ? "" : "- ") + (done ? "[x] " : "[ ] ")));
    }

    private void media(Element media) {
        var file = note.files().get(media.attr("hash").toLowerCase(Locale.ROOT));
        if (file == null) {
            media.remove();
        } else {
            shown.add(file);
            var embed = html.raw(Names.embed(file + size(media)));
            boolean beside =
                    media.siblingElements().stream().anyMatch(Element::isBlock)
                            || media.parent() == null;
            media.replaceWith(beside ? new Element("div").appendChild(embed) : embed);
        }
    }

    /// As Obsidian writes the size of a picture: `|300` or `|300x60`.
    private static String size(Element media) {
        var width = pixels(media.attr("width"));
        var height = pixels(media.attr("height"));
        if (width.isEmpty() || FLUID.matcher(media.attr("style")).find()) {
            return "";
        }
        return "|" + width + (height.isEmpty() ? "" : "x" + height);
    }

    private static String pixels(String size) {
        var pixels = PIXELS.matcher(size.strip());
        return pixels.matches()
                ? Long.toString(Math.round(Double.parseDouble(pixels.group(1))))
                : "";
    }

    /// Only Evernote can decrypt it: a lock in its place, with the hint.
    private void crypt(Element crypt) {
        encrypted = true;
        var hint = crypt.attr("hint").strip();
        crypt.text(hint.isEmpty() ? "🔒" : "🔒 (" + hint + ")");
        crypt.unwrap();
    }

    /// An export does not tell the ids of its notes: a link leads to the note whose title it shows.
    private void link(Element link) {
        var target = link.attr("href");
        if (!NOTE.matcher(target).matches()) {
            return;
        }
        var label = link.text().strip();
        if (label.isEmpty() || label.contains("://")) {
            link.replaceWith(html.raw("<" + target.replaceAll("[<>\\s]", "") + ">"));
        } else if (target.startsWith("evernote:") || titles.contains(label)) {
            link.replaceWith(html.raw(Names.wiki(label)));
        }
    }
}
