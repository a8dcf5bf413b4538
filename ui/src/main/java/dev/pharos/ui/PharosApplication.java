package dev.pharos.ui;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.ui.file.FolderSettings;
import dev.pharos.ui.file.SystemFileChoice;
import dev.pharos.ui.welcome.StartSettings;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Kept;

import javafx.application.Platform;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The window of Pharos.
public final class PharosApplication {
    private static final double MIN_WIDTH = 820;
    private static final double MIN_HEIGHT = 560;
    private static final int RENDERERS = 2;
    private static final long GOODBYE_SECONDS = 10;

    private PharosApplication() {}

    /// Opens the window and blocks until it is closed and its work has stopped; the caller then
    /// closes the library. For once a process, and for any thread but JavaFX's.
    ///
    /// @param door reaches the window from outside
    public static void open(Desktop desktop, Door door) throws InterruptedException {
        try {
            run(desktop, door, Platform::startup);
        } finally {
            Platform.exit();
        }
    }

    /// Opens the window, goes everywhere in it and closes it: for an archive of what a start loads.
    /// Else as [#open].
    public static void rehearse(Desktop desktop, Door door) throws InterruptedException {
        try {
            run(desktop, door, Platform::startup, PharosApplication::rehearse);
        } finally {
            Platform.exit();
        }
    }

    private static void rehearse(Stage stage, Frame frame) {
        new Rehearsal(stage.getScene(), frame.opened().commands()).begin(stage::hide);
    }

    /// The same, and leaves the toolkit as it is.
    ///
    /// @param toolkit runs something on the JavaFX thread
    static void run(Desktop desktop, Door door, Consumer<Runnable> toolkit)
            throws InterruptedException {
        run(desktop, door, toolkit, (_, _) -> {});
    }

    /// @param then what is done with the window once it is shown
    private static void run(
            Desktop desktop, Door door, Consumer<Runnable> toolkit, BiConsumer<Stage, Frame> then)
            throws InterruptedException {
        var ended = new CompletableFuture<@Nullable Void>();
        try (var workers = new Workers()) {
            toolkit.accept(() -> {
                try {
                    var stage = new Stage();
                    then.accept(
                            stage, show(desktop, door, stage, workers, () -> ended.complete(null)));
                } catch (RuntimeException | Error e) {
                    ended.completeExceptionally(e);
                }
            });
            ended.get();
            workers.stop();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the window could not be opened", e.getCause());
        }
    }

    private static Frame show(
            Desktop desktop, Door door, Stage stage, Workers workers, Runnable closed) {
        var folder =
                new Kept<>(
                        desktop.settings(),
                        FolderSettings.FEATURE,
                        FolderSettings.class,
                        FolderSettings.DEFAULT,
                        workers.background);
        folder.load();
        var frame =
                new Frame(
                        stage,
                        desktop,
                        workers.background,
                        workers.rendering,
                        texts -> new SystemFileChoice(stage, texts, folder));
        frame.open(locale(desktop));
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        Platform.setImplicitExit(false);
        var resident = new Resident(stage, frame, desktop.around(), workers.background);
        Closing.watch(stage, frame, resident, closed);
        stage.show();
        frame.opened().shell().start();
        resident.begin();
        resident.serve(door);
        return frame;
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
