package dev.pharos.ui.shell;

import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Kept;
import dev.pharos.ui.work.Pause;
import dev.pharos.ui.work.WindowFile;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Keeps how the window of a library is left, and opens it so again. What cannot be read or kept is
/// no reason to trouble anybody: the window then opens as for the first time. For the JavaFX
/// thread.
public final class WindowMemory {
    private static final Duration QUIET = Duration.seconds(3);

    private final Kept<WindowSettings> kept;

    /// Whose size is that of the window of a library that is opened for the first time.
    private final Kept<WindowSettings> last;

    private final StartGuard guard;
    private final Stage stage;
    private final Pause pause = Pause.afterTheLast(QUIET);

    public WindowMemory(WindowFile file, Background background, Stage stage) {
        this.stage = stage;
        kept =
                file.kept(
                        WindowSettings.FEATURE,
                        WindowSettings.class,
                        WindowSettings.DEFAULT,
                        before -> before.begun(file.known()),
                        background);
        last =
                new Kept<>(
                        file.common(),
                        WindowSettings.FEATURE,
                        WindowSettings.class,
                        WindowSettings.DEFAULT,
                        background);
        last.loadHere();
        guard = new StartGuard(file, background);
    }

    /// What was open before and was not opened again, since the window did not answer with it.
    public ReadOnlyObjectProperty<StartGuard.Open> heldProperty() {
        return guard.heldProperty();
    }

    /// Makes the window as large as it was, as far as the screen reaches.
    public void size() {
        var last = kept.value();
        if (last.width() > 0) {
            var room = Screen.getPrimary().getVisualBounds();
            stage.setWidth(Math.min(last.width(), room.getWidth()));
            stage.setHeight(Math.min(last.height(), room.getHeight()));
            stage.setMaximized(last.maximized());
        }
    }

    /// Opens what was open, unless the window never answered the last time that was done.
    public void restore(ShellViewModel shell) {
        var last = kept.value();
        shell.sectionProperty().set(last.section());
        shell.listShownProperty().set(last.listShown());
        shell.listWidthProperty().set(last.listWidth());
        shell.listSpotProperty().set(last.listSpot());
        shell.splitAtProperty().set(last.splitAt());
        if (guard.mayOpen(open(last))) {
            shell.restore(
                    locations(last.left()), last.leftAt(), locations(last.right()), last.rightAt());
        }
    }

    /// All that is more than an empty tab, in one row.
    private static StartGuard.Open open(WindowSettings all) {
        var tabs =
                Stream.concat(all.left().stream(), all.right().stream())
                        .filter(each -> each.page() != null || each.source() != null)
                        .toList();
        return new StartGuard.Open(tabs, all.leftAt());
    }

    /// Opens what was held, beside what is open now.
    void openHeld(ShellViewModel shell) {
        var before = now(shell);
        var held = guard.letGo(true);
        kept.changeHere(_ -> before.with(held.tabs()));
        shell.active().openAll(locations(held.tabs()), held.at());
    }

    /// What was held stays closed.
    void leaveHeld() {
        guard.letGo(false);
    }

    private static List<Location> locations(List<WindowSettings.Kept> all) {
        return all.stream().map(WindowSettings.Kept::location).flatMap(Optional::stream).toList();
    }

    /// Keeps what is open whenever that has changed, so that not even a crash loses it.
    public void watch(ShellViewModel shell) {
        Runnable changed = () -> pause.execute(() -> kept.change(_ -> now(shell)));
        shell.left().shownProperty().subscribe((_, _) -> changed.run());
        shell.right().shownProperty().subscribe((_, _) -> changed.run());
        shell.splitProperty().subscribe((_, _) -> changed.run());
        shell.sectionProperty().subscribe((_, _) -> changed.run());
        shell.listWantedProperty().subscribe((_, _) -> changed.run());
    }

    /// Keeps it at once, as when the window closes.
    public void keep(ShellViewModel shell) {
        guard.closed();
        kept.changeHere(_ -> now(shell));
        last.changeHere(before -> before.sized(kept.value()));
    }

    private WindowSettings now(ShellViewModel shell) {
        boolean large = stage.isMaximized();
        var last = kept.value();
        var left = shell.locations(false).stream().map(WindowSettings.Kept::of).toList();
        var right = shell.locations(true).stream().map(WindowSettings.Kept::of).toList();
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
