package dev.pharos.ui.document;

import dev.pharos.engine.annotation.Highlight;
import dev.pharos.engine.annotation.Highlight.Colour;
import dev.pharos.ui.Texts;
import dev.pharos.ui.work.Kept;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Shows the bar at what is selected or was clicked, and does what is chosen there. For the JavaFX
/// thread.
final class ReaderMarks implements MarkBar.Deeds {
    private static final int LINE = 18;
    private static final Set<KeyCode> SCROLLING =
            EnumSet.of(
                    KeyCode.UP,
                    KeyCode.DOWN,
                    KeyCode.PAGE_UP,
                    KeyCode.PAGE_DOWN,
                    KeyCode.HOME,
                    KeyCode.END,
                    KeyCode.SPACE);

    private final Marking marking;
    private final Kept<ReaderSettings> settings;
    private final Supplier<Sheet> sheet;
    private final Quoting quoting;
    private final MarkBar bar;
    private Bounds at = new BoundingBox(0, 0, 0, 0);
    private @Nullable Highlight marked;

    /// @param room what the sheets and the panel beside them lie in
    /// @param sheet the one that is shown
    /// @param quoting takes words that were selected
    ReaderMarks(
            Pane room,
            Supplier<Sheet> sheet,
            Marking marking,
            Kept<ReaderSettings> settings,
            Quoting quoting,
            Texts texts) {
        this.sheet = sheet;
        this.marking = marking;
        this.settings = settings;
        this.quoting = quoting;
        bar = new MarkBar(room, this, texts);
        room.getChildren().add(bar);
        room.addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                event -> {
                    at =
                            new BoundingBox(
                                    event.getScreenX(), event.getScreenY() - LINE / 2.0, 1, LINE);
                });
    }

    void listen(Sheet to) {
        to.selectedProperty().subscribe(this::selected);
        to.onHighlight(this::clicked);
        to.node().addEventFilter(ScrollEvent.SCROLL, _ -> closeUnlessEditing());
        to.node()
                .addEventFilter(
                        KeyEvent.KEY_PRESSED,
                        event -> {
                            if (SCROLLING.contains(event.getCode()) && !event.isShiftDown()) {
                                closeUnlessEditing();
                            }
                        });
    }

    /// What it stands at goes elsewhere.
    private void closeUnlessEditing() {
        if (!bar.isEditing()) {
            close();
        }
    }

    private void selected(@Nullable Selected now) {
        if (now != null) {
            marked = null;
            at = now.last();
            bar.show(at, null);
        } else {
            closeUnlessEditing();
        }
    }

    private void clicked(UUID id) {
        marking.find(id)
                .ifPresent(highlight -> {
                    bar.show(at, highlight);
                    marked = highlight;
                });
    }

    /// Opens the note of a highlight.
    ///
    /// @param where it stands on the screen
    void edit(Highlight highlight, Bounds where) {
        at = where;
        bar.edit(where, highlight);
        marked = highlight;
    }

    /// Marks what is selected in the colour that was last marked with.
    void mark() {
        colour(settings.value().marker());
    }

    boolean isOpen() {
        return bar.isVisible();
    }

    boolean isEditing() {
        return bar.isEditing();
    }

    /// Whether a key ends the note of a highlight, which is kept.
    boolean ends(KeyEvent event) {
        boolean ends = bar.ends(event);
        if (ends) {
            close();
        }
        return ends;
    }

    @Override
    public void close() {
        bar.hide(sheet.get().node());
    }

    private @Nullable Selected selection() {
        return sheet.get().selectedProperty().get();
    }

    @Override
    public void colour(Colour colour) {
        var highlight = marked;
        if (highlight != null) {
            marking.colour(highlight, colour);
        } else {
            mark(colour, _ -> {});
        }
        settings.change(now -> now.with(colour));
        close();
    }

    private void mark(Colour colour, Consumer<Highlight> then) {
        var selected = selection();
        if (selected != null && !selected.text().isBlank()) {
            marking.mark(selected.start(), selected.end(), colour, then);
            sheet.get().clearSelection();
        }
    }

    @Override
    public void openNote() {
        var where = at;
        if (marked != null) {
            bar.edit(where, marked);
        } else {
            mark(settings.value().marker(), made -> edit(made, where));
        }
    }

    @Override
    public void note(Highlight highlight, String words) {
        marking.note(highlight, words);
    }

    private String words() {
        var selected = selection();
        return marked != null ? marked.quote() : selected == null ? "" : selected.text();
    }

    @Override
    public void copy() {
        var content = new ClipboardContent();
        content.putString(words());
        Clipboard.getSystemClipboard().setContent(content);
        close();
    }

    @Override
    public void ask() {
        String quote = words().strip().replaceAll("\\s+", " ");
        close();
        quoting.ask(quote);
    }

    /// Whether there are words that [#write] would take.
    boolean selects() {
        return !words().isBlank();
    }

    @Override
    public void write() {
        var highlight = marked;
        var selected = selection();
        if (highlight != null) {
            var place = highlight.place();
            quoting.write(place.startOffset(), place.endOffset(), highlight.quote());
        } else if (selected != null && !selected.text().isBlank()) {
            quoting.write(selected.start(), selected.end(), selected.text());
        }
        close();
    }

    @Override
    public void remove() {
        if (marked != null) {
            bar.forget();
            marking.remove(marked);
        }
        close();
    }

    @Override
    public void left() {
        marked = null;
    }
}
