package dev.pharos.ui.note;

import java.util.ArrayList;
import java.util.List;

/// Cuts a text that is too long to be laid out at once: behind a line where there is one, else
/// behind a word, else anywhere.
final class Pieces {

    /// How many UTF-16 units are shown in one piece at most.
    static final int LONGEST = 2_000;

    private Pieces() {}

    /// All of the text, in pieces of [#LONGEST] at most; empty where it is.
    static List<String> of(String text) {
        var pieces = new ArrayList<String>();
        int from = 0;
        while (from < text.length()) {
            int end = end(text, from);
            pieces.add(text.substring(from, end));
            from = end;
        }
        return pieces;
    }

    private static int end(String text, int from) {
        int most = from + LONGEST;
        if (most >= text.length()) {
            return text.length();
        }
        int line = text.lastIndexOf('\n', most - 1);
        int blank = line > from ? line : text.lastIndexOf(' ', most - 1);
        if (blank > from) {
            return blank + 1;
        }
        return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }
}
