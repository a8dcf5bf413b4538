package dev.pharos.app.cli;

import dev.pharos.engine.search.Hit;

/// The part of a passage that shows why it was found, on one paragraph.
final class Snippet {
    private static final int LENGTH = 280;
    private static final int BEFORE = 80;
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private Snippet() {}

    /// @param styled true to set the found words in bold for a terminal
    static String of(Hit hit, boolean styled) {
        var text = hit.passage().text();
        int first = hit.highlights().isEmpty() ? 0 : hit.highlights().getFirst().start();
        int from = text.length() <= LENGTH ? 0 : wordStart(text, Math.max(0, first - BEFORE));
        int to = wordEnd(text, Math.min(text.length(), from + LENGTH));
        var snippet = new StringBuilder(from > 0 ? "…" : "");
        int at = from;
        for (var range : hit.highlights()) {
            if (!styled || range.start() < at || range.end() > to) {
                continue;
            }
            snippet.append(text, at, range.start());
            snippet.append(BOLD).append(text, range.start(), range.end()).append(PLAIN);
            at = range.end();
        }
        snippet.append(text, at, to).append(to < text.length() ? "…" : "");
        return snippet.toString().replaceAll("\\s+", " ").strip();
    }

    private static int wordStart(String text, int from) {
        int at = from;
        while (at > 0 && !Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static int wordEnd(String text, int to) {
        int at = to;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
