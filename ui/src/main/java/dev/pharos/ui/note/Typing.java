package dev.pharos.ui.note;

import static dev.pharos.ui.note.Edit.at;

import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.regex.Pattern;

/// What keys mean in a note beside their letters: signs come in pairs, lists go on by themselves,
/// and tables have cells. Each method gives the change to make, or null where the key means what it
/// says.
final class Typing {
    private static final Pattern ITEM =
            Pattern.compile("(\\s*)(?:([-*+])|(\\d{1,9})([.)]))(\\s+)(\\[[ xX]]\\s+)?(.*)");
    private static final Pattern QUOTE = Pattern.compile("(\\s*(?:>\\s?)+)(.*)");
    private static final Pattern CELLS = Pattern.compile("\\s*\\|.*\\|\\s*");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final Map<String, String> PAIRS = Map.of("(", ")", "[", "]", "{", "}");
    private static final String AROUND = "\"`*_~=$";
    private static final String INDENT = "\t";

    /// What is selected, in the order of the text.
    record Selection(TextPos from, TextPos to) {
        static Selection of(TextPos one, TextPos other) {
            return one.compareTo(other) <= 0
                    ? new Selection(one, other)
                    : new Selection(other, one);
        }

        boolean empty() {
            return from.isSameInsertionIndex(to);
        }

        boolean oneLine() {
            return from.index() == to.index();
        }
    }

    private Typing() {}

    private static String text(CodeTextModel model, Selection what) {
        if (what.oneLine()) {
            return model.getPlainText(what.from().index())
                    .substring(what.from().offset(), what.to().offset());
        }
        var text =
                new StringBuilder(
                        model.getPlainText(what.from().index()).substring(what.from().offset()));
        for (int i = what.from().index() + 1; i < what.to().index(); i++) {
            text.append('\n').append(model.getPlainText(i));
        }
        return text.append('\n')
                .append(model.getPlainText(what.to().index()), 0, what.to().offset())
                .toString();
    }

    /// Puts signs such as `**` around what is selected, or around the word at the caret; takes them
    /// away where they are.
    static Edit around(CodeTextModel model, Selection selected, String sign) {
        var what = selected.empty() ? word(model, selected.from()) : selected;
        int wide = sign.length();
        String line = model.getPlainText(what.from().index());
        String last = model.getPlainText(what.to().index());
        boolean there =
                line.startsWith(sign, what.from().offset() - wide)
                        && last.startsWith(sign, what.to().offset());
        String words = text(model, what);
        int shift = there ? -wide : wide;
        var anchor = at(what.from().index(), what.from().offset() + shift);
        var caret = at(what.to().index(), what.to().offset() + (what.oneLine() ? shift : 0));
        return there
                ? new Edit(
                        at(what.from().index(), what.from().offset() - wide),
                        at(what.to().index(), what.to().offset() + wide),
                        words,
                        anchor,
                        caret)
                : new Edit(what.from(), what.to(), sign + words + sign, anchor, caret);
    }

    private static Selection word(CodeTextModel model, TextPos caret) {
        String line = model.getPlainText(caret.index());
        int from = caret.offset();
        int to = from;
        while (from > 0 && Character.isLetterOrDigit(line.charAt(from - 1))) {
            from--;
        }
        while (to < line.length() && Character.isLetterOrDigit(line.charAt(to))) {
            to++;
        }
        return new Selection(at(caret.index(), from), at(caret.index(), to));
    }

    /// Makes a link of what is selected, with the caret where its target belongs.
    static Edit link(CodeTextModel model, Selection selected) {
        return linked(model, selected, "");
    }

    private static Edit linked(CodeTextModel model, Selection selected, String target) {
        String words = text(model, selected);
        int lastLine = words.lastIndexOf('\n') + 1;
        int start = lastLine > 0 ? 0 : selected.from().offset() + 1;
        int inside = start + words.length() - lastLine + "](".length();
        int caret = target.isEmpty() ? inside : inside + target.length() + 1;
        var end = at(selected.to().index(), caret);
        return new Edit(
                selected.from(), selected.to(), "[" + words + "](" + target + ")", end, end);
    }

    /// A web address that is pasted over words becomes their link.
    static @Nullable Edit paste(CodeTextModel model, Selection selected, String pasted) {
        boolean links =
                !selected.empty()
                        && selected.oneLine()
                        && ADDRESS.matcher(pasted.strip()).matches()
                        && !ADDRESS.matcher(text(model, selected)).matches();
        return links ? linked(model, selected, pasted.strip()) : null;
    }

    /// One letter.
    static @Nullable Edit typed(CodeTextModel model, Selection selected, String letter) {
        String close = PAIRS.get(letter);
        if (!selected.empty()) {
            boolean pair = close != null || AROUND.contains(letter);
            return pair && selected.oneLine()
                    ? wrapped(model, selected, letter, close == null ? letter : close)
                    : null;
        }
        var caret = selected.from();
        String line = model.getPlainText(caret.index());
        String next = line.substring(caret.offset());
        if (PAIRS.containsValue(letter) && next.startsWith(letter)) {
            var behind = at(caret.index(), caret.offset() + 1);
            return Edit.select(behind, behind);
        }
        boolean free = next.isEmpty() || !Character.isLetterOrDigit(next.charAt(0));
        if (close == null || !free) {
            return null;
        }
        var inside = at(caret.index(), caret.offset() + 1);
        return new Edit(caret, caret, letter + close, inside, inside);
    }

    private static Edit wrapped(
            CodeTextModel model, Selection selected, String open, String close) {
        return new Edit(
                selected.from(),
                selected.to(),
                open + text(model, selected) + close,
                at(selected.from().index(), selected.from().offset() + 1),
                at(selected.to().index(), selected.to().offset() + 1));
    }

    /// The Backspace key takes both signs of an empty pair.
    static @Nullable Edit backspace(CodeTextModel model, Selection selected) {
        var caret = selected.from();
        String line = model.getPlainText(caret.index());
        int at = caret.offset();
        boolean inside =
                selected.empty()
                        && at > 0
                        && at < line.length()
                        && line.substring(at, at + 1).equals(PAIRS.get(line.substring(at - 1, at)));
        return inside ? Edit.line(at(caret.index(), at - 1), at(caret.index(), at + 1), "") : null;
    }

    /// The Enter key goes on with a list or a quotation, and ends one at an empty item.
    static @Nullable Edit enter(CodeTextModel model, Selection selected) {
        var caret = selected.from();
        String line = model.getPlainText(caret.index());
        var item = ITEM.matcher(line);
        var quote = QUOTE.matcher(line);
        if (item.matches() && caret.offset() >= item.start(7)) {
            String sign =
                    item.group(2) != null
                            ? item.group(2)
                            : Long.parseLong(item.group(3)) + 1 + item.group(4);
            String box = item.group(6) == null ? "" : "[ ] ";
            return goOn(selected, item.group(7), item.group(1) + sign + item.group(5) + box);
        }
        return quote.matches() && caret.offset() >= quote.start(2)
                ? goOn(selected, quote.group(2), quote.group(1))
                : null;
    }

    private static Edit goOn(Selection selected, String words, String lead) {
        var caret = selected.from();
        if (words.isBlank() && selected.empty()) {
            var start = at(caret.index(), 0);
            return new Edit(start, caret, "", start, start);
        }
        var next = at(caret.index() + 1, lead.length());
        return new Edit(caret, selected.to(), "\n" + lead, next, next);
    }

    /// The Tab key moves items of a list in or out, and goes from cell to cell in a table.
    static @Nullable Edit tab(CodeTextModel model, Selection selected, boolean back) {
        String line = model.getPlainText(selected.from().index());
        if (selected.oneLine() && CELLS.matcher(line).matches()) {
            return cell(model, selected.to(), back);
        }
        return !selected.oneLine() || ITEM.matcher(line).matches() || back
                ? indent(model, selected, back)
                : null;
    }

    private static Edit indent(CodeTextModel model, Selection selected, boolean back) {
        int first = selected.from().index();
        int last = selected.to().index();
        var lines = new StringBuilder();
        int firstShift = 0;
        int lastShift = 0;
        for (int i = first; i <= last; i++) {
            String line = model.getPlainText(i);
            String now = back ? outdented(line) : line.isEmpty() ? line : INDENT + line;
            lines.append(i > first ? "\n" : "").append(now);
            lastShift = now.length() - line.length();
            firstShift = i == first ? lastShift : firstShift;
        }
        return new Edit(
                at(first, 0),
                at(last, model.getPlainText(last).length()),
                lines.toString(),
                at(first, Math.max(0, selected.from().offset() + firstShift)),
                at(last, Math.max(0, selected.to().offset() + lastShift)));
    }

    private static String outdented(String line) {
        int spaces = 0;
        while (spaces < 4 && spaces < line.length() && line.charAt(spaces) == ' ') {
            spaces++;
        }
        return line.startsWith(INDENT) ? line.substring(1) : line.substring(spaces);
    }

    /// The next cell; behind the last one a new row begins.
    private static @Nullable Edit cell(CodeTextModel model, TextPos caret, boolean back) {
        int line = caret.index();
        String row = model.getPlainText(line);
        int bar =
                back
                        ? row.lastIndexOf('|', row.lastIndexOf('|', caret.offset() - 1) - 1)
                        : row.indexOf('|', caret.offset());
        if (!back && bar == row.lastIndexOf('|')) {
            line += line + 1 < model.size() && ruled(model.getPlainText(line + 1)) ? 2 : 1;
            boolean more = line < model.size() && CELLS.matcher(model.getPlainText(line)).matches();
            return more ? inCell(line, model.getPlainText(line), 0) : newRow(model, line - 1);
        }
        return bar < 0 ? null : inCell(line, row, bar);
    }

    private static boolean ruled(String row) {
        return row.matches("[\\s|:-]+") && row.contains("-");
    }

    private static Edit inCell(int line, String row, int from) {
        int open = row.indexOf('|', from) + 1;
        int close = row.indexOf('|', open);
        String cell = row.substring(open, close);
        int start = open + cell.length() - cell.stripLeading().length();
        if (cell.isBlank()) {
            var inside = at(line, Math.min(open + 1, close));
            return Edit.select(inside, inside);
        }
        return Edit.select(at(line, start), at(line, start + cell.strip().length()));
    }

    private static Edit newRow(CodeTextModel model, int line) {
        String row = model.getPlainText(line);
        long cells = row.strip().chars().filter(each -> each == '|').count() - 1;
        var end = at(line, row.length());
        var first = at(line + 1, 2);
        return new Edit(
                end, end, "\n|" + "  |".repeat(Math.toIntExact(Math.max(1, cells))), first, first);
    }
}
