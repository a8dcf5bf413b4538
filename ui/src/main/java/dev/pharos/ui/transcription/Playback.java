package dev.pharos.ui.transcription;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.Player;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// What is heard: the position in the sound that is open, and the way to move it. The player's
/// calls are made on a worker, one after another; of several that wait only the newest is made.
/// Knows no clock: somebody calls [#look] while it plays.
public final class Playback {
    public static final double SLOWEST = 0.5;
    public static final double FASTEST = 3;

    /// A piece of sound.
    ///
    /// @param durationMs 0 while unknown
    /// @param name the original one, for messages
    public record Sound(Path file, Path name, long durationMs) {}

    /// A stretch that is heard again and again.
    public record Loop(long startMs, long endMs) {}

    @FunctionalInterface
    private interface Command {
        void run() throws ProblemException;
    }

    private final Player player;
    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable Sound> sound = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper position = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Loop> loop = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    private @Nullable Command next;
    private boolean busy;

    public Playback(Player player, Background background) {
        this.player = player;
        this.background = background;
        speed.subscribe((_, _) -> {
            if (playing.get()) {
                playFrom(position.get());
            }
        });
    }

    public ReadOnlyObjectProperty<@Nullable Sound> soundProperty() {
        return sound.getReadOnlyProperty();
    }

    /// In milliseconds.
    public ReadOnlyLongProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Loop> loopProperty() {
        return loop.getReadOnlyProperty();
    }

    /// Why nothing is heard, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// From [#SLOWEST] to [#FASTEST].
    public DoubleProperty speedProperty() {
        return speed;
    }

    /// Stops what was heard and stands at the beginning of another sound.
    public void load(@Nullable Sound other) {
        pause();
        loop.set(null);
        problem.set(null);
        sound.set(other);
        position.set(0);
    }

    /// Tells how long the sound that is open is, once that is known.
    public void lasts(long durationMs) {
        var open = sound.get();
        if (open != null) {
            sound.set(new Sound(open.file(), open.name(), durationMs));
        }
    }

    public void toggle() {
        if (playing.get()) {
            pause();
        } else {
            var open = sound.get();
            boolean atEnd =
                    open != null && open.durationMs() > 0 && position.get() >= open.durationMs();
            playFrom(atEnd ? 0 : position.get());
        }
    }

    /// Moves, and goes on playing where it played.
    public void seek(long ms) {
        if (playing.get()) {
            playFrom(ms);
        } else {
            stand(ms);
        }
    }

    public void skip(long ms) {
        seek(position.get() + ms);
    }

    public void playFrom(long ms) {
        var open = sound.get();
        if (open == null) {
            return;
        }
        stand(ms);
        long from = position.get();
        var around = loop.get();
        long until = around == null ? Long.MAX_VALUE : around.endMs();
        double pace = speed.get();
        playing.set(true);
        problem.set(null);
        send(() -> player.play(open.file(), open.name(), from, until, pace));
    }

    public void pause() {
        if (playing.get()) {
            playing.set(false);
            send(player::pause);
        }
    }

    /// Is silent because something else is played with the same player now.
    public void giveWay() {
        playing.set(false);
        next = null;
    }

    /// Hears a stretch again and again, from now on if something is heard; null ends that.
    public void loop(@Nullable Loop around) {
        loop.set(around);
        if (around != null && !within(around, position.get())) {
            seek(around.startMs());
        } else if (playing.get()) {
            playFrom(position.get());
        }
    }

    /// Takes over where the player is.
    public void look() {
        if (busy || !playing.get()) {
            return;
        }
        var state = player.state();
        var around = loop.get();
        if (state.playing()) {
            position.set(state.positionMs());
        } else if (around != null && state.ended()) {
            playFrom(around.startMs());
        } else {
            position.set(state.positionMs());
            playing.set(false);
        }
    }

    private void stand(long ms) {
        var open = sound.get();
        long last = open == null || open.durationMs() <= 0 ? Long.MAX_VALUE : open.durationMs();
        long to = Math.clamp(ms, 0, last);
        var around = loop.get();
        if (around != null && !within(around, to)) {
            loop.set(null);
        }
        position.set(to);
    }

    private static boolean within(Loop around, long ms) {
        return around.startMs() <= ms && ms < around.endMs();
    }

    private void send(Command command) {
        next = command;
        if (!busy) {
            sendNext();
        }
    }

    private void sendNext() {
        var command = next;
        if (command == null) {
            return;
        }
        next = null;
        busy = true;
        background
                .<Boolean>job(
                        _ -> {
                            command.run();
                            return true;
                        },
                        this::sent)
                .start();
    }

    private void sent(Outcome<Boolean> outcome) {
        busy = false;
        if (next != null) {
            sendNext();
        } else if (outcome instanceof Outcome.Failed(var why)) {
            playing.set(false);
            problem.set(why);
        }
    }
}
