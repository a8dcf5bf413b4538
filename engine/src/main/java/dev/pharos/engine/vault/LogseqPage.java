package dev.pharos.engine.vault;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page of a Logseq graph. Its own properties become front matter, the ids of its blocks marks
/// (`^id`) that links can lead to, its tasks boxes. The outline stays an outline.
///
/// @param title as links name it
/// @param properties of the page
/// @param lines all others
/// @param blocks those that have an id, by it
record LogseqPage(
        String title,
        @Nullable LocalDate day,
        Map<String, String> properties,
        List<String> lines,
        Map<String, Block> blocks) {
    private static final Pattern PROPERTY =
            Pattern.compile("\\s*(?:- )?([\\p{L}][\\p{L}\\p{N}_./-]*):: ?(.*)");
    private static final Pattern ID = Pattern.compile("\\s*(?:- )?id:: ([0-9a-f-]{36})\\s*");
    private static final Pattern SILENT =
            Pattern.compile(
                    "\\s*(collapsed|heading|background-color|logseq\\.[\\w.-]+|query-[\\w-]+)::.*");
    private static final Pattern DAY = Pattern.compile("(\\d{4})[_-](\\d\\d)[_-](\\d\\d)");
    private static final Pattern TASK =
            Pattern.compile("^(\\s*- )(TODO|DOING|LATER|NOW|WAITING|WAIT|DONE) ");
    private static final Pattern LABELLED =
            Pattern.compile("\\[([^\\]]*)]\\((?:\\(\\(([0-9a-f-]{36})\\)\\)|\\[\\[([^\\]]+)]])\\)");
    private static final Pattern EMBEDDED =
            Pattern.compile("\\{\\{embed (?:\\(\\(([0-9a-f-]{36})\\)\\)|\\[\\[([^\\]]+)]])\\s*}}");
    private static final Pattern REFERENCE = Pattern.compile("\\(\\(([0-9a-f-]{36})\\)\\)");
    private static final Pattern MEDIA =
            Pattern.compile("\\{\\{(?:youtube|video|tweet|twitter) (\\S+?)\\s*}}");
    private static final Pattern TAG = Pattern.compile("#\\[\\[([^\\]]+)]]");
    private static final int LABEL = 80;

    /// A block that others refer to.
    ///
    /// @param page title of the page that it stands on
    record Block(String page, String words) {}

    static LogseqPage parse(String name, String text) {
        var properties = new LinkedHashMap<String, String>();
        var lines = new ArrayList<String>();
        var all = text.split("\n", -1);
        int at = 0;
        while (at < all.length && (all[at].isBlank() || PROPERTY.matcher(all[at]).matches())) {
            var property = PROPERTY.matcher(all[at++]);
            if (property.matches()) {
                properties.put(property.group(1).toLowerCase(Locale.ROOT), property.group(2));
            }
        }
        var day = day(Names.split(name)[0]);
        var title = properties.getOrDefault("title", day == null ? title(name) : day.toString());
        var blocks = new LinkedHashMap<String, Block>();
        boolean logbook = false;
        for (var line : List.of(all).subList(at, all.length)) {
            var id = ID.matcher(line);
            if (id.matches() && !lines.isEmpty()) {
                mark(lines, id.group(1), title, blocks);
            } else if (line.strip().equals(":LOGBOOK:") || line.strip().equals(":END:")) {
                logbook = line.strip().equals(":LOGBOOK:");
            } else if (!logbook && !SILENT.matcher(line).matches()) {
                lines.add(line);
            }
        }
        return new LogseqPage(title, day, properties, lines, blocks);
    }

    /// Marks the block that the lines end with.
    private static void mark(
            List<String> lines, String id, String page, Map<String, Block> blocks) {
        int at = lines.size() - 1;
        while (at > 0 && !lines.get(at).stripLeading().startsWith("- ")) {
            at--;
        }
        var words = TASK.matcher(lines.get(at)).replaceFirst("$1").strip().replaceFirst("^- ", "");
        blocks.put(id, new Block(page, words));
        boolean code = lines.get(at).contains("```");
        if (!code) {
            lines.set(at, lines.get(at).stripTrailing() + " ^" + id);
        }
    }

    private static @Nullable LocalDate day(String stem) {
        var day = DAY.matcher(stem);
        try {
            return day.matches()
                    ? LocalDate.of(
                            Integer.parseInt(day.group(1)),
                            Integer.parseInt(day.group(2)),
                            Integer.parseInt(day.group(3)))
                    : null;
        } catch (DateTimeException _) {
            return null;
        }
    }

    /// Logseq writes the slash of a namespace in two ways.
    private static String title(String name) {
        var last = Names.last(name);
        return Names.decoded(last.substring(0, last.length() - ".md".length()).replace("___", "/"));
    }

    String markdown(Map<String, Block> all) {
        var out = new StringBuilder();
        boolean code = false;
        for (var line : lines) {
            boolean fence = line.stripLeading().replaceFirst("^- ", "").startsWith("```");
            out.append(code || fence ? line : line(line, all)).append('\n');
            code ^= fence;
        }
        var facts =
                new FrontMatter()
                        .put("title", title)
                        .put("aliases", aliases())
                        .put("created", day == null ? null : day.toString())
                        .put("tags", names(properties.get("tags")));
        properties.forEach((key, value) -> {
            if (!key.equals("alias") && !key.equals("id")) {
                facts.put(key, plain(value));
            }
        });
        return facts.before(out.toString().stripTrailing());
    }

    private List<String> aliases() {
        var aliases = new ArrayList<>(names(properties.get("alias")));
        if (day != null) {
            aliases.add(spoken(day));
        }
        return aliases;
    }

    /// As Logseq names a day unless it is told another way: `Jan 5th, 2024`.
    private static String spoken(LocalDate day) {
        int number = day.getDayOfMonth();
        var ending =
                number / 10 == 1
                        ? "th"
                        : switch (number % 10) {
                            case 1 -> "st";
                            case 2 -> "nd";
                            case 3 -> "rd";
                            default -> "th";
                        };
        var month = day.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        return month + " " + number + ending + ", " + day.getYear();
    }

    private static List<String> names(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return List.of();
        }
        return Pattern.compile("\\s*,\\s*")
                .splitAsStream(plain(value))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String plain(String value) {
        return value.replaceAll("#?\\[\\[([^\\]]+)]]", "$1").replaceAll("(?<!\\S)#(?=\\S)", "");
    }

    private static String line(String line, Map<String, Block> all) {
        var task = TASK.matcher(line);
        var plain =
                task.find()
                        ? task.group(1)
                                + (task.group(2).equals("DONE") ? "[x] " : "[ ] ")
                                + line.substring(task.end())
                        : line;
        var embedded = replaced(EMBEDDED, plain, m -> embed(m, all));
        var labelled = replaced(LABELLED, embedded, m -> labelled(m, all));
        var referred = replaced(REFERENCE, labelled, m -> reference(m.group(1), null, all, m));
        return MEDIA.matcher(TAG.matcher(referred).replaceAll("[[$1]]")).replaceAll("$1");
    }

    private static String replaced(Pattern pattern, String line, Function<Matcher, String> with) {
        var found = pattern.matcher(line);
        var out = new StringBuilder();
        while (found.find()) {
            found.appendReplacement(out, Matcher.quoteReplacement(with.apply(found)));
        }
        return found.appendTail(out).toString();
    }

    private static String embed(Matcher found, Map<String, Block> all) {
        if (found.group(2) != null) {
            return "![[" + found.group(2) + "]]";
        }
        var block = all.get(found.group(1));
        return block == null ? found.group() : "![[" + block.page() + "#^" + found.group(1) + "]]";
    }

    private static String labelled(Matcher found, Map<String, Block> all) {
        return found.group(3) == null
                ? reference(found.group(2), found.group(1), all, found)
                : "[[" + found.group(3) + "|" + found.group(1) + "]]";
    }

    /// A link to a block that shows its words; what leads nowhere stays as it was written.
    private static String reference(
            String id, @Nullable String label, Map<String, Block> all, Matcher found) {
        var block = all.get(id);
        if (block == null) {
            return found.group();
        }
        var words = (label == null ? block.words() : label).replaceAll("[\\[\\]|{}()#\\s]+", " ");
        var shown = words.length() > LABEL ? words.substring(0, LABEL).strip() + "…" : words;
        return "[[" + block.page() + "#^" + id + "|" + shown.strip() + "]]";
    }
}
