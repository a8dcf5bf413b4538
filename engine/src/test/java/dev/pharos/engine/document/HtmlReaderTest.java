package dev.pharos.engine.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.problem.ProblemException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

class HtmlReaderTest {

    private static final String PROSE =
            "The lamp was lit at dusk and burned until the ships had all come home. "
                    .repeat(4)
                    .strip();

    @TempDir Path folder;

    @Test
    void onlyTheMainTextOfAPageIsKept() throws IOException, ProblemException {
        var page =
                read(
                        """
                        <!doctype html><html><head><title>Lamps - Example</title><style>p{}</style>
                        <meta name="author" content="Ada North"><meta property="article:published_time" content="2020-02-03T04:05:06Z">
                        </head><body><header><nav><a href="/">Home</a> <a href="/b">Blog</a></nav></header>
                        <script>alert(1)</script><div class="sidebar"><p>Subscribe now!</p></div>
                        <article><h1>Lamps</h1><p>%s</p><ul><li>oil<ul><li>whale</li></ul></li></ul>
                        <blockquote><p>Keep it lit.</p></blockquote>
                        <table><tr><th>lamp</th><th>oil</th></tr><tr><td>A</td><td>3 l</td></tr></table>
                        <pre>a
                          b</pre><p>See <a href="https://example.org/x">here</a>.</p></article>
                        <footer>© 2020</footer></body></html>\
                        """
                                .formatted(PROSE));
        assertEquals(
                List.of(
                        "HEADING1 Lamps",
                        "PARAGRAPH " + PROSE,
                        "LIST_ITEM1 oil",
                        "LIST_ITEM2 whale",
                        "QUOTE Keep it lit.",
                        "TABLE_ROW lamp\toil",
                        "TABLE_ROW A\t3 l",
                        "CODE a\n  b",
                        "PARAGRAPH See here."),
                Shown.blocks(page));
        assertEquals(List.of("WEB https://example.org/x ← here"), Shown.links(page));
        assertEquals("Lamps - Example", page.title());
        assertEquals(List.of("Ada North"), page.authors());
        assertEquals(Instant.parse("2020-02-03T04:05:06Z"), page.created());
    }

    @Test
    void aPageWithoutMarkedPartsKeepsAllItsText() throws IOException, ProblemException {
        var page = read("<html><body><p>One.</p><div>Two<br>three</div></body></html>");
        assertEquals(List.of("PARAGRAPH One.", "PARAGRAPH Two\nthree"), Shown.blocks(page));
    }

    @Test
    void theDeclaredEncodingIsBelieved() throws IOException, ProblemException {
        assertEquals(
                "Маяк",
                read("<html><meta charset=windows-1251><p>Маяк", Charset.forName("windows-1251"))
                        .text());
    }

    @Test
    void anUndeclaredEncodingIsFoundByTheLetters() throws IOException, ProblemException {
        var words = "Комитет снова соберётся во вторник, чтобы обсудить бюджет города.";
        assertEquals(
                words, read("<html><body><p>" + words, Charset.forName("windows-1251")).text());
    }

    @Test
    void entitiesThatMultiplyStayAsTheyAre() throws IOException, ProblemException {
        var page =
                read(
                        """
                        <!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
                        <html><body><p>&b;</p></body></html>\
                        """);
        assertEquals(true, page.text().length() < 100);
    }

    private Document read(String html) throws IOException, ProblemException {
        return read(html, StandardCharsets.UTF_8);
    }

    private Document read(String html, Charset charset) throws IOException, ProblemException {
        var file = Files.write(folder.resolve("page.html"), html.getBytes(charset));
        return new DirectExtractor().extract(file, file);
    }
}
