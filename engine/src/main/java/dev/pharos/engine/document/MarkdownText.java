package dev.pharos.engine.document;

import java.util.regex.Pattern;

/// Plain words as Markdown that shows exactly them.
public final class MarkdownText {
    /// What could mean something anywhere.
    private static final Pattern SIGNS = Pattern.compile("[\\\\`*_\\[\\]<>#&|~^$]");

    /// A number or sign that could begin a list; `2.5` does not.
    private static final Pattern BEGINNING = Pattern.compile("^[-+=]|(?<=^\\d{1,9})[.)](?=\\s|$)");

    private MarkdownText() {}

    /// In one line, without tags, links and formats that its writer never meant.
    public static String line(String words) {
        return BEGINNING.matcher(inside(words)).replaceFirst("\\\\$0");
    }

    /// The same for words before which others stand in their line.
    public static String inside(String words) {
        return SIGNS.matcher(words.strip().replaceAll("\\s+", " ")).replaceAll("\\\\$0");
    }
}
