package dev.pharos.ui.document;

import dev.pharos.engine.annotation.Highlight;
import dev.pharos.engine.annotation.Highlight.Colour;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.IconButton;
import dev.pharos.ui.control.Nodes;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import java.util.EnumMap;
import java.util.Map;

/// What can be done with words that are selected, or marked already: it stands below them. For the
/// JavaFX thread.
final class MarkBar extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double GAP = 8;
    private static final double NOTE_WIDTH = 320;

    /// What the buttons do.
    interface Deeds {
        void colour(Colour colour);

        /// Opens the note of what is marked; marks it first, if it is not.
        void openNote();

        /// Takes what was written about a highlight.
        void note(Highlight marked, String words);

        void close();

        void copy();

        void ask();

        /// Begins a note about it.
        void write();

        void remove();

        /// The bar was closed.
        void left();
    }

    private final Region room;
    private final Deeds deeds;
    private final Texts texts;
    private final Map<Colour, Button> swatches = new EnumMap<>(Colour.class);
    private final Button remove;
    private final TextArea note = new TextArea();
    private final VBox editor = new VBox();
    private @Nullable Bounds at;

    /// Whose note is open.
    private @Nullable Highlight edited;

    /// @param room holds the bar, and is what it stays within
    MarkBar(Region room, Deeds deeds, Texts texts) {
        this.room = room;
        this.deeds = deeds;
        this.texts = texts;
        var buttons = new HBox();
        buttons.getStyleClass().add("mark-buttons");
        for (var colour : Colour.values()) {
            swatches.put(colour, swatch(colour));
            buttons.getChildren().add(swatches.get(colour));
        }
        remove = IconButton.of(Material2AL.DELETE, texts.text("highlight.remove"), deeds::remove);
        remove.setId("removeHighlight");
        var write =
                IconButton.of(Material2AL.COMMENT, texts.text("highlight.note"), deeds::openNote);
        write.setId("noteHighlight");
        var copy = IconButton.of(Material2AL.CONTENT_COPY, texts.text("reader.copy"), deeds::copy);
        var ask =
                IconButton.of(
                        Material2MZ.QUESTION_ANSWER, texts.text("reader.askAbout"), deeds::ask);
        ask.setId("askAbout");
        var about =
                IconButton.of(Material2MZ.NOTE_ADD, texts.text("reader.writeAbout"), deeds::write);
        about.setId("writeAbout");
        buttons.getChildren().addAll(divider(), write, copy, ask, about, remove);
        fillEditor();
        getStyleClass().add("mark-bar");
        getChildren().setAll(buttons, editor);
        setManaged(false);
        setVisible(false);
    }

    private static Region divider() {
        var divider = new Region();
        divider.getStyleClass().add("mark-divider");
        return divider;
    }

    private Button swatch(Colour colour) {
        var button = new Button();
        String name = Swatches.name(texts, colour);
        button.getStyleClass().setAll("swatch", Swatches.style(colour));
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setOnAction(_ -> deeds.colour(colour));
        return button;
    }

    private void fillEditor() {
        note.setPromptText(texts.text("highlight.notePrompt"));
        note.setAccessibleText(texts.text("highlight.notePrompt"));
        note.setWrapText(true);
        note.setPrefRowCount(3);
        note.setPrefWidth(NOTE_WIDTH);
        var save = new Button(texts.text("highlight.saveNote"));
        save.setDefaultButton(false);
        save.getStyleClass().addAll("accent", "small");
        save.setId("saveNote");
        save.setOnAction(_ -> deeds.close());
        var row = new HBox(save);
        row.getStyleClass().add("mark-save");
        editor.getChildren().setAll(note, row);
        editor.getStyleClass().add("mark-note");
        Nodes.setShown(editor, false);
    }

    /// Whether a key ends the note.
    boolean ends(KeyEvent event) {
        return event.getCode() == KeyCode.ENTER && event.isShortcutDown() && note.isFocused();
    }

    /// Nothing that was written is lost when the note goes.
    private void handOver() {
        var marked = edited;
        edited = null;
        if (marked != null) {
            deeds.note(marked, note.getText());
        }
    }

    /// Forgets what was written of what is removed.
    void forget() {
        edited = null;
    }

    /// @param below what it stands below, in pixels of the screen
    /// @param marked what is marked already, or null
    void show(Bounds below, @Nullable Highlight marked) {
        handOver();
        at = below;
        swatches.forEach((colour, button) ->
                button.pseudoClassStateChanged(
                        CHOSEN, marked != null && marked.colour() == colour));
        Nodes.setShown(remove, marked != null);
        Nodes.setShown(editor, false);
        setVisible(true);
        place();
    }

    /// Opens the note of what is marked.
    void edit(Bounds below, Highlight marked) {
        if (isEditing() && edited != null && edited.id().equals(marked.id())) {
            note.requestFocus();
            return;
        }
        show(below, marked);
        note.setText(marked.note());
        edited = marked;
        Nodes.setShown(editor, true);
        place();
        note.requestFocus();
        note.end();
    }

    boolean isEditing() {
        return isVisible() && editor.isVisible();
    }

    private void place() {
        if (at == null) {
            return;
        }
        applyCss();
        autosize();
        var below = room.screenToLocal(at);
        double x = (below.getMinX() + below.getMaxX()) / 2 - getWidth() / 2;
        double y = below.getMaxY() + GAP;
        if (y + getHeight() > room.getHeight() - GAP) {
            y = below.getMinY() - getHeight() - GAP;
        }
        relocate(
                Math.round(within(x, room.getWidth() - getWidth())),
                Math.round(within(y, room.getHeight() - getHeight())));
    }

    private static double within(double value, double most) {
        return Math.max(GAP, Math.min(value, most - GAP));
    }

    /// Goes, and gives the keyboard back if it has it.
    void hide(Node back) {
        if (!isVisible()) {
            return;
        }
        handOver();
        boolean keyboard = isFocusWithin();
        setVisible(false);
        if (keyboard) {
            back.requestFocus();
        }
        deeds.left();
    }
}
