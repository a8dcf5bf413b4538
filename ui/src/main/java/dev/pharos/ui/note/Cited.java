package dev.pharos.ui.note;

import dev.pharos.engine.document.Document;
import dev.pharos.engine.search.Hit;
import dev.pharos.ui.document.Target;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where in a note as it is read the words stand that a hit or a citation names. Those count in the
/// text that was taken from the note for searching; both texts have the same letters, and these are
/// counted. Immutable.
///
/// @param first the block to show, or -1 where nothing is cited
/// @param marks by block, in its text
record Cited(int first, Map<Integer, List<Hit.Range>> marks) {
    static final Cited NONE = new Cited(-1, Map.of());

    static Cited of(List<NoteBlock> blocks, @Nullable Document document, Target target) {
        if (document == null || target.place() == null) {
            return NONE;
        }
        var ranges =
                target.marks().isEmpty()
                        ? List.of(
                                new Hit.Range(
                                        target.place().startOffset(),
                                        target.place().startOffset() + 1))
                        : target.marks();
        var marks = new HashMap<Integer, List<Hit.Range>>();
        int first = -1;
        for (var range : ranges) {
            int block = mark(blocks, document, range, marks);
            first = first < 0 ? block : first;
        }
        return new Cited(first, target.marks().isEmpty() ? Map.of() : Map.copyOf(marks));
    }

    private static int mark(
            List<NoteBlock> blocks,
            Document document,
            Hit.Range range,
            Map<Integer, List<Hit.Range>> marks) {
        int shown = -1;
        for (var block : document.blocks()) {
            int from = Math.max(range.start(), block.start());
            int to = Math.min(range.end(), block.end());
            if (from < to) {
                String words = document.text().substring(block.start(), block.end());
                int place = place(blocks, letters(words));
                String before = words.substring(0, from - block.start());
                String marked = words.substring(from - block.start(), to - block.start());
                if (place < 0) {
                    int piece =
                            piece(
                                    blocks,
                                    letters(words),
                                    letters(before).length(),
                                    letters(marked).length(),
                                    marks);
                    shown = shown < 0 ? piece : shown;
                } else {
                    shown = shown < 0 ? place : shown;
                    marks.computeIfAbsent(place, _ -> new ArrayList<>())
                            .add(
                                    range(
                                            blocks.get(place).text(),
                                            letters(words),
                                            letters(before).length(),
                                            letters(marked).length()));
                }
            }
        }
        return shown;
    }

    /// The piece of a long paragraph in which the marked words begin, or -1.
    private static int piece(
            List<NoteBlock> blocks,
            String letters,
            int before,
            int marked,
            Map<Integer, List<Hit.Range>> marks) {
        int at = 0;
        for (int i = 0; i < blocks.size(); i++) {
            String said = letters(blocks.get(i).text());
            at = letters.startsWith(said, at) ? at : 0;
            if (!said.isEmpty() && letters.startsWith(said, at)) {
                if (before < at + said.length()) {
                    marks.computeIfAbsent(i, _ -> new ArrayList<>())
                            .add(range(blocks.get(i).text(), said, before - at, marked));
                    return i;
                }
                at += said.length();
            }
        }
        return -1;
    }

    /// The block that says it, or one that has it among others.
    private static int place(List<NoteBlock> blocks, String letters) {
        int within = -1;
        for (int i = 0; i < blocks.size(); i++) {
            String said =
                    blocks.get(i) instanceof NoteBlock.Properties
                            ? ""
                            : letters(blocks.get(i).text());
            if (said.equals(letters)) {
                return i;
            }
            if (within < 0 && !letters.isEmpty() && said.contains(letters)) {
                within = i;
            }
        }
        return within;
    }

    private static Hit.Range range(String text, String letters, int before, int marked) {
        int skipped = letters(text).indexOf(letters) + before;
        int from = after(text, 0, skipped);
        while (from < text.length() && !Character.isLetterOrDigit(text.charAt(from))) {
            from++;
        }
        return new Hit.Range(from, Math.max(from, after(text, from, marked)));
    }

    /// Where so many letters of a text are over.
    private static int after(String text, int from, int letters) {
        int at = from;
        int left = letters;
        while (left > 0 && at < text.length()) {
            if (Character.isLetterOrDigit(text.charAt(at))) {
                left--;
            }
            at++;
        }
        return at;
    }

    private static String letters(String text) {
        var letters = new StringBuilder();
        text.chars()
                .filter(Character::isLetterOrDigit)
                .forEach(each -> letters.append((char) each));
        return letters.toString();
    }
}
