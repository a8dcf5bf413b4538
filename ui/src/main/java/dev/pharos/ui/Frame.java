package dev.pharos.ui;

import dev.pharos.ui.file.FileChoice;
import dev.pharos.ui.shell.WindowMemory;
import dev.pharos.ui.theme.Themes;
import dev.pharos.ui.theme.Zoomed;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.WindowFile;

import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/// What fills the window, in one language, and built anew when another one is chosen. For the
/// JavaFX thread.
final class Frame {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final Stage stage;
    private final Desktop desktop;
    private final Background background;
    private final Background rendering;
    private final Function<Texts, FileChoice> files;
    private final Themes themes = new Themes();
    private final Subscription dressing = themes.start();
    private final WindowMemory memory;
    private @Nullable Texts texts;
    private Screens.@Nullable Opened opened;
    private Runnable built = () -> {};
    private Runnable capture = () -> {};
    private Runnable front = () -> {};

    /// @param rendering works for pages in view alone
    /// @param files the dialogs, in the words of a language
    Frame(
            Stage stage,
            Desktop desktop,
            Background background,
            Background rendering,
            Function<Texts, FileChoice> files) {
        this.stage = stage;
        this.desktop = desktop;
        this.background = background;
        this.rendering = rendering;
        this.files = files;
        memory =
                new WindowMemory(
                        WindowFile.of(desktop.settings(), desktop.library()), background, stage);
    }

    /// Fills the window for the first time.
    void open(Locale locale) {
        memory.size();
        var scene = new Scene(new Zoomed(build(locale).root()), WIDTH, HEIGHT);
        themes.dress(scene);
        stage.setScene(scene);
    }

    /// What is under way, or cannot be kept, would be out of sight in a window built anew: the
    /// language comes then when the window is opened the next time.
    private void speak(Locale locale) {
        if (opened().busy().getAsBoolean() || !opened().save().get().isEmpty()) {
            return;
        }
        opened().close().run();
        stage.getScene().setRoot(new Zoomed(build(locale).root()));
        themes.dress(stage.getScene());
        opened().shell().start();
        built.run();
    }

    /// @param capture brings the small window for a thought
    /// @param front brings the window before all others
    void serve(Runnable capture, Runnable front) {
        this.capture = capture;
        this.front = front;
    }

    /// @param heard hears when the window was built anew
    void onBuilt(Runnable heard) {
        built = heard;
    }

    /// Ends all that goes on by itself.
    void close() {
        opened().close().run();
        dressing.unsubscribe();
    }

    private final class Host implements Screens.Host {
        @Override
        public void speak(Locale locale) {
            Frame.this.speak(locale);
        }

        @Override
        public void capture() {
            capture.run();
        }

        @Override
        public void front() {
            front.run();
        }
    }

    private Screens.Opened build(Locale locale) {
        texts = new Texts(locale);
        var screens = new Screens(desktop, background, rendering, texts, new Host());
        opened = screens.open(files.apply(texts), themes, memory);
        stage.titleProperty().bind(opened.title());
        return opened;
    }

    Screens.Opened opened() {
        return Objects.requireNonNull(opened, "not opened");
    }

    Themes themes() {
        return themes;
    }

    Texts texts() {
        return Objects.requireNonNull(texts, "not opened");
    }
}
