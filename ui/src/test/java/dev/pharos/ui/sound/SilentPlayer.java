package dev.pharos.ui.sound;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.Player;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A player that nobody hears: a test moves its position by hand.
public final class SilentPlayer implements Player {

    /// What it was asked to play.
    public record Played(long startMs, long endMs, double speed) {}

    private final List<Played> played = new CopyOnWriteArrayList<>();
    private volatile State state = new State(false, 0, false);
    private volatile @Nullable Problem refusal;

    public List<Played> played() {
        return played;
    }

    /// From now on it cannot play.
    public void refuse(Problem problem) {
        refusal = problem;
    }

    public void hear(long positionMs) {
        state = new State(true, positionMs, false);
    }

    public void end(long positionMs) {
        state = new State(false, positionMs, true);
    }

    @Override
    public void play(Path file, Path name, long startMs, long endMs, double speed)
            throws ProblemException {
        var problem = refusal;
        if (problem != null) {
            throw new ProblemException(problem);
        }
        state = new State(true, startMs, false);
        played.add(new Played(startMs, endMs, speed));
    }

    @Override
    public void pause() {
        state = new State(false, state.positionMs(), false);
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public void close() {}
}
