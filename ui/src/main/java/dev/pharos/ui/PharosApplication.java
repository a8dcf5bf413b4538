package dev.pharos.ui;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.ui.file.SystemFileChoice;
import dev.pharos.ui.welcome.StartSettings;
import dev.pharos.ui.work.Background;

import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// The window of Pharos.
public final class PharosApplication {
    private static final double MIN_WIDTH = 820;
    private static final double MIN_HEIGHT = 560;
    private static final int RENDERERS = 2;
    private static final long GOODBYE_SECONDS = 10;

    private PharosApplication() {}

    /// Opens the window and blocks until it is closed and its work has stopped; the caller then
    /// closes the library. For once a process, and for any thread but JavaFX's.
    public static void open(Desktop desktop) throws InterruptedException {
        var closed = new CountDownLatch(1);
        try (var workers = new Workers()) {
            Platform.startup(() -> show(desktop, workers, closed::countDown));
            closed.await();
            workers.stop();
        }
        Platform.exit();
    }

    private static void show(Desktop desktop, Workers workers, Runnable closed) {
        var stage = new Stage();
        var frame =
                new Frame(
                        stage,
                        desktop,
                        workers.background,
                        workers.rendering,
                        texts -> new SystemFileChoice(stage, texts));
        frame.open(locale(desktop));
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.setOnCloseRequest(event -> {
            var lost = frame.opened().save().get();
            if (!lost.isEmpty() && !closesAllTheSame(stage, lost, frame.texts())) {
                event.consume();
            }
        });
        stage.setOnHidden(_ -> {
            frame.opened().close().run();
            closed.run();
        });
        stage.show();
        frame.opened().shell().start();
    }

    /// Settings that cannot be read are told of by the screens that show them.
    private static Locale locale(Desktop desktop) {
        try {
            return desktop.settings()
                    .read(StartSettings.FEATURE, StartSettings.class, StartSettings.DEFAULT)
                    .locale();
        } catch (ProblemException _) {
            return Locale.getDefault();
        }
    }

    private static boolean closesAllTheSame(Stage stage, List<String> lost, Texts texts) {
        var stay = new ButtonType(texts.text("closing.stay"), ButtonData.CANCEL_CLOSE);
        var leave = new ButtonType(texts.text("closing.lose"), ButtonData.OTHER);
        var question = new Alert(AlertType.WARNING, String.join("\n", lost), stay, leave);
        question.initOwner(stage);
        question.setTitle(texts.text("shell.title"));
        question.setHeaderText(texts.text("closing.title"));
        return question.showAndWait().filter(leave::equals).isPresent();
    }

    /// The window's threads.
    private static final class Workers implements AutoCloseable {
        private final ExecutorService any =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofPlatform().daemon().name("pharos-work-", 0).factory());
        private final ExecutorService renderers =
                Executors.newFixedThreadPool(
                        RENDERERS, Thread.ofPlatform().daemon().name("pharos-pages-", 0).factory());
        private final Background background = new Background(any, Platform::runLater);
        private final Background rendering = new Background(renderers, Platform::runLater);

        void stop() throws InterruptedException {
            background.cancelAll();
            rendering.cancelAll();
            any.shutdown();
            renderers.shutdown();
            any.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS);
            renderers.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS);
        }

        @Override
        public void close() {
            any.shutdown();
            renderers.shutdown();
        }
    }
}
