package dev.pharos.engine.vault;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Names of notes, and the ways between them.
final class Names {
    private static final int LONGEST = 120;
    private static final Pattern SPECIAL = Pattern.compile("[\\s%()<>#?\\[\\]\"\\\\|^`{}]");
    private static final String NAMELESS = "Untitled";

    private Names() {}

    /// Fit for every file system and for a wiki link, still readable.
    static String fileName(String title) {
        var plain =
                Normalizer.normalize(title, Normalizer.Form.NFC)
                        .replaceAll("\\p{Cntrl}", " ")
                        .replaceAll("[/\\\\:|]", "-")
                        .replaceAll("[#^\\[\\]*?\"<>]", "")
                        .replaceAll("\\s+", " ")
                        .replaceAll("^[. ]+|[. ]+$", "");
        int end =
                plain.codePointCount(0, plain.length()) > LONGEST
                        ? plain.offsetByCodePoints(0, LONGEST)
                        : plain.length();
        var fit = plain.substring(0, end).strip();
        return fit.isEmpty() ? NAMELESS : fit;
    }

    /// A file's name in two: the stem, and the ending with its dot or nothing.
    static String[] split(String name) {
        var last = last(name);
        int dot = last.lastIndexOf('.');
        boolean has = dot > 0 && last.substring(dot).matches("\\.\\w{1,10}");
        return has
                ? new String[] {last.substring(0, dot), last.substring(dot)}
                : new String[] {last, ""};
    }

    static String ending(String name) {
        return split(name)[1].toLowerCase(Locale.ROOT);
    }

    static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /// The folder that a name lies in, with its `/`, or nothing.
    static String parent(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    /// The same for names that a file system may take for the same.
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /// The way from one note to another, as the target of a Markdown link.
    static String way(String from, String to) {
        var here = parent(from).split("(?<=/)");
        var there = parent(to).split("(?<=/)");
        int same = 0;
        while (same < Math.min(here.length, there.length) && here[same].equals(there[same])) {
            same++;
        }
        var up = parent(from).isEmpty() ? 0 : here.length - same;
        var down = Arrays.stream(there).skip(same).collect(Collectors.joining());
        return encoded("../".repeat(up) + down + last(to));
    }

    /// Only what would end or change the target, so that it stays readable in every script.
    private static String encoded(String way) {
        return SPECIAL.matcher(way)
                .replaceAll(found ->
                        URLEncoder.encode(found.group(), StandardCharsets.UTF_8)
                                .replace("+", "%20"));
    }

    /// What a link's target names: decoded, beside `from`, without `.` and `..`.
    static String resolved(String from, String target) {
        var way = new ArrayDeque<String>();
        for (var segment : (parent(from) + decoded(target)).split("/")) {
            if (segment.equals("..")) {
                way.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                way.addLast(segment);
            }
        }
        return String.join("/", way);
    }

    static String decoded(String target) {
        try {
            return URLDecoder.decode(target.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return target;
        }
    }

    /// A wiki link that shows `label`.
    static String wiki(String label) {
        var name = fileName(label);
        var shown = label.replaceAll("[\\[\\]|\\s]+", " ").strip();
        return name.equals(shown) ? "[[" + name + "]]" : "[[" + name + "|" + shown + "]]";
    }

    /// An embedded file.
    static String embed(String name) {
        return "![[" + name + "]]";
    }
}
