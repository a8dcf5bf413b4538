package dev.pharos.engine.document;

import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

import java.util.regex.Pattern;

/// Reduces a web page to its main text, after the rules of thumb of Mozilla's Readability: what is
/// marked as navigation goes, a marked main part that holds most paragraphs stays, blocks that are
/// mostly links go.
final class MainText {

    private static final String NEVER =
            "script, style, noscript, template, svg, iframe, object, embed, canvas, button, select,"
                    + " input, textarea, dialog, [hidden], [aria-hidden=true], [style~=display:\\s*none]";
    private static final String AROUND =
            "nav, aside, footer, menu, [role=navigation], [role=banner], [role=contentinfo],"
                    + " [role=complementary], [role=search], [role=menu], [role=dialog]";
    private static final String MAIN =
            "main, [role=main], article, #content, #mw-content-text, #main, .article-body,"
                    + " .post-content, .entry-content, [itemprop=articleBody]";
    private static final String PROSE = "p, li, pre, blockquote, td, dd, h1, h2, h3, h4, h5, h6";
    private static final Pattern UNLIKELY =
            Pattern.compile(
                    "(^|[-_ ])(ad|ads|advert\\w*|banner|breadcrumbs?|combx|comments?|community|cookie\\w*"
                            + "|disqus|footer|gdpr|masthead|menu|metadata|mw-editsection|nav|navbar|navbox|navigation"
                            + "|newsletter|noprint|pager|pagination|popup|print|promo|related|remark|rss|share|sharing"
                            + "|shoutbox|sidebar|skip|skyscraper|social|sponsor\\w*|subscribe|toc|toolbar|tools|widget)([-_ ]|$)",
                    Pattern.CASE_INSENSITIVE);
    private static final double MOST = 0.6;
    private static final int FEW_WORDS = 400;

    private MainText() {}

    static void reduce(org.jsoup.nodes.Document page) {
        page.select(NEVER).remove();
        long all = prose(page);
        removeUnlessMost(page.select(AROUND), all);
        removeUnlessMost(unlikely(page), all);
        var body = page.body();
        var main = main(page);
        if (main != null && main != body) {
            body.empty();
            body.appendChild(main);
        }
        removeLinkLists(body);
        unfoldLayoutTables(body);
    }

    private static void removeUnlessMost(Elements elements, long all) {
        for (var element : elements) {
            if (element.parent() != null && prose(element) < all * MOST) {
                element.remove();
            }
        }
    }

    private static Elements unlikely(Element page) {
        var found = new Elements();
        for (var element : page.select("[class], [id], [role]")) {
            boolean structure = element.tagName().matches("html|body|main|article");
            if (!structure
                    && UNLIKELY.matcher(element.className() + " " + element.id()).find()
                    && element.closest("pre, code") == null) {
                found.add(element);
            }
        }
        return found;
    }

    /// The smallest marked main part that holds most of the page's prose, else the whole page.
    private static Element main(org.jsoup.nodes.Document page) {
        long all = prose(page.body());
        Element best = page.body();
        for (var candidate : page.select(MAIN)) {
            if (prose(candidate) >= all * MOST && prose(candidate) <= prose(best)) {
                best = candidate;
            }
        }
        return best;
    }

    /// Letters in paragraphs and the like, links left out.
    private static long prose(Element element) {
        long sum = 0;
        for (var part : element.select("p, pre, blockquote")) {
            sum += part.text().length();
        }
        for (var link : element.select("p a, pre a, blockquote a")) {
            sum -= link.text().length() / 2;
        }
        return sum;
    }

    private static void removeLinkLists(Element body) {
        for (var list : body.select("ul, ol, div, section, table, form")) {
            if (list.parent() == null) {
                continue;
            }
            int length = list.text().length();
            int linked = list.select("a").stream().mapToInt(a -> a.text().length()).sum();
            boolean prose =
                    list.select("p").stream().anyMatch(p -> p.text().length() > FEW_WORDS / 5);
            if (length > 0
                    && length < FEW_WORDS * 5
                    && !prose
                    && linked > length * MOST
                    && list.select("a").size() > 2) {
                list.remove();
            }
        }
    }

    /// A table whose cells hold tables, headings or long prose only arranges the page.
    private static void unfoldLayoutTables(Element body) {
        for (var table : body.select("table")) {
            boolean layout =
                    !table.select("table table, h1, h2, h3, h4, h5, h6, ul ul, pre").isEmpty()
                            || table.select("td").stream()
                                    .anyMatch(cell ->
                                            cell.select("p").size() > 2
                                                    && cell.text().length() > FEW_WORDS);
            if (layout) {
                unfold(table);
            }
        }
    }

    private static void unfold(Element table) {
        for (var part : table.select("table, thead, tbody, tfoot, tr, td, th")) {
            if (part == table || part.closest("table") == table || part.closest("table") == null) {
                part.tagName("div");
            }
        }
    }
}
