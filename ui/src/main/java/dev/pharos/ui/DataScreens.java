package dev.pharos.ui;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.note.Mirrored;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Subscription;
import dev.pharos.ui.command.Command.Group;
import dev.pharos.ui.command.Commands;
import dev.pharos.ui.control.Toasts;
import dev.pharos.ui.data.DataController;
import dev.pharos.ui.data.Exports;
import dev.pharos.ui.data.FolderWork;
import dev.pharos.ui.data.MirrorSettings;
import dev.pharos.ui.data.MirrorViewModel;
import dev.pharos.ui.data.MirrorViewModel.State;
import dev.pharos.ui.data.MirrorWork;
import dev.pharos.ui.data.Mirroring;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.file.FileChoice;
import dev.pharos.ui.job.LongWorkViewModel;
import dev.pharos.ui.shell.Location.Page;
import dev.pharos.ui.shell.ShellViewModel;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Beat;
import dev.pharos.ui.work.Kept;
import dev.pharos.ui.work.Outcome;
import dev.pharos.ui.work.Pause;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Builds what leads out of the library and back: the export of everything, the notes as files in a
/// folder, and the settings of that. For the JavaFX thread.
final class DataScreens {
    private static final Duration SOON = Duration.seconds(2);

    /// Changes that nobody tells of, and disks that are there again, are seen after this.
    private static final Duration LOOK = Duration.seconds(30);

    /// What the window gives.
    record Around(
            ShellViewModel shell, Toasts toasts, LongWorkViewModel works, Commands commands) {}

    private final Desktop desktop;
    private final Around window;
    private final Background background;
    private final Texts texts;
    private final ProblemText problems;
    private final Supplier<FileChoice> files;
    private final Kept<MirrorSettings> settings;
    private final MirrorViewModel mirror;
    private final Exports exports;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private @Nullable Problem told;

    DataScreens(
            Desktop desktop,
            Around window,
            Background background,
            Texts texts,
            Supplier<FileChoice> files) {
        this.desktop = desktop;
        this.window = window;
        this.background = background;
        this.texts = texts;
        this.files = files;
        problems = new ProblemText(texts);
        var library = desktop.library();
        settings = MirrorSettings.kept(library.folder(), background);
        mirror =
                new MirrorViewModel(
                        Mirroring.of(library),
                        settings,
                        background,
                        Pause.atMost(SOON),
                        InstantSource.system());
        var work =
                new FolderWork(
                        window.works(),
                        Clock.systemUTC(),
                        System::nanoTime,
                        folder -> files.get().reveal(folder),
                        texts,
                        problems);
        new MirrorWork(mirror, work, texts);
        exports = new Exports(library::export, background, work, texts);
        mirror.onEnd(this::ended);
    }

    /// Adds what can be done, and begins to keep the folder that was chosen.
    ///
    /// @return ends that
    Runnable begin() {
        window.commands().add(Group.DO, "command.exportAll", this::export);
        window.commands().add(Group.DO, "command.mirror", this::mirror);
        Subscription listening = desktop.library().onChange(() -> background.show(mirror::changed));
        open.set(true);
        Beat.every(LOOK, open, mirror::look);
        settings.load();
        return () -> {
            open.set(false);
            listening.close();
            mirror.close();
        };
    }

    private void export() {
        files.get().target(texts.text("data.exportTo")).ifPresent(exports::all);
    }

    /// Writes some sources into a folder that is asked for.
    void export(List<SourceId> sources) {
        files.get()
                .target(texts.text("data.exportTo"))
                .ifPresent(chosen -> exports.some(chosen, sources));
    }

    private void mirror() {
        files.get().target(texts.text("data.mirrorTo")).ifPresent(mirror::mirror);
    }

    /// Of what goes on by itself only what its owner should know is told, and once.
    private void ended(Outcome<Mirrored> outcome) {
        switch (outcome) {
            case Outcome.Done<Mirrored>(var done) -> {
                told = null;
                if (!done.keptTwice().isEmpty()) {
                    keptTwice(done.keptTwice());
                }
            }
            case Outcome.Failed<Mirrored>(var why) -> {
                boolean news = mirror.settingsProperty().get().kept() && !why.equals(told);
                told = why;
                if (news && !asked()) {
                    window.toasts()
                            .show(
                                    texts.text("data.paused", problems.of(why)),
                                    texts.text("work.show"),
                                    () -> window.shell().show(Page.SETTINGS));
                }
            }
            case Outcome.Cancelled<Mirrored> _ -> {}
        }
    }

    /// What was asked for is told among the long work.
    private boolean asked() {
        return mirror.stateProperty().get() instanceof State.Running(_, var asked) && asked;
    }

    private void keptTwice(List<Path> files) {
        var first = files.getFirst();
        window.toasts()
                .show(
                        texts.text("data.conflict", files.size(), first.toString()),
                        texts.text("work.show"),
                        () -> open(first));
    }

    private void open(Path note) {
        background
                .<Optional<Source>>job(
                        _ -> desktop.library().sources().atPath(note),
                        outcome -> {
                            if (outcome instanceof Outcome.Done(var found)) {
                                found.map(Target::of).ifPresent(window.shell()::open);
                            }
                        })
                .start();
    }

    Parent settings() {
        var controller =
                new DataController(
                        mirror,
                        new DataController.Deeds(this::export, this::bringBack, this::mirror),
                        texts,
                        problems);
        return new Fxml(texts).load(DataController.class, "data", controller);
    }

    private void bringBack() {
        window.commands().find("command.importFolder").ifPresent(each -> each.action().run());
    }
}
