package dev.pharos.ui.shell;

import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.shell.WindowSettings.Kept;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;
import dev.pharos.ui.work.Pause;

import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

import java.util.List;
import java.util.Optional;

/// Keeps how the window is left, and opens it so again. What cannot be read or kept is no reason to
/// trouble anybody: the window then opens as for the first time. For the JavaFX thread.
public final class WindowMemory {
    private static final Duration QUIET = Duration.seconds(3);

    private final SettingsFile file;
    private final Background background;
    private final Stage stage;
    private final Pause pause = Pause.afterTheLast(QUIET);
    private WindowSettings last;

    public WindowMemory(SettingsFile file, Background background, Stage stage) {
        this.file = file;
        this.background = background;
        this.stage = stage;
        last = read();
    }

    private WindowSettings read() {
        var read =
                Background.<WindowSettings>runHere(_ ->
                        file.read(
                                WindowSettings.FEATURE,
                                WindowSettings.class,
                                WindowSettings.DEFAULT));
        return read instanceof Outcome.Done(var kept) ? kept : WindowSettings.DEFAULT;
    }

    /// Makes the window as large as it was, as far as the screen reaches.
    public void size() {
        if (last.width() > 0) {
            var room = Screen.getPrimary().getVisualBounds();
            stage.setWidth(Math.min(last.width(), room.getWidth()));
            stage.setHeight(Math.min(last.height(), room.getHeight()));
            stage.setMaximized(last.maximized());
        }
    }

    /// Opens what was open.
    public void restore(ShellViewModel shell) {
        shell.sectionProperty().set(last.section());
        shell.listShownProperty().set(last.listShown());
        shell.listWidthProperty().set(last.listWidth());
        shell.listSpotProperty().set(last.listSpot());
        shell.splitAtProperty().set(last.splitAt());
        shell.restore(
                locations(last.left()), last.leftAt(), locations(last.right()), last.rightAt());
    }

    private static List<Location> locations(List<Kept> kept) {
        return kept.stream().map(Kept::location).flatMap(Optional::stream).toList();
    }

    /// Keeps what is open whenever that has changed, so that not even a crash loses it.
    public void watch(ShellViewModel shell) {
        Runnable changed = () -> pause.execute(() -> keepLater(shell));
        shell.left().shownProperty().subscribe((_, _) -> changed.run());
        shell.right().shownProperty().subscribe((_, _) -> changed.run());
        shell.splitProperty().subscribe((_, _) -> changed.run());
        shell.sectionProperty().subscribe((_, _) -> changed.run());
        shell.listWantedProperty().subscribe((_, _) -> changed.run());
    }

    private void keepLater(ShellViewModel shell) {
        var now = now(shell);
        background
                .<Boolean>job(
                        _ -> {
                            file.write(WindowSettings.FEATURE, now);
                            return true;
                        },
                        _ -> {})
                .start();
    }

    /// Keeps it at once, as when the window closes.
    public void keep(ShellViewModel shell) {
        last = now(shell);
        Background.<Boolean>runHere(_ -> {
            file.write(WindowSettings.FEATURE, last);
            return true;
        });
    }

    private WindowSettings now(ShellViewModel shell) {
        boolean large = stage.isMaximized();
        var left = shell.locations(false).stream().map(Kept::of).toList();
        var right = shell.locations(true).stream().map(Kept::of).toList();
        return new WindowSettings(
                large ? last.width() : stage.getWidth(),
                large ? last.height() : stage.getHeight(),
                large,
                shell.sectionProperty().get(),
                shell.listWantedProperty().get(),
                shell.listWidthProperty().get(),
                shell.listSpotProperty().get(),
                shell.splitAtProperty().get(),
                left,
                shell.left().tabs().indexOf(shell.left().tab()),
                right,
                shell.right().tabs().indexOf(shell.right().tab()));
    }
}
