package dev.pharos.engine.vault;

import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Notion's export, as Markdown & CSV or as HTML, packed or unpacked: each page a file with an id
/// behind its title, what lies below it in a folder of its name. Large ones are archives in an
/// archive (`…-Part-1.zip`). Ids leave the names and links follow.
final class NotionExport implements VaultFormat {
    private static final Pattern PAGE =
            Pattern.compile("(?:.*/)?[^/]* [0-9a-f]{32}(?:_all)?\\.(?:md|html|csv)");
    private static final Pattern TEXT = Pattern.compile("(?i).*\\.(?:md|html|csv|txt|docx?|pdf)");
    private static final Pattern INNER =
            Pattern.compile("(?i)(?:.*/)?(?:Export|ExportBlock)-[^/]*\\.zip");

    /// A page alone makes no export of a folder that holds other things.
    @Override
    public boolean recognises(Parts parts) {
        if (parts instanceof ZipParts
                && parts.names().stream().anyMatch(name -> INNER.matcher(name).matches())) {
            return true;
        }
        long pages = parts.names().stream().filter(name -> PAGE.matcher(name).matches()).count();
        long texts = parts.names().stream().filter(name -> TEXT.matcher(name).matches()).count();
        return pages > 0 && 2 * pages >= texts;
    }

    @Override
    public void unpack(Parts parts, Staging staging) throws IOException, ProblemException {
        var all = new ArrayList<Parts>(List.of(parts));
        try {
            for (var name : parts.names()) {
                if (INNER.matcher(name).matches()) {
                    try (var in = parts.open(name)) {
                        all.add(new ZipParts(staging.spool(in), parts.vault()));
                    }
                }
            }
            new Export(staging).unpack(all);
        } finally {
            for (var inner : all.subList(1, all.size())) {
                inner.close();
            }
        }
    }

    /// The pages of all archives of one export.
    private static final class Export {
        private final Staging staging;
        private final Map<String, Parts> parts = new LinkedHashMap<>();
        private final NotionNames names;
        private final Map<String, NoteTable.Table> tables = new HashMap<>();

        private Export(Staging staging) {
            this.staging = staging;
            names = new NotionNames(staging);
        }

        private void unpack(List<Parts> all) throws IOException, ProblemException {
            for (var each : all) {
                for (var name : each.names()) {
                    if (!INNER.matcher(name).matches() && !isSiteMap(name)) {
                        parts.putIfAbsent(name, each);
                    }
                }
            }
            parts.keySet().removeIf(name -> parts.containsKey(allRows(name)));
            names.add(parts);
            for (var name : parts.keySet()) {
                readTable(name);
            }
            for (var name : parts.keySet()) {
                stage(name);
            }
        }

        private static boolean isSiteMap(String name) {
            return Names.last(name).equals("index.html");
        }

        /// Of a database there is one table as it is shown and one of all rows.
        private static String allRows(String name) {
            return name.endsWith(".csv") ? name.replaceFirst("\\.csv$", "_all.csv") : "";
        }

        private Parts of(String name) {
            var found = parts.get(name);
            if (found == null) {
                throw new IllegalArgumentException(name);
            }
            return found;
        }

        private void readTable(String name) throws ProblemException {
            if (name.endsWith(".csv") && NotionNames.id(name) != null) {
                staging.attempt(
                        names.of(name),
                        () ->
                                tables.put(
                                        NotionNames.folder(name),
                                        NoteTable.read(of(name).text(name))));
            }
        }

        private void stage(String name) throws IOException, ProblemException {
            var to = names.of(name);
            if (NotionNames.id(name) == null) {
                staging.part(to, of(name), name);
            } else {
                staging.attempt(to, () -> stage(name, to));
            }
        }

        private void stage(String name, String to) throws IOException, ProblemException {
            switch (Names.ending(name)) {
                case ".md" -> page(name, to, NotionPage.markdown(of(name).text(name)));
                case ".html" -> page(name, to, NotionPage.html(of(name).text(name), name, names));
                default -> table(name, to);
            }
        }

        private void page(String name, String to, NotionPage page)
                throws IOException, ProblemException {
            var origin = "notion:" + NotionNames.id(name);
            var columns = columns(name);
            var linked = names.linked(page.withFacts(columns).body(), name);
            var facts = page.withFacts(columns).facts().put(Unpacked.ORIGIN, origin);
            staging.note(to, facts.before(linked), origin, null);
        }

        /// Of the database that a page is a row of, or null.
        private @Nullable List<String> columns(String page) {
            var table = tables.get(Names.parent(page));
            return table == null ? null : table.columns();
        }

        private void table(String name, String to) throws IOException, ProblemException {
            var table = tables.get(NotionNames.folder(name));
            if (table != null) {
                var title = NotionNames.title(name);
                var origin = "notion:" + NotionNames.id(name);
                var facts = new FrontMatter().put("title", title).put(Unpacked.ORIGIN, origin);
                var text = table.markdown(row -> names.row(name, row));
                staging.note(to, facts.before("# " + title + "\n\n" + text), origin, null);
            }
        }
    }
}
