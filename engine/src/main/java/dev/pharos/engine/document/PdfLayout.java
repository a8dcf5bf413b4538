package dev.pharos.engine.document;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Puts the glyphs of one page into lines and the lines into blocks. It keeps the order in which
/// the page was drawn, for that is the author's order in columns too, and looks only at the page
/// itself, so that the same page always gives the same text.
final class PdfLayout {

    private static final Pattern ITEM =
            Pattern.compile(
                    "^(?:[^\\p{L}\\p{N}\\s\"'“”„‘’«»(\\[{<>$€£#@/\\\\&+=~%]|\\(?(?:\\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)])\\s.*",
                    Pattern.DOTALL);
    private static final float SAME_SIZE = 0.06f;
    private static final float SMALL_SIZE = 0.8f;
    private static final float NEXT_LINE = 1.75f;
    private static final float INDENT = 0.9f;

    private PdfLayout() {}

    static List<PdfBlock> blocks(List<Glyph> glyphs) {
        var blocks = new ArrayList<PdfBlock>();
        var paragraph = new ArrayList<PdfLine>();
        var marks = new ArrayList<PdfLine>();
        int mainDir = mainDir(glyphs);
        for (var line : lines(glyphs)) {
            if (!paragraph.isEmpty() && isMark(paragraph.getLast(), line)) {
                marks.add(line);
                continue;
            }
            if (!paragraph.isEmpty() && !continues(paragraph, line)) {
                close(paragraph, mainDir, blocks);
                marks.forEach(mark -> close(new ArrayList<>(List.of(mark)), mainDir, blocks));
                marks.clear();
            }
            paragraph.add(line);
        }
        close(paragraph, mainDir, blocks);
        marks.forEach(mark -> close(new ArrayList<>(List.of(mark)), mainDir, blocks));
        return blocks;
    }

    /// Whether `line` is a raised or lowered number that was drawn apart from its line: it must not
    /// break the paragraph and comes after it.
    private static boolean isMark(PdfLine last, PdfLine line) {
        return line.size() <= 3 && line.em() < SMALL_SIZE * last.em() && line.dir() == last.dir();
    }

    private static int mainDir(List<Glyph> glyphs) {
        var count = new int[4];
        for (var glyph : glyphs) {
            count[glyph.dir() / 90 & 3]++;
        }
        int best = 0;
        for (int i = 1; i < count.length; i++) {
            best = count[i] > count[best] ? i : best;
        }
        return best * 90;
    }

    private static List<PdfLine> lines(List<Glyph> glyphs) {
        var lines = new ArrayList<PdfLine>();
        PdfLine line = null;
        for (var glyph : glyphs) {
            if (line == null || !line.accept(glyph)) {
                if (line == null && glyph.blank()) {
                    continue;
                }
                line = new PdfLine(glyph);
                lines.add(line);
            }
        }
        lines.removeIf(PdfLine::blank);
        return lines;
    }

    private static void close(List<PdfLine> paragraph, int mainDir, List<PdfBlock> blocks) {
        if (paragraph.isEmpty()) {
            return;
        }
        var first = paragraph.getFirst();
        var block =
                new PdfBlock(
                        first.em(),
                        paragraph.stream().allMatch(PdfLine::bold),
                        first.dir() != mainDir);
        for (var line : paragraph) {
            if (line != first) {
                block.joinLine(startsLowerCase(line));
            }
            line.appendTo(block);
        }
        block.trim();
        if (!block.text().isEmpty()) {
            blocks.add(block);
        }
        paragraph.clear();
    }

    private static boolean startsLowerCase(PdfLine line) {
        var words = line.words();
        return !words.isEmpty() && Character.isLowerCase(words.codePointAt(0));
    }

    private static boolean continues(List<PdfLine> paragraph, PdfLine next) {
        var last = paragraph.getLast();
        if (last.dir() != next.dir()
                || Math.abs(last.em() - next.em()) > SAME_SIZE * last.em()
                || last.bold() != next.bold() && paragraph.size() == 1) {
            return false;
        }
        var lastWords = last.words();
        var nextWords = next.words();
        if (lastWords.contains("\t")
                || nextWords.contains("\t")
                || ITEM.matcher(nextWords).matches()) {
            return false;
        }
        float step = next.baseline() - last.baseline();
        if (step < -0.3f * last.em() || next.left() > last.right() + last.em()) {
            return runsOn(lastWords, nextWords);
        }
        return step <= maxStep(paragraph)
                && !indented(paragraph, next)
                && !ended(paragraph, lastWords);
    }

    /// Whether a paragraph goes on at the top of the next column.
    private static boolean runsOn(String last, String next) {
        return !next.isEmpty()
                && Character.isLowerCase(next.codePointAt(0))
                && !last.matches("(?s).*[.!?:;]\\s*");
    }

    private static float maxStep(List<PdfLine> paragraph) {
        var last = paragraph.getLast();
        if (paragraph.size() < 2) {
            return NEXT_LINE * last.em();
        }
        float step = last.baseline() - paragraph.get(paragraph.size() - 2).baseline();
        return step > 0 ? Math.max(step * 1.25f, step + 0.15f * last.em()) : NEXT_LINE * last.em();
    }

    private static boolean indented(List<PdfLine> paragraph, PdfLine next) {
        var last = paragraph.getLast();
        boolean lastIsIndented =
                paragraph.size() > 1
                        && last.left()
                                > paragraph.get(paragraph.size() - 2).left() + INDENT * last.em();
        boolean centred =
                Math.abs(last.left() + last.right() - next.left() - next.right()) < last.em()
                        && Math.abs(last.right() - next.right()) > INDENT * last.em();
        return !lastIsIndented
                && !centred
                && !ITEM.matcher(paragraph.getFirst().words()).matches()
                && next.left() > last.left() + INDENT * last.em();
    }

    /// Whether the last line stops well before the margin, at the end of a sentence.
    private static boolean ended(List<PdfLine> paragraph, String lastWords) {
        float left = Float.MAX_VALUE;
        float right = 0;
        for (var line : paragraph) {
            left = Math.min(left, line.left());
            right = Math.max(right, line.right());
        }
        var last = paragraph.getLast();
        return paragraph.size() > 1
                && last.right() < right - 0.2f * (right - left)
                && lastWords.matches("(?s).*[.!?:]['\"”»)]?\\s*");
    }

    /// Appends the blocks of one page to `draft`.
    ///
    /// @return where each of them starts in the draft, -1 for one that was not kept
    static List<Integer> addTo(Draft draft, @Nullable Integer page, List<PdfBlock> blocks) {
        return blocks.stream()
                .map(block ->
                        draft.add(
                                kind(block),
                                kind(block) == Block.Kind.LIST_ITEM ? 1 : 0,
                                page,
                                block.text()))
                .toList();
    }

    private static Block.Kind kind(PdfBlock block) {
        if (block.cells()) {
            return Block.Kind.TABLE_ROW;
        }
        return ITEM.matcher(block.text()).matches() ? Block.Kind.LIST_ITEM : Block.Kind.PARAGRAPH;
    }
}
