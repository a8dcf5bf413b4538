package dev.pharos.engine.document;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Web pages: the main text without navigation, advertisement and scripts. Nothing is run or
/// fetched.
final class HtmlReader implements DocumentReader {

    private static final Pattern DECLARED =
            Pattern.compile(
                    "<(?:meta|\\?xml)[^>]{0,300}?(?:charset|encoding)\\s*=\\s*[\"']?([\\w-]+)",
                    Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 4096;

    @Override
    public void read(Path file, Path name, Draft draft) throws IOException {
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(PlainTextReader.MAX_BYTES);
            if (in.read() >= 0) {
                draft.incomplete();
            }
        }
        var page = parse(bytes);
        facts(page, draft);
        MainText.reduce(page);
        body(page, draft, new MarkupBlocks(draft));
    }

    /// Parses with the declared encoding, else the one that its bytes show.
    static org.jsoup.nodes.Document parse(byte[] bytes) throws IOException {
        var head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        var declared = DECLARED.matcher(head);
        var found = declared.find() ? null : TextDecoder.charsetOf(bytes);
        return Jsoup.parse(
                new ByteArrayInputStream(bytes), found == null ? null : found.name(), "");
    }

    static org.jsoup.nodes.Document parse(String html) {
        return Jsoup.parse(html, "", Parser.htmlParser());
    }

    /// Tells `blocks` all that is left in the page's body.
    static void body(Element page, Draft draft, MarkupBlocks blocks) {
        var body = page.selectFirst("body");
        (body == null ? page : body)
                .traverse(
                        new NodeVisitor() {
                            @Override
                            public void head(Node node, int depth) {
                                if (node instanceof TextNode text) {
                                    blocks.text(text.getWholeText());
                                } else if (node instanceof Element element && !draft.full()) {
                                    blocks.open(
                                            element.normalName(),
                                            element.hasAttr("href") ? element.attr("href") : null);
                                }
                            }

                            @Override
                            public void tail(Node node, int depth) {
                                if (node instanceof Element element) {
                                    blocks.close(element.normalName());
                                }
                            }
                        });
        blocks.finish();
    }

    private static void facts(org.jsoup.nodes.Document page, Draft draft) {
        draft.title(meta(page, "og:title"));
        draft.title(page.title());
        draft.author(meta(page, "author"));
        draft.created(Dates.parse(meta(page, "article:published_time")));
        draft.created(Dates.parse(meta(page, "date")));
        draft.modified(Dates.parse(meta(page, "article:modified_time")));
        draft.property("description", meta(page, "description"));
        draft.property("site", meta(page, "og:site_name"));
        for (var word : meta(page, "keywords").split(",")) {
            if (!word.isBlank()) {
                draft.tag(word);
            }
        }
    }

    private static String meta(Element page, String name) {
        var found =
                page.selectFirst(
                        "meta[name=" + quoted(name) + "], meta[property=" + quoted(name) + "]");
        return found == null ? "" : found.attr("content");
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
