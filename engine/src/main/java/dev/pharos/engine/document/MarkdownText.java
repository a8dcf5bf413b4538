package dev.pharos.engine.document;

import java.util.regex.Pattern;

/// Plain words as Markdown that shows exactly them.
public final class MarkdownText {
    /// What could mean something in Markdown, and a number or sign that could begin a list.
    private static final Pattern SIGNS =
            Pattern.compile("[\\\\`*_\\[\\]<>#&|~^$]|(?m:^[-+=]|(?<=^\\d{1,9})[.)])");

    private MarkdownText() {}

    /// In one line, without tags, links and formats that its writer never meant.
    public static String line(String words) {
        var line = words.strip().replaceAll("\\s+", " ");
        return SIGNS.matcher(line).replaceAll("\\\\$0");
    }
}
