package dev.pharos.app.window;

import dev.pharos.app.Folders;
import dev.pharos.app.Wiring;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.theme.ThemeSettings;
import dev.pharos.ui.welcome.StartSettings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Takes the pictures of every screen, from the real program with the sample library: `Screens
/// FOLDER THEME WIDTH HEIGHT LANGUAGE`.
public final class Screens {
    private final RealWindow window;
    private final Path folder;
    private final String suffix;

    private Screens(RealWindow window, Path folder, String suffix) {
        this.window = window;
        this.folder = folder;
        this.suffix = suffix;
    }

    static void main(String[] args) throws Exception {
        var theme = ThemeSettings.Choice.valueOf(args[1].toUpperCase(Locale.ROOT));
        var home = Files.createTempDirectory("pharos-screens");
        var folders = new Folders(home, home, home);
        try (var wiring = new Wiring(folders)) {
            wiring.settings().write(ThemeSettings.FEATURE, ThemeSettings.DEFAULT.with(theme));
            wiring.settings().write(StartSettings.FEATURE, new StartSettings(args[4], false));
            try (var library = wiring.openAtOnce(folders.library());
                    var window =
                            RealWindow.open(
                                    wiring,
                                    library,
                                    Double.parseDouble(args[2]),
                                    Double.parseDouble(args[3]))) {
                var screens = new Screens(window, Path.of(args[0]), args[1]);
                screens.beginning();
                library.meaning().await(Progress.NONE);
                screens.filled();
            }
        }
        System.exit(0); // JavaFX leaves threads behind
    }

    private void picture(String name) throws IOException, InterruptedException {
        window.settle();
        window.settle();
        window.picture(folder.resolve(name + "-" + suffix + ".png"));
    }

    private void beginning() throws IOException, InterruptedException {}

    private void filled() throws IOException, InterruptedException {}
}
