package dev.pharos.ui.document;

import dev.pharos.ui.document.TextSelection.Unit;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;

/// The keys with which words of a sheet are selected and copied.
final class SelectKeys {
    private final Sheet sheet;
    private final TextSelection selection;
    private final Runnable selected;

    /// @param selected runs when the reader has selected something
    SelectKeys(Sheet sheet, TextSelection selection, Runnable selected) {
        this.sheet = sheet;
        this.selection = selection;
        this.selected = selected;
    }

    /// Takes the key, if it is one of these.
    boolean takes(KeyEvent event) {
        return event.isShiftDown() ? selects(event) : event.isShortcutDown() && taken(event);
    }

    private boolean taken(KeyEvent event) {
        switch (event.getCode()) {
            case C -> copy();
            case A -> {
                selection.all();
                selected.run();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void copy() {
        var words = sheet.selectedProperty().get();
        if (words != null) {
            var content = new ClipboardContent();
            content.putString(words.text());
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private boolean selects(KeyEvent event) {
        var sideways = event.isShortcutDown() ? Unit.WORD : Unit.LETTER;
        switch (event.getCode()) {
            case LEFT -> select(false, sideways);
            case RIGHT -> select(true, sideways);
            case UP -> select(false, Unit.PARAGRAPH);
            case DOWN -> select(true, Unit.PARAGRAPH);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void select(boolean forward, Unit by) {
        selection.step(forward, by, sheet.offsetInView());
        var range = selection.rangeProperty().get();
        if (range != null) {
            sheet.reveal(forward ? range.end() : range.start());
        }
        selected.run();
    }
}
