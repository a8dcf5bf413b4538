package dev.pharos.ui;

import dev.pharos.engine.document.DirectExtractor;
import dev.pharos.engine.document.PdfPages;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.SpokenMicrophone;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.beside.Surroundings;
import dev.pharos.ui.file.FileChoice;
import dev.pharos.ui.sound.SilentPlayer;
import dev.pharos.ui.sound.TestSpeech;
import dev.pharos.ui.work.Background;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobotException;
import org.testfx.api.FxToolkit;
import org.testfx.service.query.EmptyNodeQueryException;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/// The real window over the real engine in a folder of its own; only the dialogs of the operating
/// system and the embedding model are replaced.
final class TestWindow implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 300;

    final Library library;
    final PdfPages pages;
    final Stage stage;
    final SilentPlayer player = new SilentPlayer();
    final SpokenMicrophone microphone = new SpokenMicrophone();
    final TestSpeech speech;
    private final Frame frame;
    final Resident resident;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final ExecutorService renderers = Executors.newSingleThreadExecutor();
    private final Background background = new Background(workers, Platform::runLater);

    /// What the next file dialog will return.
    volatile List<Path> chosen = List.of();

    /// What the system's own window was last asked to show.
    volatile @Nullable Path revealed;

    /// The page of the web that the system was last asked to show.
    volatile @Nullable String browsed;

    /// Opens it in a folder of its own, made when needed.
    static TestWindow open(Path folder, double width, double height, Locale language)
            throws TimeoutException {
        return open(folder, width, height, language, null);
    }

    /// The same, with models, devices and endpoints to choose from.
    static TestWindow open(
            Path folder, double width, double height, Locale language, @Nullable ModelPorts ports)
            throws TimeoutException {
        Stage stage = FxToolkit.registerPrimaryStage();
        return onFx(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            return new TestWindow(folder, stage, language, ports);
        });
    }

    /// What fills the window now.
    Screens.Opened opened() {
        return frame.opened();
    }

    /// What `call` gives on the JavaFX thread.
    static <T> T onFx(Callable<T> call) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000, call);
    }

    /// Waits until it is so.
    static void until(Callable<Boolean> such) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, such);
        } catch (TimeoutException e) {
            throw new AssertionError("not so in time", e);
        }
    }

    /// Tries it until what it looks for is there, or fails as it does at last.
    static void patiently(Runnable attempt) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try {
                attempt.run();
                return;
            } catch (FxRobotException | EmptyNodeQueryException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                WaitForAsyncUtils.waitForFxEvents();
            }
        }
    }

    /// For the JavaFX thread.
    private TestWindow(Path folder, Stage stage, Locale language, @Nullable ModelPorts ports)
            throws ProblemException, IOException {
        this.stage = stage;
        Files.createDirectories(folder);
        var settings = new SettingsFile(folder.resolve("settings.json"));
        speech = new TestSpeech(folder.resolve("models"));
        library =
                Library.open(
                        folder.resolve("library"),
                        Library.Access.WRITE,
                        new Abilities(
                                new DirectExtractor(),
                                FixedEmbedders.of(new HashingEmbedder()),
                                Abilities.Chat.NONE,
                                speech.abilities(microphone, settings)));
        pages = new PdfPages(folder);
        var desktop =
                new Desktop(
                        library,
                        settings,
                        pages,
                        new Desktop.Sound(player, speech),
                        ports,
                        new FewSamples(folder.resolve("samples")),
                        Surroundings.NONE);
        frame =
                new Frame(
                        stage,
                        desktop,
                        background,
                        new Background(renderers, Platform::runLater),
                        _ -> new Chosen());
        frame.open(language);
        Platform.setImplicitExit(false);
        resident = new Resident(stage, frame, desktop.around(), background);
        Closing.watch(stage, frame, resident, () -> {});
        stage.show();
        opened().shell().start();
        resident.begin();
    }

    private final class Chosen implements FileChoice {
        @Override
        public List<Path> files() {
            return chosen;
        }

        @Override
        public List<Path> folder() {
            return chosen;
        }

        @Override
        public Optional<Path> one(List<String> extensions) {
            return chosen.stream().findFirst();
        }

        @Override
        public Optional<Path> any() {
            return chosen.stream().findFirst();
        }

        @Override
        public boolean reveal(Path place) {
            revealed = place;
            return true;
        }

        @Override
        public boolean browse(String address) {
            browsed = address;
            return true;
        }

        @Override
        public Optional<Path> save(String name) {
            return chosen.stream().findFirst();
        }
    }

    /// Imports a recording with its words, as if it had been transcribed.
    Source recording(Path wav, Transcript transcript) throws ProblemException {
        library.importer().importAll(List.of(wav), ImportListener.NONE, Progress.NONE);
        var source =
                library.sources().all().stream()
                        .filter(each -> each.path().equals(wav.toAbsolutePath()))
                        .findFirst()
                        .orElseThrow();
        library.recordings().save(source, transcript, Transcripts.Origin.RECOGNISED);
        return source;
    }

    void colour(String tag, String colour) {
        library.tags().colour(tag, colour);
    }

    void drop(Path... paths) {
        WaitForAsyncUtils.asyncFx(() -> opened().shell().accept(List.of(paths)));
    }

    private <T extends Node> Optional<T> shown(String selector, Class<T> type, Predicate<T> such) {
        return opened().root().lookupAll(selector).stream()
                .filter(TestWindow::visible)
                .filter(type::isInstance)
                .map(type::cast)
                .filter(such)
                .findFirst();
    }

    private static boolean visible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// Waits until such a node is shown and gives it.
    <T extends Node> T await(String selector, Class<T> type, Predicate<T> such) {
        var found = new AtomicReference<Optional<T>>(Optional.empty());
        try {
            until(() -> {
                found.set(onFx(() -> shown(selector, type, such)));
                return found.get().isPresent();
            });
        } catch (AssertionError e) {
            throw new AssertionError("not shown in time: " + selector, e);
        }
        return found.get().orElseThrow();
    }

    /// Waits for such a button and presses it in the same moment, so that a cell that is given to
    /// another row meanwhile does no harm.
    <T extends ButtonBase> void press(String selector, Class<T> type, Predicate<T> such) {
        until(() ->
                onFx(() -> {
                    var button = shown(selector, type, such);
                    button.ifPresent(ButtonBase::fire);
                    return button.isPresent();
                }));
    }

    /// Waits until what is open has this title; that of a note can be changed where it stands.
    void awaitTitle(String title) {
        await(
                "#page #title",
                Node.class,
                shown ->
                        title.equals(
                                shown instanceof TextField field
                                        ? field.getText()
                                        : ((Label) shown).getText()));
    }

    /// What shows the model of this title.
    Parent card(String title) {
        var label =
                await(".model-card .row-title", Label.class, each -> each.getText().equals(title));
        Node at = label;
        while (!at.getStyleClass().contains("model-card")) {
            at = at.getParent();
        }
        return (Parent) at;
    }

    /// A part of a model's card, as soon as it is shown.
    <T extends Node> T inCard(String title, String selector, Class<T> type) {
        var card = card(title);
        return await(selector, type, node -> within(card, node));
    }

    private static boolean within(Parent box, Node node) {
        Node at = node;
        while (at != null && at != box) {
            at = at.getParent();
        }
        return at != null;
    }

    @Override
    public void close() throws InterruptedException {
        var unused =
                onFx(() -> {
                    resident.grant(Door.Wish.CLOSE);
                    stage.titleProperty().unbind();
                    stage.setScene(null);
                    stage.setOnCloseRequest(null);
                    stage.setOnHidden(null);
                    return stage;
                });
        background.cancelAll();
        workers.shutdown();
        renderers.shutdown();
        workers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        renderers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        pages.close();
        library.close();
    }
}
