package dev.pharos.ui.shell;

import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Kept;
import dev.pharos.ui.work.WindowFile;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Sees to it that nothing that is open keeps the window from ever being used again: what was open
/// at a start after which the window never answered is not opened by itself the next time. For the
/// JavaFX thread.
public final class StartGuard {
    private static final String FEATURE = "opening";
    private static final Duration BEAT = Duration.millis(500);
    private static final long LATE_NS = TimeUnit.SECONDS.toNanos(2);
    private static final int BEATS = 20;

    /// What is open.
    ///
    /// @param at which of the tabs is chosen
    public record Open(List<WindowSettings.Kept> tabs, int at) {
        static final Open NONE = new Open(List.of(), 0);

        public Open {
            tabs = List.copyOf(tabs);
        }
    }

    /// What is kept of it.
    ///
    /// @param under whether something was opened, and the window has not answered since
    /// @param held what is not opened by itself
    private record Settings(boolean under, Open held) {
        static final Settings USUAL = new Settings(false, Open.NONE);

        /// What is held of another library is not held in this one.
        Settings begun(Predicate<String> known) {
            boolean here =
                    held.tabs().stream()
                            .map(WindowSettings.Kept::source)
                            .anyMatch(id -> id != null && known.test(id));
            return new Settings(under, here ? held : Open.NONE);
        }
    }

    private final Kept<Settings> kept;
    private final ReadOnlyObjectWrapper<Open> held = new ReadOnlyObjectWrapper<>(Open.NONE);
    private final Timeline beats = new Timeline(new KeyFrame(BEAT, _ -> beat()));
    private long last;
    private int answered;

    StartGuard(WindowFile file, Background background) {
        kept =
                file.kept(
                        FEATURE,
                        Settings.class,
                        Settings.USUAL,
                        before -> before.begun(file.known()),
                        background);
        held.set(kept.value().held());
        beats.setCycleCount(Timeline.INDEFINITE);
    }

    /// What was open and is not opened by itself; has no tabs where there is nothing.
    public ReadOnlyObjectProperty<Open> heldProperty() {
        return held.getReadOnlyProperty();
    }

    /// Asked before anything is opened at a start.
    ///
    /// @return whether it may be opened; else it is held from now on
    boolean mayOpen(Open all) {
        if (all.tabs().isEmpty()) {
            return true;
        }
        if (kept.value().under()) {
            held.set(all);
            kept.changeHere(_ -> new Settings(false, all));
            return false;
        }
        watch();
        return true;
    }

    /// Notes that something is about to be opened, until the window has answered for some seconds.
    private void watch() {
        kept.changeHere(now -> new Settings(true, held.get()));
        answered = 0;
        last = System.nanoTime();
        beats.playFromStart();
    }

    private void beat() {
        long now = System.nanoTime();
        answered = now - last < LATE_NS ? answered + 1 : 0;
        last = now;
        if (answered >= BEATS) {
            answered();
        }
    }

    /// The window answers, or is closed as it should be.
    void answered() {
        beats.stop();
        if (kept.value().under()) {
            kept.change(_ -> new Settings(false, held.get()));
        }
    }

    /// The same, and it is kept when this returns.
    void closed() {
        beats.stop();
        if (kept.value().under()) {
            kept.changeHere(_ -> new Settings(false, held.get()));
        }
    }

    /// Holds nothing any more.
    ///
    /// @param open whether it is opened now
    /// @return what was held
    Open letGo(boolean open) {
        var all = held.get();
        held.set(Open.NONE);
        if (open) {
            watch();
        } else {
            kept.change(now -> new Settings(now.under(), Open.NONE));
        }
        return all;
    }
}
