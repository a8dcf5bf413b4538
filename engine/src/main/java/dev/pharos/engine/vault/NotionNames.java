package dev.pharos.engine.vault;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the pages and files of a Notion export are called here, without the ids that Notion puts
/// behind their titles, and the links between them. One thread.
final class NotionNames {
    private static final Pattern ID = Pattern.compile("^(.*?) ?([0-9a-f]{32})(?:_all)?$");
    private static final Pattern LINK = Pattern.compile("(?<=\\]\\()(?:[^()\\s]|\\([^()\\s]*\\))+");
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "https://(?:www\\.)?notion\\.(?:so|site)/(?:[^?#\\s]*?)([0-9a-f]{32})(?:[?#].*)?");

    private final Staging staging;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> byId = new HashMap<>();
    private final Map<String, String> byFolder = new HashMap<>();

    NotionNames(Staging staging) {
        this.staging = staging;
    }

    /// The id of a page or database, or null for any other file.
    static @Nullable String id(String name) {
        if (!Names.ending(name).matches("\\.(md|html|csv)")) {
            return null;
        }
        var id = ID.matcher(Names.split(name)[0]);
        return id.matches() ? id.group(2) : null;
    }

    static String title(String name) {
        var id = ID.matcher(Names.split(name)[0]);
        return id.matches() ? id.group(1) : Names.split(name)[0];
    }

    /// Where what belongs to a page or database lies.
    static String folder(String name) {
        return Names.parent(name) + Names.split(name)[0].replaceFirst("_all$", "") + "/";
    }

    /// Files of a folder keep their names.
    ///
    /// @param parts in which archive or folder each of them is
    void add(Map<String, Parts> parts) {
        parts.keySet().stream().filter(name -> id(name) != null).forEach(this::addPage);
        parts.forEach((name, in) -> {
            if (id(name) == null) {
                var split = Names.split(name);
                names.put(
                        name,
                        in.file(name) == null
                                ? staging.name(clean(Names.parent(name)), split[0], split[1])
                                : name);
            }
        });
    }

    private void addPage(String name) {
        var id = String.valueOf(id(name));
        var to = staging.name(clean(Names.parent(name)), title(name), ".md", id.substring(0, 4));
        names.put(name, to);
        names.putIfAbsent(name.replaceFirst("_all\\.csv$", ".csv"), to);
        byId.putIfAbsent(id, to);
        byFolder.put(folder(name), to);
    }

    /// A folder without ids.
    private static String clean(String folder) {
        var way = new StringBuilder();
        for (var segment : folder.split("/")) {
            if (!segment.isEmpty()) {
                var id = ID.matcher(segment);
                way.append(Names.fileName(id.matches() ? id.group(1) : segment)).append('/');
            }
        }
        return way.toString();
    }

    String of(String name) {
        return names.getOrDefault(name, name);
    }

    /// The page that is a row of a database, as the target of a link; null where the row has none.
    @Nullable String row(String table, String title) {
        var wanted = Names.folded(Names.fileName(title));
        var folder = folder(table);
        for (var name : names.keySet()) {
            if (Names.parent(name).equals(folder)
                    && id(name) != null
                    && Names.folded(Names.fileName(title(name))).equals(wanted)) {
                return Names.way(of(table), of(name));
            }
        }
        return null;
    }

    /// The text with links that lead where the pages are now.
    String linked(String markdown, String from) {
        return LINK.matcher(markdown)
                .replaceAll(link -> Matcher.quoteReplacement(target(link.group(), from)));
    }

    private String target(String target, String from) {
        var address = ADDRESS.matcher(target);
        if (address.matches()) {
            var page = byId.get(address.group(1));
            return page == null ? target : Names.way(of(from), page);
        }
        int hash = target.indexOf('#');
        var anchor = hash < 0 ? "" : target.substring(hash);
        var path = hash < 0 ? target : target.substring(0, hash);
        if (path.isEmpty() || path.contains(":")) {
            return target;
        }
        var to = names.get(Names.resolved(from, path));
        return to == null ? target : Names.way(of(from), to) + anchor;
    }
}
