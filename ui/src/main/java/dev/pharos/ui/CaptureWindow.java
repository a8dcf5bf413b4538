package dev.pharos.ui;

import dev.pharos.ui.capture.CaptureController;
import dev.pharos.ui.capture.CaptureViewModel;
import dev.pharos.ui.recording.RecordingViewModel;
import dev.pharos.ui.theme.Themes;
import dev.pharos.ui.theme.Zoomed;

import javafx.scene.Scene;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The small window for a thought or a recording: above all others, and the large window stays
/// where it is. It is built before it is needed and only hidden, so that it comes at once. For the
/// JavaFX thread.
final class CaptureWindow {
    private static final Logger LOG = LoggerFactory.getLogger(CaptureWindow.class);
    private static final double WIDTH = 560;
    private static final double HEIGHT = 230;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Stage stage = new Stage(StageStyle.UTILITY);
    private final CaptureViewModel capture;
    private final CaptureController controller;
    private final Themes themes;

    /// @param recording null where nothing can be recorded
    CaptureWindow(
            CaptureViewModel capture,
            @Nullable RecordingViewModel recording,
            Themes themes,
            Texts texts) {
        this.capture = capture;
        this.themes = themes;
        controller = new CaptureController(capture, recording, texts, new ProblemText(texts));
        var scene =
                new Scene(
                        new Zoomed(
                                new Fxml(texts)
                                        .load(CaptureController.class, "capture", controller)),
                        WIDTH,
                        HEIGHT);
        themes.dress(scene);
        stage.setScene(scene);
        stage.setAlwaysOnTop(true);
        stage.setTitle(texts.text("capture.title"));
        stage.setOnCloseRequest(event -> {
            event.consume();
            hide();
        });
        controller.onHide(this::hide);
        capture.keepingProperty()
                .subscribe((before, now) -> {
                    if (before && !now && capture.problemProperty().get() == null) {
                        stage.hide();
                    }
                });
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    void show() {
        long asked = System.nanoTime();
        var scene = stage.getScene();
        scene.addPostLayoutPulseListener(
                new Runnable() {
                    @Override
                    public void run() {
                        scene.removePostLayoutPulseListener(this);
                        LOG.debug(
                                "shown after {} ms", (System.nanoTime() - asked) / NANOS_PER_MILLI);
                    }
                });
        place();
        stage.show();
        stage.toFront();
        stage.requestFocus();
        controller.first().requestFocus();
    }

    /// On the screen that its user is at, above the middle.
    private void place() {
        if (stage.isShowing()) {
            return;
        }
        var mouse = new Robot().getMousePosition();
        var screen =
                Screen.getScreensForRectangle(mouse.getX(), mouse.getY(), 1, 1).stream()
                        .findFirst()
                        .orElse(Screen.getPrimary())
                        .getVisualBounds();
        stage.setX(screen.getMinX() + (screen.getWidth() - WIDTH) / 2);
        stage.setY(screen.getMinY() + (screen.getHeight() - HEIGHT) / 3);
    }

    /// What is typed stays.
    void hide() {
        capture.save();
        stage.hide();
    }

    boolean shown() {
        return stage.isShowing();
    }

    /// For good.
    void close() {
        stage.hide();
        themes.forget(stage.getScene());
    }
}
