package dev.pharos.ui.note;

import jfx.incubator.scene.control.richtext.TextPos;

/// One change of the text that is written, and what is selected after it.
///
/// @param to exclusive
/// @param anchor where the selection begins
/// @param caret where it ends, and the caret stands
record Edit(TextPos from, TextPos to, String with, TextPos anchor, TextPos caret) {

    static TextPos at(int line, int column) {
        return TextPos.ofLeading(line, column);
    }

    /// With the caret behind what was written, which has no line break in it.
    static Edit line(TextPos from, TextPos to, String with) {
        var caret = at(from.index(), from.offset() + with.length());
        return new Edit(from, to, with, caret, caret);
    }

    /// Changes nothing but what is selected.
    static Edit select(TextPos anchor, TextPos caret) {
        return new Edit(anchor, anchor, "", anchor, caret);
    }
}
