package dev.pharos.ui.note;

import dev.pharos.ui.note.Markup.Block;

import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;

import java.util.ArrayList;
import java.util.List;

/// What each line of a note begins in, found out as far as it is asked for and forgotten from where
/// the text changes. For the JavaFX thread.
final class Blocks {
    private final List<Block> starts = new ArrayList<>(List.of(Block.TEXT));

    Block of(CodeTextModel model, int line) {
        while (starts.size() <= line) {
            int last = starts.size() - 1;
            starts.add(Markup.after(starts.get(last), last, model.getPlainText(last)));
        }
        return starts.get(line);
    }

    void changed(TextPos from) {
        if (starts.size() > from.index() + 1) {
            starts.subList(from.index() + 1, starts.size()).clear();
        }
    }
}
