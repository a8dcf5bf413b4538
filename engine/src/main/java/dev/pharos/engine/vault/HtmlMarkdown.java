package dev.pharos.engine.vault;

import com.vladsch.flexmark.html2md.converter.ExtensionConversion;
import com.vladsch.flexmark.html2md.converter.FlexmarkHtmlConverter;
import com.vladsch.flexmark.util.data.MutableDataSet;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes Markdown of the HTML in which other programs keep notes. What HTML has no word for is put
/// in as Markdown by [#raw]. One thread.
final class HtmlMarkdown {
    private static final MutableDataSet OPTIONS =
            new MutableDataSet()
                    .set(FlexmarkHtmlConverter.SETEXT_HEADINGS, false)
                    .set(FlexmarkHtmlConverter.OUTPUT_ATTRIBUTES_ID, false)
                    .set(FlexmarkHtmlConverter.BR_AS_EXTRA_BLANK_LINES, false)
                    .set(FlexmarkHtmlConverter.BR_AS_PARA_BREAKS, false)
                    .set(FlexmarkHtmlConverter.TYPOGRAPHIC_QUOTES, false)
                    .set(FlexmarkHtmlConverter.TYPOGRAPHIC_SMARTS, false)
                    .set(FlexmarkHtmlConverter.UNORDERED_LIST_DELIMITER, '-')
                    .set(FlexmarkHtmlConverter.LISTS_END_ON_DOUBLE_BLANK, false)
                    .set(FlexmarkHtmlConverter.RENDER_COMMENTS, false)
                    .set(FlexmarkHtmlConverter.EXT_INLINE_SUB, ExtensionConversion.HTML)
                    .set(FlexmarkHtmlConverter.EXT_INLINE_SUP, ExtensionConversion.HTML);
    private static final Pattern HIDDEN =
            Pattern.compile("(?i)(^|;)\\s*(display\\s*:\\s*none|visibility\\s*:\\s*hidden)");
    private static final Pattern BOLD =
            Pattern.compile("(?i)(^|;)\\s*font-weight\\s*:\\s*(bold|[6-9]00)");
    private static final Pattern ITALIC = Pattern.compile("(?i)(^|;)\\s*font-style\\s*:\\s*italic");
    private static final Pattern RAW = Pattern.compile("\uE000(\\d+)\uE001");
    private static final Map<String, String> MARKS =
            Map.of(
                    "b", "**", "strong", "**", "i", "*", "em", "*", "mark", "==", "s", "~~",
                    "strike", "~~", "del", "~~");
    private static final String BLOCKS = "div, p, ul, ol, table, pre, blockquote, h1, h2, h3, h4";

    private final List<String> snippets = new ArrayList<>();

    /// A page or a part of one, without anything special in it.
    static String of(String html) {
        return new HtmlMarkdown().markdown(Jsoup.parse(html).body());
    }

    /// Markdown that comes out as it is.
    TextNode raw(String markdown) {
        snippets.add(markdown);
        return new TextNode("\uE000" + (snippets.size() - 1) + "\uE001");
    }

    /// Ready for [#markdown]: a block of code.
    static Element code(String language, String code) {
        var block = new Element("code").text(code);
        block.addClass("language-" + (language.matches("[\\w+#-]+") ? language : "text"));
        return new Element("pre").appendChild(block);
    }

    /// Changes `body` on its way.
    String markdown(Element body) {
        body.select("script, style, title, noscript, template").remove();
        body.select("[style]").forEach(HtmlMarkdown::style);
        body.select("u, ins, h1 b, h2 b, h3 b, h4 b, h5 b, h6 b").unwrap();
        var marked = String.join(", ", MARKS.keySet());
        body.select(marked).forEach(HtmlMarkdown::join);
        body.select(marked)
                .reversed()
                .forEach(each -> around(each, MARKS.getOrDefault(each.normalName(), "")));
        body.select("hr")
                .forEach(line -> line.replaceWith(new Element("p").appendChild(raw("***"))));
        body.select("td, th").forEach(this::flatten);
        body.select("caption").forEach(HtmlMarkdown::beforeTable);
        body.select("table").forEach(HtmlMarkdown::headed);
        body.select("img[src^=data:]").remove();
        body.select("div:not(:has(" + BLOCKS + ", br, img))")
                .forEach(div -> {
                    if (div.text().isBlank()) div.remove();
                });
        var converted = FlexmarkHtmlConverter.builder(OPTIONS).build().convert(body.html(), 1);
        return RAW.matcher(converted)
                .replaceAll(found ->
                        Matcher.quoteReplacement(snippets.get(Integer.parseInt(found.group(1)))))
                .strip();
    }

    private static void style(Element element) {
        var style = element.attr("style");
        if (HIDDEN.matcher(style).find()) {
            element.remove();
        } else if (element.normalName().equals("span")) {
            if (BOLD.matcher(style).find()) {
                element.tagName("b");
            } else if (ITALIC.matcher(style).find()) {
                element.tagName("i");
            }
        }
    }

    /// Two with nothing between them are one.
    private static void join(Element element) {
        while (element.nextSibling() instanceof Element next
                && next.normalName().equals(element.normalName())) {
            element.appendChildren(next.childNodes());
            next.remove();
        }
    }

    /// Puts marks around words, where there are some; blanks and line ends stay outside.
    void around(Element element, String mark) {
        if (!element.text().isBlank()
                && element.closest("pre, code") == null
                && !element.is(":has(" + BLOCKS + ")")) {
            while (isBlank(element.firstChild())) {
                element.before(Objects.requireNonNull(element.firstChild()));
            }
            while (isBlank(element.lastChild())) {
                element.after(Objects.requireNonNull(element.lastChild()));
            }
            if (element.firstChild() instanceof TextNode text && text.text().startsWith(" ")) {
                element.before(new TextNode(" "));
                text.text(text.text().stripLeading());
            }
            if (element.lastChild() instanceof TextNode text && text.text().endsWith(" ")) {
                element.after(new TextNode(" "));
                text.text(text.text().stripTrailing());
            }
            element.prependChild(raw(mark));
            element.appendChild(raw(mark));
        }
        element.unwrap();
    }

    private boolean isBlank(@Nullable Node node) {
        return switch (node) {
            case TextNode text -> text.isBlank() || isLineEnd(text);
            case Element element -> element.normalName().equals("br");
            case null, default -> false;
        };
    }

    private boolean isLineEnd(TextNode text) {
        var raw = RAW.matcher(text.getWholeText());
        return raw.matches() && snippets.get(Integer.parseInt(raw.group(1))).isBlank();
    }

    /// A cell of a Markdown table has one line.
    private void flatten(Element cell) {
        var blocks = cell.select("div, p, li, h1, h2, h3, h4, h5, h6, pre, blockquote");
        for (var block : blocks) {
            if (block.nextSibling() != null || block.parent() != cell) {
                block.after(new Element("br"));
            }
            block.unwrap();
        }
        cell.select("ul, ol").unwrap();
        Node last = cell.lastChild();
        while (last instanceof Element element && element.normalName().equals("br")) {
            last.remove();
            last = cell.lastChild();
        }
        cell.select("br").forEach(line -> line.replaceWith(raw("<br>")));
    }

    /// A Markdown table has a head, if an empty one.
    private static void headed(Element table) {
        table.select("> *:not(thead, tbody, tfoot, tr, colgroup), tr > *:not(td, th)").remove();
        var first = table.selectFirst("tr");
        if (first != null && table.select("th").isEmpty()) {
            var head = new Element("tr");
            int width =
                    table.select("tr").stream().mapToInt(row -> row.childrenSize()).max().orElse(0);
            for (int i = 0; i < width; i++) {
                head.appendChild(new Element("th"));
            }
            table.prependChild(new Element("thead").appendChild(head));
        }
    }

    private static void beforeTable(Element caption) {
        var table = caption.closest("table");
        if (table != null) {
            table.before(caption.tagName("p"));
        }
    }
}
