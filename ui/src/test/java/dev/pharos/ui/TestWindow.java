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
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The real window over the real engine in a folder of its own; only the dialogs of the operating
/// system and the embedding model are replaced.
final class TestWindow implements AutoCloseable {
    static final int PATIENCE_SECONDS = 300;

    final Library library;
    final PdfPages pages;
    final Stage stage;
    final SilentPlayer player = new SilentPlayer();
    final SpokenMicrophone microphone = new SpokenMicrophone();
    final TestSpeech speech;
    private final Frame frame;
    final Resident resident;
    private final ThreadPoolExecutor workers = (ThreadPoolExecutor) Executors.newCachedThreadPool();
    private final ExecutorService renderers = Executors.newSingleThreadExecutor();
    private final Background background = new Background(workers, Platform::runLater);

    /// What writes answers, if anything does.
    volatile Abilities.Chat chat = Abilities.Chat.NONE;

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

    /// Whether nothing is being done for the window beside it.
    boolean idle() {
        return workers.getActiveCount() == 0;
    }

    /// What `call` gives on the JavaFX thread.
    static <T> T onFx(Callable<T> call) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000, call);
    }

    /// Waits for what is on its way.
    static <T> T got(Future<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | InterruptedException | TimeoutException e) {
            throw new AssertionError("no answer", e.getCause() == null ? e : e.getCause());
        }
    }

    /// Waits until it is so.
    static void until(Callable<Boolean> such) {
        until(() -> "what was waited for", such);
    }

    /// @param what it is, in words for a failure
    static void until(Supplier<String> what, Callable<Boolean> such) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, such);
        } catch (TimeoutException e) {
            throw new AssertionError("not so in time: " + what.get(), e);
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
                                () -> chat.current(),
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
        return Shown.first(roots(), selector, type, such);
    }

    /// The window first, and then what it has popped up.
    private List<Parent> roots() {
        return Stream.concat(Stream.of(opened().root()), Shown.roots().stream())
                .distinct()
                .toList();
    }

    /// Waits until such a node is shown, does this with it in the same turn of the JavaFX thread,
    /// so that a cell that is given to another row meanwhile does no harm, and gives what came of
    /// it as soon as that is there.
    <T extends Node, R> R with(
            String selector, Class<T> type, Predicate<T> such, Function<T, Optional<R>> deed) {
        var found = new AtomicReference<Optional<R>>(Optional.empty());
        try {
            until(() -> {
                found.set(onFx(() -> shown(selector, type, such).flatMap(deed)));
                return found.get().isPresent();
            });
        } catch (AssertionError e) {
            var instead = onFx(() -> Shown.instead(roots(), selector));
            throw new AssertionError("not shown in time: " + selector + "; " + instead, e);
        }
        return found.get().orElseThrow();
    }

    /// Waits until such a node is shown, and does this with it in the same turn.
    <T extends Node> T use(String selector, Class<T> type, Predicate<T> such, Consumer<T> deed) {
        return with(
                selector,
                type,
                such,
                node -> {
                    deed.accept(node);
                    return Optional.of(node);
                });
    }

    /// Waits until such a node is shown and gives it.
    <T extends Node> T await(String selector, Class<T> type, Predicate<T> such) {
        return with(selector, type, such, Optional::of);
    }

    /// Waits for such a button that can be pressed, and presses it.
    <T extends ButtonBase> void press(String selector, Class<T> type, Predicate<T> such) {
        use(selector, type, such.and(button -> !button.isDisabled()), ButtonBase::fire);
    }

    void press(String selector) {
        press(selector, ButtonBase.class, _ -> true);
    }

    /// Waits for such a node and gives it the keyboard.
    <T extends Node> T focus(String selector, Class<T> type, Predicate<T> such) {
        return with(
                selector,
                type,
                such,
                node -> {
                    node.requestFocus();
                    return Optional.of(node).filter(Node::isFocused);
                });
    }

    Node focus(String selector) {
        return focus(selector, Node.class, _ -> true);
    }

    /// Waits until something shown has the keyboard.
    Node awaitKeyboard(String selector) {
        return await(selector, Node.class, Node::isFocused);
    }

    /// Waits until such words are shown there.
    void awaitWords(String selector, Predicate<String> such) {
        await(selector, Labeled.class, each -> each.getText() != null && such.test(each.getText()));
    }

    /// Waits until a list shows as many items.
    ListView<?> awaitItems(String selector, int count) {
        return await(selector, ListView.class, list -> list.getItems().size() == count);
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

    /// Ends all that it is made of, also where something has failed in it. A failure that nobody
    /// has heard of yet belongs to this test and to none that comes later.
    @Override
    public void close() throws Exception {
        var ended = new CompletableFuture<Boolean>();
        Platform.runLater(() -> {
            try {
                end();
                ended.complete(true);
            } catch (RuntimeException | Error e) {
                ended.completeExceptionally(e);
            }
        });
        try {
            got(ended);
        } finally {
            background.cancelAll();
            workers.shutdown();
            renderers.shutdown();
            awaitEnd(workers);
            awaitEnd(renderers);
            pages.close();
            library.close();
        }
        checkFailures();
    }

    private void end() {
        resident.grant(Door.Wish.CLOSE);
        stage.titleProperty().unbind();
        stage.setScene(null);
        stage.setOnCloseRequest(null);
        stage.setOnHidden(null);
        List.copyOf(Window.getWindows()).stream()
                .filter(each -> each != stage)
                .forEach(Window::hide);
    }

    private static void awaitEnd(ExecutorService threads) throws InterruptedException {
        if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still at work: " + threads);
        }
    }

    private static void checkFailures() {
        try {
            WaitForAsyncUtils.checkException();
        } catch (Throwable e) {
            throw new AssertionError("failed on another thread", e);
        } finally {
            WaitForAsyncUtils.clearExceptions();
        }
    }
}
