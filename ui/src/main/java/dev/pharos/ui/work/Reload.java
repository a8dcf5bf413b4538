package dev.pharos.ui.work;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/// Reads something again and again, one reading after the other, so that what is shown last was
/// also read last. Of several that wait only the newest is done. For the JavaFX thread.
///
/// @param <T> what is read
public final class Reload<T> {
    private final Background background;
    private boolean reading;
    private @Nullable Runnable next;

    public Reload(Background background) {
        this.background = background;
    }

    /// Reads now, or as soon as the reading that goes on has ended.
    ///
    /// @param then hears how it ended
    public void read(Work<T> work, Consumer<Outcome<T>> then) {
        if (reading) {
            next = () -> read(work, then);
            return;
        }
        reading = true;
        background
                .<T>job(
                        work,
                        outcome -> {
                            reading = false;
                            then.accept(outcome);
                            goOn();
                        })
                .start();
    }

    private void goOn() {
        var after = next;
        if (after != null && !reading) {
            next = null;
            after.run();
        }
    }
}
