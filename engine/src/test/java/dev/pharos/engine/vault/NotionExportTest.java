package dev.pharos.engine.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class NotionExportTest {
    private static final String HOME = "Home " + "a1".repeat(16);
    private static final String TASKS = "Tasks " + "b2".repeat(16);
    private static final String BUY = "Buy oil, now " + "c3".repeat(16);

    @TempDir Path temp;

    private Path packed(Map<String, byte[]> pages) throws IOException {
        return Exports.zip(
                temp.resolve("notion.zip"), Map.of("Export-1234-Part-1.zip", Exports.zip(pages)));
    }

    @Test
    void idsLeaveTheNamesAndLinksFollow() throws IOException {
        var pages = new TreeMap<String, byte[]>();
        pages.put(
                HOME + ".md",
                Exports.bytes(
                        "# Home\n\n[Tasks](Home/%s.csv) [Buy](%s) ![Tower](Home/to%%20wer.png) [web](https://pharos.org/a)\n"
                                .formatted(
                                        TASKS.replace(" ", "%20"),
                                        "https://www.notion.so/me/Buy-" + "c3".repeat(16))));
        pages.put("Home/to wer.png", Exports.bytes("pixels"));
        pages.put("Home/" + TASKS + ".csv", Exports.bytes("Name,Done\n"));
        pages.put(
                "Home/" + TASKS + "_all.csv",
                Exports.bytes("\uFEFFName,Done,Tags,Created\n\"Buy oil, now\",No,\"a, b\",x\n"));
        pages.put(
                "Home/" + TASKS + "/" + BUY + ".md",
                Exports.bytes(
                        "# Buy oil, now\n\nDone: No\nTags: lamp, big deal\nCreated: January 5, 2024 3:04 PM\n\nTwo jars. [Home](../../%s.md)\n"
                                .formatted(HOME.replace(" ", "%20"))));
        var notes = UnpackedNotes.of(packed(pages), temp);
        assertEquals(
                List.of(
                        "Home.md",
                        "Home/Tasks.md",
                        "Home/Tasks/Buy oil, now.md",
                        "Home/to wer.png"),
                List.copyOf(notes.files.keySet()));
        assertEquals(
                """
                ---
                title: Home
                imported-from: notion:%s
                ---

                # Home

                [Tasks](Home/Tasks.md) [Buy](Home/Tasks/Buy%%20oil,%%20now.md) ![Tower](Home/to%%20wer.png) [web](https://pharos.org/a)
                """
                        .formatted("a1".repeat(16)),
                notes.text("Home.md"));
        assertEquals(
                """
                ---
                title: Buy oil, now
                Done: No
                tags:
                - lamp
                - big deal
                created: 2024-01-05T15:04:00Z
                imported-from: notion:%s
                ---

                # Buy oil, now

                Two jars. [Home](../../Home.md)
                """
                        .formatted("c3".repeat(16)),
                notes.text("Home/Tasks/Buy oil, now.md"));
        assertEquals(
                """
                ---
                title: Tasks
                imported-from: notion:%s
                ---

                # Tasks

                | Name | Done | Tags | Created |
                | --- | --- | --- | --- |
                | [Buy oil, now](Tasks/Buy%%20oil,%%20now.md) | No | a, b | x |
                """
                        .formatted("b2".repeat(16)),
                notes.text("Home/Tasks.md"));
    }

    @Test
    void pagesInHtmlBecomeMarkdown() throws IOException {
        var page =
                """
                <html><body><article class="page sans"><header><h1 class="page-title">Home</h1>
                <table class="properties"><tbody>
                <tr class="property-row"><th>Status</th><td><span class="selected-value">Done</span></td></tr>
                </tbody></table></header><div class="page-body">
                <p class="">A <strong>bold </strong>word and <a href="Home/%s.html">a page</a>.</p>
                <ul class="to-do-list"><li><div class="checkbox checkbox-on"></div> <span>lit</span></li></ul>
                <pre class="code"><code class="language-Java">int a = 1;
                int b;</code></pre>
                <figure class="image"><a href="Home/t.png"><img src="Home/t.png"/></a></figure>
                </div></article></body></html>
                """
                        .formatted(BUY.replace(" ", "%20"));
        var pages =
                Map.of(
                        HOME + ".html",
                        Exports.bytes(page),
                        "Home/" + BUY + ".html",
                        Exports.bytes("<h1 class='page-title'>Buy</h1>"),
                        "Home/t.png",
                        Exports.bytes("pixels"),
                        "index.html",
                        Exports.bytes("<p>map</p>"));
        var notes = UnpackedNotes.of(packed(pages), temp);
        assertEquals(
                """
                ---
                title: Home
                Status: Done
                imported-from: notion:%s
                ---

                # Home

                A **bold** word and [a page](Home/Buy%%20oil,%%20now.md).

                - [x] lit

                ```java
                int a = 1;
                int b;
                ```

                [![](Home/t.png)](Home/t.png)
                """
                        .formatted("a1".repeat(16)),
                notes.text("Home.md"));
    }
}
