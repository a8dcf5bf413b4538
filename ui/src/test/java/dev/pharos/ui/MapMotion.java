package dev.pharos.ui;

import dev.pharos.engine.work.Progress;

import javafx.animation.AnimationTimer;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Measures how smoothly a graph of 5,000 notes moves: `-Dmotion=5000`. It prints, for each kind of
/// movement, how far the pulses lie apart and how much the thread of JavaFX worked. See
/// docs/measuring.md.
@SuppressWarnings("NullAway.Init")
@EnabledIfSystemProperty(named = "motion", matches = "\\d+")
final class MapMotion {
    private static final int FRAMES = 150;

    @TempDir Path temp;
    private final PatientRobot robot = new PatientRobot();
    private TestWindow window;
    private Node view;

    /// How far the pulses lie apart, and how much the thread of JavaFX itself worked in between.
    private final List<Double> frames = Collections.synchronizedList(new ArrayList<>());

    private final List<Double> worked = Collections.synchronizedList(new ArrayList<>());

    @Test
    void measure() throws Exception {
        int notes = Integer.getInteger("motion", 0);
        var home = temp.resolve("home");
        LargeLibrary.make(home.resolve("library"), notes);
        window = TestWindow.open(home, 1280, 800, Locale.ENGLISH);
        try {
            tellGraph();
            robot.press(KeyCode.CONTROL).type(KeyCode.G).release(KeyCode.CONTROL);
            view = window.await(".graph-view", Node.class, Node::isVisible);
            Pictures.pause(4_000);
            move("while it settles", _ -> {});
            Pictures.pause(25_000);
            move("panning", this::pan);
            move("zooming in", frame -> scroll(frame % 2 == 0 ? 12 : 10));
            move("panning, near", this::pan);
            move("zooming out", frame -> scroll(frame % 2 == 0 ? -12 : -10));
            move("hovering", this::hover);
            robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.L);
            robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
            var strip = window.await(".timeline-strip", Node.class, Node::isVisible);
            Pictures.pause(2_000);
            view = strip;
            move("timeline", frame -> scroll(frame % 40 < 20 ? 30 : -30));
        } finally {
            window.close();
        }
    }

    private void tellGraph() {
        long start = System.nanoTime();
        var graph = window.library.relations().graph(Progress.NONE);
        IO.println(
                "%,d nodes, %,d edges, read in %.1f s"
                        .formatted(
                                graph.nodes().size(),
                                graph.edges().size(),
                                (System.nanoTime() - start) / 1e9));
    }

    private interface Movement {
        void step(int frame);
    }

    /// One step of a movement in each pulse, and how long the pulses lie apart.
    private void move(String what, Movement movement) {
        frames.clear();
        worked.clear();
        var threads = ManagementFactory.getThreadMXBean();
        var timer =
                new AnimationTimer() {
                    private int frame;
                    private long last;
                    private long work;

                    @Override
                    public void handle(long now) {
                        long time = System.nanoTime();
                        long cpu = threads.getCurrentThreadCpuTime();
                        if (last != 0) {
                            worked.add((cpu - work) / 1e6);
                            frames.add((time - last) / 1e6);
                        }
                        last = time;
                        work = cpu;
                        movement.step(frame++);
                    }
                };
        robot.interact(timer::start);
        TestWindow.until(() -> frames.size() >= FRAMES);
        robot.interact(timer::stop);
        IO.println(what + ": between pulses " + told(frames) + "; of work " + told(worked));
    }

    private static String told(List<Double> times) {
        var sorted = times.stream().sorted().toList();
        return "median %.0f ms, 95 %% %.0f ms, longest %.0f ms"
                .formatted(
                        sorted.get(sorted.size() / 2),
                        sorted.get(sorted.size() * 95 / 100),
                        sorted.getLast());
    }

    private void pan(int frame) {
        double x = 300 + 100 * Math.sin(frame / 8.0);
        double y = 250 + 80 * Math.cos(frame / 8.0);
        if (frame == 0) {
            mouse(MouseEvent.MOUSE_PRESSED, x, y, true);
        }
        mouse(MouseEvent.MOUSE_DRAGGED, x, y, true);
    }

    private void hover(int frame) {
        mouse(MouseEvent.MOUSE_MOVED, 100 + frame * 2.5, 120 + frame * 2, false);
    }

    private void mouse(EventType<MouseEvent> type, double x, double y, boolean pressed) {
        view.fireEvent(
                new MouseEvent(
                        type,
                        x,
                        y,
                        x,
                        y,
                        pressed ? MouseButton.PRIMARY : MouseButton.NONE,
                        1,
                        false,
                        false,
                        false,
                        false,
                        pressed,
                        false,
                        false,
                        false,
                        false,
                        false,
                        new PickResult(view, x, y)));
    }

    private void scroll(double pixels) {
        view.fireEvent(
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        300,
                        250,
                        300,
                        250,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        pixels,
                        0,
                        pixels,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        new PickResult(view, 300, 250)));
    }
}
