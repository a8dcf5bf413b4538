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

    /// The same as code of a note.
    static List<NoteBlock> code(NoteBlock.Where where, String language, CharSequence code) {
        var pieces = of(code.toString().stripTrailing());
        if (pieces.size() <= 1) {
            return List.of(new NoteBlock.Code(where, language.strip(), String.join("", pieces)));
        }
        var blocks = new ArrayList<NoteBlock>();
        int from = where.start();
        for (String piece : pieces) {
            int end = piece == pieces.getLast() ? where.end() : from + piece.length();
            blocks.add(
                    new NoteBlock.Code(
                            new NoteBlock.Where(
                                    from, end, where.quoted(), where.depth(), where.name()),
                            from == where.start() ? language.strip() : "",
                            piece.stripTrailing()));
            from = end;
        }
        return blocks;
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
