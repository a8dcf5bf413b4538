package dev.pharos.ui;

import dev.pharos.engine.work.Job;
import dev.pharos.ui.beside.BesideViewModel;
import dev.pharos.ui.beside.Notices;
import dev.pharos.ui.beside.Surroundings;
import dev.pharos.ui.beside.Tray;
import dev.pharos.ui.job.LongWork;
import dev.pharos.ui.job.WorkText;
import dev.pharos.ui.recording.RecordingViewModel;
import dev.pharos.ui.recording.RecordingViewModel.Result;
import dev.pharos.ui.work.Background;

import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Keeps the program within reach where its window is not in front or not there: by the tray, by
/// the small window for a thought, by what a second start wishes, by notices of the system. For the
/// JavaFX thread.
final class Resident {
    private static final Duration IDLE = Duration.seconds(2);

    private final Stage stage;
    private final Frame frame;
    private final Surroundings around;
    private final Background background;
    private final Notices notices;
    private Runnable quit = () -> {};
    private Runnable end = () -> {};
    private @Nullable CaptureWindow capture;
    private @Nullable Door door;
    private Screens.@Nullable Opened attached;
    private boolean parked;
    private boolean ended;
    private volatile Tray.@Nullable Content wanted;

    Resident(Stage stage, Frame frame, Surroundings around, Background background) {
        this.stage = stage;
        this.frame = frame;
        this.around = around;
        this.background = background;
        this.notices = new Notices(around.tray());
    }

    /// @param quit ends all as its user wishes
    /// @param end ends all at once
    void onEnd(Runnable quit, Runnable end) {
        this.quit = quit;
        this.end = end;
    }

    /// Begins, when the window is there: what is not needed at once is built when nothing else is
    /// to be done.
    void begin() {
        frame.serve(this::capture, this::front);
        frame.onBuilt(this::attach);
        attach();
        var idle = new PauseTransition(IDLE);
        idle.setOnFinished(_ -> {
            if (!ended) {
                captureWindow();
                prepareRecording();
            }
        });
        idle.play();
    }

    private void prepareRecording() {
        var recording = frame.opened().recording();
        if (recording != null) {
            recording.prepare();
        }
    }

    /// Follows what fills the window now.
    private void attach() {
        var opened = frame.opened();
        attached = opened;
        boolean open = capture != null && capture.shown();
        if (capture != null) {
            capture.close();
            capture = null;
        }
        if (open) {
            capture();
        }
        var beside = opened.beside().settings();
        beside.trayProperty().subscribe(_ -> showTray(opened));
        var recording = opened.recording();
        if (recording != null) {
            recording.elapsed().subscribe(_ -> showTray(opened));
            recording.runningProperty().subscribe(_ -> showTray(opened));
            recording.resultProperty().subscribe((_, result) -> tell(opened, result));
        }
        opened.beside().works().onEnd(work -> tell(opened, work));
    }

    private void showTray(Screens.Opened opened) {
        if (opened != attached || ended || !opened.beside().settings().trayProperty().get()) {
            return;
        }
        var recording = opened.recording();
        boolean running = recording != null && recording.runningProperty().get();
        String tip = opened.title().getValue();
        var before = wanted;
        if (before != null && before.tip().equals(tip) && before.recording() == running) {
            return;
        }
        wanted = new Tray.Content(tip, running, () -> show(this::front), menu(recording));
        work(() -> {
            var now = wanted;
            if (now != null) {
                around.tray().show(now);
            }
        });
    }

    private void work(Runnable does) {
        background
                .<Boolean>job(
                        _ -> {
                            does.run();
                            return true;
                        },
                        _ -> {})
                .start();
    }

    private void show(Runnable showing) {
        background.show(showing);
    }

    private List<Tray.Item> menu(@Nullable RecordingViewModel recording) {
        var texts = frame.texts();
        var items = new ArrayList<Tray.Item>();
        items.add(new Tray.Item(texts.text("tray.show"), () -> show(this::front)));
        items.add(new Tray.Item(texts.text("tray.note"), () -> show(this::capture)));
        if (recording != null) {
            boolean running = recording.runningProperty().get();
            items.add(
                    new Tray.Item(
                            texts.text(running ? "tray.stop" : "tray.record"),
                            () -> show(recording::startOrStop)));
        }
        items.add(
                new Tray.Item(
                        texts.text("tray.search"),
                        () ->
                                show(() -> {
                                    front();
                                    frame.opened().shell().start();
                                })));
        items.add(new Tray.Item(texts.text("tray.quit"), () -> show(quit)));
        return items;
    }

    private void tell(Screens.Opened opened, LongWork work) {
        if (work.state() == Job.State.DONE || work.state() == Job.State.FAILED) {
            tell(opened, WorkText.ended(work, frame.texts()));
        }
    }

    private void tell(Screens.Opened opened, Result result) {
        switch (result) {
            case Result.None() -> {}
            case Result.Kept kept ->
                    tell(opened, frame.texts().text("capture.recorded", kept.title()));
            case Result.Failed(var why) -> tell(opened, new ProblemText(frame.texts()).of(why));
        }
    }

    /// A notice of the system, for whoever looks elsewhere.
    private void tell(Screens.Opened opened, String words) {
        boolean elsewhere = !stage.isFocused() && (capture == null || !capture.shown());
        if (opened == attached && elsewhere) {
            String title = frame.texts().text("shell.title");
            work(() -> notices.tell(title, words));
        }
    }

    /// Does from now on what is wished from outside.
    void serve(Door from) {
        door = from;
        from.open(wish -> Platform.runLater(() -> grant(wish)));
    }

    /// Does what is wished from outside.
    void grant(Door.Wish wish) {
        if (ended) {
            return;
        }
        switch (wish) {
            case SHOW -> front();
            case CAPTURE -> capture();
            case CLOSE -> end.run();
        }
    }

    /// Brings the window before all others.
    void front() {
        parked = false;
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    /// Brings the small window.
    void capture() {
        captureWindow().show();
    }

    CaptureWindow captureWindow() {
        if (capture == null) {
            var opened = frame.opened();
            capture =
                    new CaptureWindow(
                            opened.beside().capture(),
                            opened.recording(),
                            frame.themes(),
                            frame.texts());
        }
        return Objects.requireNonNull(capture);
    }

    private BesideViewModel settings() {
        return frame.opened().beside().settings();
    }

    /// Whether the program can go on without its window.
    boolean canPark() {
        return settings().trayProperty().get();
    }

    /// Whether its user wants that.
    boolean parks() {
        return canPark() && settings().settingsProperty().get().keepInTray();
    }

    /// Takes the window away and goes on.
    void park() {
        parked = true;
        stage.hide();
        var texts = frame.texts();
        work(() -> notices.tell(texts.text("shell.title"), texts.text("tray.kept")));
    }

    boolean parked() {
        return parked;
    }

    /// Takes away what there is beside the window. Harmless when done before.
    void close() {
        ended = true;
        parked = false;
        if (door != null) {
            door.close();
        }
        if (capture != null) {
            capture.close();
        }
        background.<Boolean>keep(
                _ -> {
                    around.tray().close();
                    return true;
                },
                _ -> {});
    }
}
