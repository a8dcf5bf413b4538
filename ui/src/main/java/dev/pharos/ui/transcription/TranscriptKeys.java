package dev.pharos.ui.transcription;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.Set;

/// The keys of the transcript, wherever in it the keyboard is, but for where text is typed.
final class TranscriptKeys {
    /// What one may press where no words are shown, too.
    private static final Set<KeyCode> OF_SOUND =
            EnumSet.of(
                    KeyCode.SPACE,
                    KeyCode.LEFT,
                    KeyCode.RIGHT,
                    KeyCode.I,
                    KeyCode.O,
                    KeyCode.PLUS,
                    KeyCode.EQUALS,
                    KeyCode.ADD,
                    KeyCode.MINUS,
                    KeyCode.SUBTRACT,
                    KeyCode.DIGIT0,
                    KeyCode.NUMPAD0);

    private final TranscriptViewModel viewModel;
    private final PlayerController player;
    private final TranscriptPane words;

    TranscriptKeys(TranscriptViewModel viewModel, PlayerController player, TranscriptPane words) {
        this.viewModel = viewModel;
        this.player = player;
        this.words = words;
    }

    /// @param list would else take some of them for itself
    void listen(Node whole, Node list) {
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, true));
        whole.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (list.isVisible() || OF_SOUND.contains(event.getCode())) {
                        pressed(event, false);
                    }
                });
    }

    private void pressed(KeyEvent event, boolean inList) {
        if (event.isConsumed()
                || event.isAltDown()
                || event.getTarget() instanceof TextInputControl) {
            return;
        }
        boolean taken = event.isShortcutDown() ? shortcut(event) : plain(event, inList);
        if (taken) {
            event.consume();
        }
    }

    private boolean shortcut(KeyEvent event) {
        boolean shift = event.isShiftDown();
        var editing = viewModel.editing();
        var finding = viewModel.finding();
        Runnable does =
                switch (event.getCode()) {
                    case Z -> shift ? editing::redo : editing::undo;
                    case Y -> editing::redo;
                    case C -> () -> words.copy(shift);
                    case G -> shift ? finding::previous : finding::next;
                    default -> null;
                };
        return done(does);
    }

    private boolean plain(KeyEvent event, boolean inList) {
        Runnable does =
                switch (event.getCode()) {
                    case SPACE -> viewModel.playback()::toggle;
                    case LEFT -> () -> player.skip(false);
                    case RIGHT -> () -> player.skip(true);
                    case PLUS, EQUALS, ADD -> () -> player.changeSpeed(true);
                    case MINUS, SUBTRACT -> () -> player.changeSpeed(false);
                    case I -> () -> player.zoom(true);
                    case O -> () -> player.zoom(false);
                    case DIGIT0, NUMPAD0 -> player::showWhole;
                    case L -> words::toggleLoop;
                    case P -> words::playChosen;
                    case S -> words::nameChosen;
                    case C -> words::confirm;
                    case N -> () -> words.toDoubtful(!event.isShiftDown());
                    case F2 -> words::editChosen;
                    case ENTER -> inList ? words::editChosen : null;
                    default -> null;
                };
        return done(does);
    }

    private static boolean done(@Nullable Runnable does) {
        if (does != null) {
            does.run();
        }
        return does != null;
    }
}
