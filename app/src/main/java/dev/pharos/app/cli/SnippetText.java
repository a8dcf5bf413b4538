package dev.pharos.app.cli;

import dev.pharos.engine.search.Hit;
import dev.pharos.engine.search.Snippet;

/// The part of a passage that shows why it was found, on one paragraph.
final class SnippetText {
    private static final int LENGTH = 280;
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private SnippetText() {}

    /// @param styled true to set the found words in bold for a terminal
    static String of(Hit hit, boolean styled) {
        var snippet = Snippet.of(hit, LENGTH);
        if (!styled) {
            return snippet.text();
        }
        var text = new StringBuilder();
        int at = 0;
        for (var mark : snippet.marks()) {
            text.append(snippet.text(), at, mark.start());
            text.append(BOLD).append(snippet.text(), mark.start(), mark.end()).append(PLAIN);
            at = mark.end();
        }
        return text.append(snippet.text().substring(at)).toString();
    }
}
