package dev.pharos.ui.work;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Executor;

/// Runs the newest command after a pause, on the JavaFX thread, and forgets the earlier ones. For
/// the JavaFX thread.
public final class Pause implements Executor {
    private final PauseTransition pause;
    private final boolean extended;
    private @Nullable Runnable newest;

    private Pause(Duration length, boolean extended) {
        this.pause = new PauseTransition(length);
        this.extended = extended;
        pause.setOnFinished(_ -> {
            if (newest != null) {
                newest.run();
            }
        });
    }

    /// Each command begins the pause anew, as it suits typing.
    public static Pause afterTheLast(Duration length) {
        return new Pause(length, true);
    }

    /// A command waits no longer than the pause, as it suits news that come without end.
    public static Pause atMost(Duration length) {
        return new Pause(length, false);
    }

    @Override
    public void execute(Runnable command) {
        newest = command;
        if (extended) {
            pause.playFromStart();
        } else if (pause.getStatus() != Animation.Status.RUNNING) {
            pause.playFromStart();
        }
    }
}
