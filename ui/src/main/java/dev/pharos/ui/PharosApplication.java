package dev.pharos.ui;

import dev.pharos.ui.file.SystemFileChoice;
import dev.pharos.ui.theme.Themes;
import dev.pharos.ui.work.Background;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// The window of Pharos.
public final class PharosApplication {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
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
        var texts = new Texts(Locale.getDefault());
        var stage = new Stage();
        var themes = new Themes();
        themes.start();
        var screens = new Screens(desktop, workers.background, workers.rendering, texts);
        var opened = screens.open(new SystemFileChoice(stage, texts), themes);
        stage.setScene(scene(opened.root()));
        stage.titleProperty().bind(opened.title());
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.setOnCloseRequest(event -> {
            var lost = opened.save().get();
            if (!lost.isEmpty() && !closesAllTheSame(stage, lost, texts)) {
                event.consume();
            }
        });
        stage.setOnHidden(_ -> {
            opened.close().run();
            closed.run();
        });
        stage.show();
        opened.shell().start();
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

    /// A scene in Pharos's clothes.
    static Scene scene(javafx.scene.Parent root) {
        var scene = new Scene(root, WIDTH, HEIGHT);
        scene.getStylesheets()
                .add(
                        Objects.requireNonNull(Themes.class.getResource("pharos.css"))
                                .toExternalForm());
        return scene;
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
