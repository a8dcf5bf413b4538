package dev.pharos.engine.vault;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// One page of a Notion export: its title, the properties that it has as a row of a database, and
/// its text with the title as heading.
record NotionPage(String title, Map<String, String> properties, String body) {
    private static final Pattern PROPERTY = Pattern.compile("([^:\\n]{1,80}): ?(.*)");
    private static final DateTimeFormatter DATE =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("MMMM d, uuuu[ h:mm a]")
                    .parseDefaulting(ChronoField.CLOCK_HOUR_OF_AMPM, 12)
                    .parseDefaulting(ChronoField.AMPM_OF_DAY, 0)
                    .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
                    .toFormatter(Locale.ENGLISH);

    /// A page in Markdown; its properties are still part of the text, as only the database tells
    /// them from any other lines.
    static NotionPage markdown(String text) {
        var heading = text.lines().findFirst().orElse("");
        var title = heading.startsWith("# ") ? heading.substring(2).strip() : "";
        return new NotionPage(title, Map.of(), text);
    }

    /// The lines below the title are properties where all of them name columns of its database.
    ///
    /// @param columns null for a page that is no row
    NotionPage withFacts(@Nullable List<String> columns) {
        var blocks = body.split("\n\n", 3);
        if (columns == null || blocks.length < 2 || !blocks[0].startsWith("# ")) {
            return this;
        }
        var found = new LinkedHashMap<>(properties);
        for (var line : blocks[1].split("\n")) {
            var property = PROPERTY.matcher(line);
            if (!property.matches() || !columns.contains(property.group(1))) {
                return this;
            }
            found.put(property.group(1), property.group(2));
        }
        return new NotionPage(
                title, found, blocks[0] + "\n\n" + (blocks.length > 2 ? blocks[2] : ""));
    }

    FrontMatter facts() {
        var facts = new FrontMatter().put("title", title);
        properties.forEach((name, value) -> {
            switch (name.toLowerCase(Locale.ROOT)) {
                case "created", "created time" -> facts.put("created", date(value));
                case "last edited time", "last edited", "updated" ->
                        facts.put("modified", date(value));
                case "tags" -> facts.put("tags", List.of(value.split("\\s*,\\s*")));
                case "title" -> facts.put("title", value);
                default -> facts.put(name, value);
            }
        });
        return facts;
    }

    /// In ISO 8601 where it is a date as Notion writes it.
    private static String date(String value) {
        try {
            return DATE.parseBest(value.strip(), LocalDateTime::from, LocalDate::from)
                            instanceof LocalDateTime time
                    ? time.toInstant(ZoneOffset.UTC).toString()
                    : value;
        } catch (DateTimeException _) {
            return value;
        }
    }

    /// A page in HTML.
    ///
    /// @param name of the page's part
    static NotionPage html(String text, String name, NotionNames names) {
        var page = Jsoup.parse(text);
        var title = page.select("h1.page-title").text();
        var properties = new LinkedHashMap<String, String>();
        for (var row : page.select("table.properties tr")) {
            properties.put(
                    row.select("th").text(),
                    row.select("time, .selected-value").isEmpty()
                            ? row.select("td").text()
                            : String.join(
                                            ", ",
                                            row.select("td time, td .selected-value").eachText())
                                    .replace("@", ""));
        }
        var body = page.selectFirst(".page-body");
        var markdown = body == null ? "" : body(body);
        return new NotionPage(
                title.isEmpty() ? NotionNames.title(name) : title,
                properties,
                "# " + title + "\n\n" + markdown);
    }

    private static String body(Element body) {
        var html = new HtmlMarkdown();
        for (var box : body.select(".checkbox")) {
            var mark = box.hasClass("checkbox-on") ? "[x] " : "[ ] ";
            if (box.nextSibling() instanceof TextNode text) {
                text.text(text.getWholeText().stripLeading());
            }
            box.replaceWith(html.raw(mark));
        }
        for (var formula : body.select("figure.equation, .notion-text-equation-token")) {
            var tex = formula.select("annotation").text();
            boolean block = formula.normalName().equals("figure");
            formula.replaceWith(html.raw(block ? "$$" + tex + "$$" : "$" + tex + "$"));
        }
        for (var code : body.select("pre.code")) {
            var language = code.select("code").attr("class").replaceFirst(".*language-", "");
            code.replaceWith(
                    HtmlMarkdown.code(language.toLowerCase(Locale.ROOT), code.wholeText()));
        }
        body.select("figure.callout").tagName("blockquote");
        body.select("summary").tagName("p");
        body.select("details, figure, .icon").unwrap();
        body.select("ul.to-do-list, ul.bulleted-list").tagName("ul");
        return html.markdown(body);
    }
}
