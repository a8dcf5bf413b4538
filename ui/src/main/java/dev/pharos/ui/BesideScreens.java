package dev.pharos.ui;

import dev.pharos.ui.beside.BesideController;
import dev.pharos.ui.beside.BesideViewModel;
import dev.pharos.ui.capture.CaptureViewModel;
import dev.pharos.ui.capture.KeptDraft;
import dev.pharos.ui.command.Command.Group;
import dev.pharos.ui.command.Commands;
import dev.pharos.ui.control.Toasts;
import dev.pharos.ui.document.Opening;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Pause;

import javafx.scene.Parent;
import javafx.util.Duration;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;

/// Builds what there is beside the window: quick capture, and the settings of that. For the JavaFX
/// thread.
final class BesideScreens {
    private static final Duration TYPING = Duration.millis(250);

    private final Screens.Host host;
    private final Texts texts;
    private final CaptureViewModel capture;
    private final BesideViewModel beside;

    BesideScreens(Desktop desktop, Background background, Screens.Host host, Texts texts) {
        this.host = host;
        this.texts = texts;
        var library = desktop.library();
        capture =
                new CaptureViewModel(
                        (title, markdown) -> library.notes().create(title, markdown, ""),
                        new KeptDraft(library.folder().resolve("quick-capture.md")),
                        background,
                        Pause.atMost(TYPING),
                        this::untitled);
        beside =
                new BesideViewModel(
                        desktop.settings(), desktop.around(), background, host::capture);
    }

    private String untitled() {
        var now =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(texts.locale())
                        .format(LocalDateTime.now());
        return texts.text("capture.untitled", now);
    }

    /// Begins to read, and adds what can be done.
    ///
    /// @return ends the listening
    Runnable begin(Commands commands, Toasts toasts, Opening opening) {
        commands.add(Group.DO, "command.capture", host::capture, "Shortcut+Shift+N");
        capture.load();
        beside.load();
        capture.onKept(note ->
                toasts.show(
                        texts.text("capture.kept", note.source().title()),
                        texts.text("work.show"),
                        () -> {
                            host.front();
                            opening.open(Target.of(note.source()));
                        }));
        return () -> {
            var unused = capture.saveBeforeClosing();
            beside.close();
        };
    }

    /// Keeps what is typed.
    ///
    /// @param others what could not be kept elsewhere
    /// @return that, and what could not be kept here, in words
    List<String> save(List<String> others) {
        var why = capture.saveBeforeClosing();
        if (why == null) {
            return others;
        }
        var lost = new ArrayList<>(others);
        String name = texts.text("capture.title");
        lost.add(texts.text("transcript.unsaved", name, new ProblemText(texts).of(why)));
        return lost;
    }

    CaptureViewModel capture() {
        return capture;
    }

    BesideViewModel beside() {
        return beside;
    }

    Parent settings() {
        var controller = new BesideController(beside, texts, new ProblemText(texts));
        return new Fxml(texts).load(BesideController.class, "beside", controller);
    }
}
