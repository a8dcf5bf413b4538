package dev.pharos.ui.note;

import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.ContentChange;

import java.util.ArrayDeque;
import java.util.Deque;

/// Undo and redo by words. The control takes each letter back by itself; here letters that were
/// typed one after the other are one step, which ends behind a word. For the JavaFX thread.
final class UndoSteps {
    private final CodeArea area;

    /// How many changes of the control each step has, the last one on top.
    private final Deque<Integer> done = new ArrayDeque<>();

    private final Deque<Integer> undone = new ArrayDeque<>();
    private boolean stepping;
    private boolean open;
    private boolean space;
    private TextPos end = TextPos.ZERO;

    UndoSteps(CodeArea area) {
        this.area = area;
    }

    void changed(ContentChange change) {
        if (stepping) {
            return;
        }
        var start = change.getStart();
        boolean letter =
                start.isSameInsertionIndex(change.getEnd())
                        && change.getLinesAdded() == 0
                        && change.getCharsAddedTop() == 1;
        boolean blank = letter && blank(start);
        boolean joins = letter && open && start.isSameInsertionIndex(end) && !(space && !blank);
        if (joins) {
            done.push(done.pop() + 1);
        } else {
            done.push(1);
        }
        undone.clear();
        open = letter;
        space = blank;
        end = TextPos.ofLeading(start.index(), start.offset() + 1);
    }

    private boolean blank(TextPos at) {
        String line = area.getPlainText(at.index());
        return at.offset() < line.length() && Character.isWhitespace(line.charAt(at.offset()));
    }

    void undo() {
        step(done, undone, area::undo);
    }

    void redo() {
        step(undone, done, area::redo);
    }

    private void step(Deque<Integer> from, Deque<Integer> to, Runnable one) {
        if (from.isEmpty()) {
            return;
        }
        int changes = from.pop();
        stepping = true;
        for (int i = 0; i < changes; i++) {
            one.run();
        }
        stepping = false;
        open = false;
        to.push(changes);
    }

    /// What was done until now is not taken back any more.
    void forget() {
        area.clearUndoRedo();
        done.clear();
        undone.clear();
        open = false;
    }
}
