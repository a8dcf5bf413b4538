package dev.pharos.ui.note;

import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;

import jfx.incubator.scene.control.richtext.model.CodeTextModel;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;

/// The keys and the mouse in the Markdown of a note, as far as they mean more than to the control.
final class WritingKeys {
    private static final DateTimeFormatter PASTED =
            DateTimeFormatter.ofPattern("'Pasted' yyyy-MM-dd HH.mm.ss'.png'");

    private final SourcePane source;
    private final CompletionList choices;
    private final Consumer<Run.Lead> follow;
    private final Taken taken;

    /// Where pictures and files go that are pasted or dropped.
    interface Taken {
        void picture(Image picture, String name);

        void files(List<Path> files);
    }

    WritingKeys(SourcePane source, CompletionList choices, Consumer<Run.Lead> follow, Taken taken) {
        this.source = source;
        this.choices = choices;
        this.follow = follow;
        this.taken = taken;
        var area = source.area();
        area.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        area.addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
        area.addEventFilter(DragEvent.DRAG_OVER, this::dragged);
        area.addEventFilter(DragEvent.DRAG_DROPPED, this::dropped);
    }

    private CodeTextModel model() {
        return source.model();
    }

    /// Does what a key that is pressed means here, before the window or the control takes it.
    ///
    /// @return whether it meant something
    boolean takes(KeyEvent event) {
        var selected = source.selection();
        if (selected == null) {
            return false;
        }
        return event.isShortcutDown() ? shortcut(event, selected) : plain(event, selected);
    }

    private boolean plain(KeyEvent event, Typing.Selection selected) {
        if (event.isAltDown()) {
            return false;
        }
        if (!event.isShiftDown() && choices.pressed(event.getCode())) {
            return true;
        }
        return switch (event.getCode()) {
            case ENTER -> !event.isShiftDown() && make(Typing.enter(model(), selected));
            case TAB -> make(Typing.tab(model(), selected, event.isShiftDown()));
            case BACK_SPACE -> make(Typing.backspace(model(), selected));
            default -> event.getCode().isLetterKey(); // it is typed, and no command of the window
        };
    }

    private boolean shortcut(KeyEvent event, Typing.Selection selected) {
        boolean shift = event.isShiftDown();
        return switch (event.getCode()) {
            case B -> !shift && make(Typing.around(model(), selected, "**"));
            case I -> !shift && make(Typing.around(model(), selected, "*"));
            case K -> shift && make(Typing.link(model(), selected));
            case ENTER -> follow();
            case V -> !shift && paste(selected);
            case Z -> {
                step(shift);
                yield true;
            }
            case Y -> {
                step(true);
                yield true;
            }
            default -> false;
        };
    }

    private void step(boolean forth) {
        if (forth) {
            source.steps().redo();
        } else {
            source.steps().undo();
        }
    }

    private boolean make(@Nullable Edit edit) {
        if (edit != null) {
            source.make(edit);
        }
        return edit != null;
    }

    private void typed(KeyEvent event) {
        var selected = source.selection();
        String letter = event.getCharacter();
        boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
        if (selected != null
                && plain
                && letter.length() == 1
                && make(Typing.typed(model(), selected, letter))) {
            event.consume();
        }
    }

    /// Goes where the link at the caret leads.
    boolean follow() {
        var caret = source.area().getCaretPosition();
        if (caret == null) {
            return false;
        }
        var lead = Following.at(model().getPlainText(caret.index()), caret.offset());
        lead.ifPresent(follow);
        return lead.isPresent();
    }

    private void clicked(MouseEvent event) {
        if (event.isShortcutDown()
                && event.getButton() == MouseButton.PRIMARY
                && event.isStillSincePress()
                && follow()) {
            event.consume();
        }
    }

    private boolean paste(Typing.Selection selected) {
        var clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            taken.files(clipboard.getFiles().stream().map(File::toPath).toList());
            return true;
        }
        if (clipboard.hasString()) {
            return make(Typing.paste(model(), selected, clipboard.getString()));
        }
        if (clipboard.hasImage()) {
            taken.picture(clipboard.getImage(), PASTED.format(LocalDateTime.now()));
        }
        return clipboard.hasImage();
    }

    private void dragged(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            var place = source.area().getTextPosition(event.getScreenX(), event.getScreenY());
            if (place != null) {
                source.area().select(place);
            }
            taken.files(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
