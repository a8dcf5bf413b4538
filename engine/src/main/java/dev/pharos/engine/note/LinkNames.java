package dev.pharos.engine.note;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// How names are compared in links, and made to fit into them.
public final class LinkNames {
    /// What neither a link nor a file of every system can have in a name.
    private static final Pattern UNFIT = Pattern.compile("[\\[\\]|#^\\\\/:*?\"<>\\p{Cntrl}]+");

    private static final int LONGEST = 120;
    private static final int LONGEST_TITLE = 300;

    private LinkNames() {}

    /// Equal for names that mean the same.
    public static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).strip();
    }

    /// The key of what a link names: of the last part of its path, without anchor and `.md`.
    public static String ofTarget(String target) {
        int hash = target.indexOf('#');
        String path = (hash < 0 ? target : target.substring(0, hash)).replace('\\', '/');
        String decoded = decoded(path.strip());
        return key(withoutMarkdown(decoded.substring(decoded.lastIndexOf('/') + 1)));
    }

    /// As a file name that every system takes and every link can have, without an ending.
    public static String fit(String title) {
        String name = UNFIT.matcher(title).replaceAll(" ").replaceAll("\\s+", " ").strip();
        name = name.replaceAll("^[. ]+|[. ]+$", "");
        name = cut(name, LONGEST);
        return name.isEmpty() ? "Untitled" : name;
    }

    /// A title as it was given, on one line and no longer than anybody reads.
    ///
    /// @param name for one that says nothing
    public static String title(String given, String name) {
        String title = given.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return title.isEmpty() ? name : cut(title, LONGEST_TITLE);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end).strip();
    }

    public static String withoutMarkdown(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(Note.ENDING)
                ? name.substring(0, name.length() - Note.ENDING.length())
                : name;
    }

    public static String withoutEnding(String name) {
        int dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
    }

    /// A target of a Markdown link as a path.
    public static String decoded(String target) {
        try {
            return URLDecoder.decode(target.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return target;
        }
    }
}
