package dev.pharos.ui.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pharos.engine.problem.Problem;
import dev.pharos.ui.sound.SilentPlayer;
import dev.pharos.ui.sound.SilentPlayer.Played;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;

final class PlaybackTest {
    private static final long END = Long.MAX_VALUE;

    private final ArrayDeque<Runnable> worker = new ArrayDeque<>();
    private final SilentPlayer player = new SilentPlayer();
    private final Playback playback =
            new Playback(player, new Background(worker::add, Runnable::run));

    @BeforeEach
    void load() {
        playback.load(new Playback.Sound(Path.of("a.wav"), Path.of("a.wav"), 60_000));
    }

    private void work() {
        while (!worker.isEmpty()) {
            worker.remove().run();
        }
    }

    @Test
    void ofSeveralClicksInARowOnlyTheFirstAndTheLastReachThePlayer() {
        playback.playFrom(1_000);
        playback.playFrom(2_000);
        playback.playFrom(3_000);
        work();
        assertEquals(
                List.of(new Played(1_000, END, 1), new Played(3_000, END, 1)), player.played());
    }

    @Test
    void thePositionFollowsThePlayer() {
        playback.playFrom(1_000);
        work();
        player.hear(1_400);
        playback.look();
        assertEquals(1_400, playback.positionProperty().get());
    }

    @Test
    void anotherSpeedGoesOnFromWhereItIs() {
        playback.playFrom(1_000);
        work();
        player.hear(5_000);
        playback.look();
        playback.speedProperty().set(2);
        work();
        assertEquals(new Played(5_000, END, 2), player.played().getLast());
    }

    @Test
    void aLoopBeginsAgainAtItsEnd() {
        playback.loop(new Playback.Loop(10_000, 12_000));
        playback.toggle();
        work();
        player.end(12_000);
        playback.look();
        work();
        var once = new Played(10_000, 12_000, 1);
        assertEquals(List.of(once, once), player.played());
    }

    @Test
    void aClickBesideTheLoopLeavesIt() {
        playback.loop(new Playback.Loop(10_000, 12_000));
        playback.playFrom(30_000);
        work();
        assertEquals(List.of(new Played(30_000, END, 1)), player.played());
    }

    @Test
    void atTheEndPlayBeginsAnew() {
        playback.seek(60_000);
        playback.toggle();
        work();
        assertEquals(List.of(new Played(0, END, 1)), player.played());
    }

    @Test
    void withoutAnOutputItSaysWhyAndStopsPretending() {
        player.refuse(new Problem.NoSoundOutput("no device"));
        playback.toggle();
        work();
        assertFalse(playback.playingProperty().get());
        assertEquals(new Problem.NoSoundOutput("no device"), playback.problemProperty().get());
    }
}
