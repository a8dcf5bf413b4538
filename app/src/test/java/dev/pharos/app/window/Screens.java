package dev.pharos.app.window;

import dev.pharos.app.Folders;
import dev.pharos.app.Wiring;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.theme.ThemeSettings;
import dev.pharos.ui.welcome.StartSettings;

import javafx.scene.image.ImageView;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Takes the pictures of every screen, from the real program with the sample library: `Screens
/// FOLDER THEME WIDTH HEIGHT`, in English.
public final class Screens {
    private static final List<String> SECTIONS =
            List.of("library", "recordings", "notes", "tags", "ask");
    private static final List<String> PAGES =
            List.of(
                    "Jobs",
                    "Settings",
                    "Models",
                    "Hardware",
                    "Who writes the answers",
                    "Keys",
                    "Graph",
                    "Timeline",
                    "Highlights");

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
            wiring.settings().write(StartSettings.FEATURE, new StartSettings("en", false));
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

    /// What somebody sees who has just installed the program; ends with the samples in the library.
    private void beginning() throws IOException, InterruptedException {
        window.await("#root");
        picture("01-first-steps");
        window.press("ESCAPE");
        window.await("#welcomeSamples");
        picture("02-empty-library");
        window.click("#welcomeSamples");
        window.await("#page #title");
    }

    private void filled() throws IOException, InterruptedException {
        lists();
        sources();
        found();
        for (var page : PAGES) {
            window.command(page);
            picture(
                    "4%d-%s"
                            .formatted(
                                    PAGES.indexOf(page),
                                    page.toLowerCase(Locale.ROOT).replace(' ', '-')));
        }
        palette();
    }

    private void lists() throws IOException, InterruptedException {
        for (int i = 0; i < SECTIONS.size(); i++) {
            window.press("Shortcut+" + (i + 1));
            picture("1%d-%s".formatted(i, SECTIONS.get(i)));
        }
    }

    private void sources() throws IOException, InterruptedException {
        window.press("Shortcut+1");
        open("From fires to lenses", "ENTER");
        window.await(".page-view ImageView", page -> ((ImageView) page).getImage() != null);
        picture("20-pdf");
        window.command("Outline and highlights");
        picture("21-pdf-outline");
        read("The keeper's year", "22-book");
        window.command("Find in the source that is read");
        window.type("light");
        picture("23-find");
        window.press("ESCAPE");
        window.command("Outline and highlights");
        read("A talk with a keeper", "24-transcript");
        read("Visit to Alexandria", "25-note");
        window.press("Shortcut+E");
        picture("26-note-written");
        read("The Lighthouse of Alexandria", "27-source");
        open("Visit to Alexandria", "Alt+ENTER");
        picture("28-note-beside-source");
        window.press("Shortcut+BACK_SLASH");
    }

    private void open(String title, String key) throws InterruptedException {
        window.press("Shortcut+O");
        window.await(".palette");
        window.type(title);
        window.settle();
        window.press(key);
    }

    private void read(String title, String name) throws IOException, InterruptedException {
        open(title, "ENTER");
        picture(name);
    }

    private void found() throws IOException, InterruptedException {
        window.press("Shortcut+Shift+F");
        window.type("mirror light");
        window.settle();
        picture("29-search");
        window.press("ESCAPE");
        window.press("Shortcut+5");
        window.type("How far could the light of Pharos be seen?");
        window.press("ENTER");
        window.settle();
        picture("30-answer");
    }

    private void palette() throws IOException, InterruptedException {
        window.press("Shortcut+K");
        window.await(".palette");
        window.type("li");
        picture("50-palette");
        window.press("ESCAPE");
        window.press("Shortcut+Shift+N");
        window.settle();
        window.type("Ask the museum whether the lens of 1884 can be seen on Sundays.");
        window.picture(folder.resolve("51-quick-capture-" + suffix + ".png"));
    }
}
