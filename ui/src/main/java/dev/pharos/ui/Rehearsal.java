package dev.pharos.ui;

import dev.pharos.ui.command.Command;
import dev.pharos.ui.command.Commands;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

import java.util.ArrayList;
import java.util.List;

/// Goes everywhere in a window that nobody looks at, so that what each screen needs of the program
/// has been loaded once: every place that a command leads to, the palette, and what the list of the
/// library begins with. For the JavaFX thread.
final class Rehearsal {
    private static final Duration A_LOOK = Duration.millis(200);
    private static final int SOURCES = 15;
    private static final String LIBRARY = "command.library";

    private final Scene scene;
    private final Commands commands;

    Rehearsal(Scene scene, Commands commands) {
        this.scene = scene;
        this.commands = commands;
    }

    /// @param ended runs at the end, once
    void begin(Runnable ended) {
        var deeds = new ArrayList<Runnable>();
        for (var command : commands.all()) {
            if (command.group() == Command.Group.GO) {
                deeds.add(() -> run(command));
                deeds.add(() -> type("a"));
                deeds.add(() -> press(KeyCode.ESCAPE));
            }
        }
        for (int i = 0; i < SOURCES; i++) {
            deeds.add(() -> commands.find(LIBRARY).ifPresent(this::run));
            deeds.add(() -> press(KeyCode.DOWN));
            deeds.add(() -> press(KeyCode.ENTER));
            deeds.add(() -> press(KeyCode.PAGE_DOWN));
        }
        deeds.add(ended);
        run(deeds);
    }

    private static void run(List<Runnable> deeds) {
        var timeline = new Timeline();
        for (int i = 0; i < deeds.size(); i++) {
            var deed = deeds.get(i);
            timeline.getKeyFrames().add(new KeyFrame(A_LOOK.multiply(i + 1), _ -> deed.run()));
        }
        timeline.play();
    }

    private void run(Command command) {
        if (command.possible().getAsBoolean()) {
            command.action().run();
        }
    }

    private void press(KeyCode code) {
        fire(KeyEvent.KEY_PRESSED, "", code);
        fire(KeyEvent.KEY_RELEASED, "", code);
    }

    private void type(String letter) {
        fire(KeyEvent.KEY_TYPED, letter, KeyCode.UNDEFINED);
    }

    private void fire(EventType<KeyEvent> type, String letter, KeyCode code) {
        var owner = scene.getFocusOwner();
        Event.fireEvent(
                owner == null ? scene.getRoot() : owner,
                new KeyEvent(type, letter, "", code, false, false, false, false));
    }
}
