package dev.pharos.engine.document;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;

/// E-books: the chapters of the spine in reading order (EPUB 2 and 3). A chapter's place in the
/// spine is its page number.
final class EpubReader implements DocumentReader {

    @Override
    public void read(Path file, Path name, Draft draft) throws IOException, ProblemException {
        try (var parts = new ZipParts(file, name)) {
            parts.refuseBombs();
            var container = xml(parts, "META-INF/container.xml");
            var rootfile =
                    container == null ? null : container.selectFirst("*|rootfile[full-path]");
            if (rootfile == null) {
                throw new IOException("no package document");
            }
            var path = rootfile.attr("full-path");
            var book = xml(parts, path);
            if (book == null) {
                throw new IOException("no package document at " + path);
            }
            refuseLocked(parts, book, path, name);
            facts(book, draft);
            chapters(parts, book, path, draft);
        }
    }

    private static void chapters(ZipParts parts, Element book, String path, Draft draft)
            throws IOException, ProblemException {
        var files = new HashMap<String, String>();
        for (var item : book.select("*|manifest > *|item")) {
            files.put(item.attr("id"), resolved(path, item.attr("href")));
        }
        var blocks = new MarkupBlocks(draft);
        int number = 0;
        for (var reference : book.select("*|spine > *|itemref")) {
            number++;
            var part = files.get(reference.attr("idref"));
            var chapter = part == null ? null : parts.read(part);
            if (chapter == null) {
                draft.incomplete();
                continue;
            }
            var page = HtmlReader.parse(chapter);
            page.select("script, style, template, svg, head").remove();
            blocks.page(number);
            HtmlReader.body(page, draft, blocks);
        }
        draft.property("chapters", String.valueOf(number));
    }

    private static void facts(Element book, Draft draft) {
        var facts = book.selectFirst("*|metadata");
        if (facts == null) {
            return;
        }
        facts.select("*|title").forEach(title -> draft.title(title.text()));
        facts.select("*|creator").forEach(creator -> draft.author(creator.text()));
        facts.select("*|date").forEach(date -> draft.created(Dates.parse(date.text())));
        facts.select("*|meta[property=dcterms:modified]")
                .forEach(date -> draft.modified(Dates.parse(date.text())));
        facts.select("*|subject").forEach(subject -> draft.tag(subject.text()));
        for (var fact : new String[] {"publisher", "identifier", "description"}) {
            var element = facts.selectFirst("*|" + fact);
            draft.property(fact, element == null ? null : element.text());
        }
    }

    /// Fonts are often scrambled; a book is locked only where its chapters are.
    private static void refuseLocked(ZipParts parts, Element book, String path, Path name)
            throws IOException, ProblemException {
        var encryption = xml(parts, "META-INF/encryption.xml");
        if (encryption == null) {
            return;
        }
        for (var item : book.select("*|manifest > *|item[media-type=application/xhtml+xml]")) {
            var chapter = resolved(path, item.attr("href"));
            for (var locked : encryption.select("*|CipherReference[URI]")) {
                if (chapter.equals(decoded(locked.attr("URI")))) {
                    throw new ProblemException(new Problem.PasswordProtected(name));
                }
            }
        }
    }

    private static @Nullable Element xml(ZipParts parts, String part)
            throws IOException, ProblemException {
        var bytes = parts.read(part);
        return bytes == null
                ? null
                : Jsoup.parse(new ByteArrayInputStream(bytes), null, "", Parser.xmlParser());
    }

    private static String resolved(String base, String href) {
        try {
            return decoded(
                    URI.create(base.replace(" ", "%20"))
                            .resolve(href.replace(" ", "%20"))
                            .getPath());
        } catch (IllegalArgumentException _) {
            return href;
        }
    }

    private static String decoded(String path) {
        return path.indexOf('%') < 0
                ? path
                : URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
