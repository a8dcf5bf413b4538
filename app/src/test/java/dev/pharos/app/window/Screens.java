package dev.pharos.app.window;

import dev.pharos.app.Folders;
import dev.pharos.app.Wiring;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.Texts;
import dev.pharos.ui.theme.ThemeSettings;
import dev.pharos.ui.welcome.StartSettings;

import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/// Takes the pictures of every screen, from the real program with the sample library, and prints
/// which words cannot be read whole there.
@SuppressWarnings("NullAway.Init")
@Command(name = "screens", mixinStandardHelpOptions = true)
public final class Screens implements Callable<Integer> {
    private static final List<String> SECTIONS =
            List.of("library", "recordings", "notes", "tags", "ask");

    /// Their commands, and what their pictures are called.
    private static final Map<String, String> PAGES =
            new TreeMap<>(
                    Map.of(
                            "40-jobs", "jobs",
                            "41-settings", "settings",
                            "42-models", "models",
                            "43-hardware", "hardware",
                            "44-who-writes-the-answers", "endpoints",
                            "45-keys", "keys",
                            "46-graph", "graph",
                            "47-timeline", "timeline",
                            "48-highlights", "highlights",
                            "49-duplicates", "duplicates"));

    @Option(names = "--folder", required = true)
    private Path folder;

    @Option(names = "--theme", description = "light or dark", defaultValue = "light")
    private String theme;

    @Option(names = "--size", description = "such as 1000x700", defaultValue = "1280x800")
    private String size;

    @Option(names = "--language", description = "en, de or ru", defaultValue = "en")
    private String language;

    @Option(names = "--zoom", description = "80 to 200", defaultValue = "100")
    private int zoom;

    @Option(names = "--contrast", description = "strong colours")
    private boolean contrast;

    private Texts texts;
    private RealWindow window;

    static void main(String[] args) {
        // JavaFX leaves threads behind
        System.exit(
                new CommandLine(new Screens()).setOverwrittenOptionsAllowed(true).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        texts = new Texts(Locale.of(language));
        var choice = ThemeSettings.Choice.valueOf(theme.toUpperCase(Locale.ROOT));
        var home = Files.createTempDirectory("pharos-screens");
        var folders = new Folders(home, home, home);
        var measures = size.split("x", 2);
        try (var wiring = new Wiring(folders)) {
            wiring.settings()
                    .write(
                            ThemeSettings.FEATURE,
                            ThemeSettings.DEFAULT
                                    .with(choice)
                                    .withZoom(zoom)
                                    .withContrast(contrast));
            wiring.settings().write(StartSettings.FEATURE, new StartSettings(language, false));
            try (var library = wiring.openAtOnce(folders.library());
                    var opened =
                            RealWindow.open(
                                    wiring,
                                    library,
                                    Double.parseDouble(measures[0]),
                                    Double.parseDouble(measures[1]))) {
                window = opened;
                beginning();
                library.meaning().await(Progress.NONE);
                filled();
            }
        }
        return 0;
    }

    private Path file(String name) {
        return folder.resolve(name + "-" + theme + ".png");
    }

    private void picture(String name) throws IOException, InterruptedException {
        window.settle();
        window.settle();
        window.picture(file(name));
        window.unreadable().forEach(words -> IO.println(name + "\t" + words));
    }

    private void command(String id) throws InterruptedException {
        window.command(texts.text("command." + id));
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
        window.press("Shortcut+1");
        for (var page : PAGES.entrySet()) {
            command(page.getValue());
            picture(page.getKey());
            window.press("ESCAPE");
            window.settle();
        }
        palette();
        made();
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
        command("readerPanel");
        picture("21-pdf-outline");
        read("The keeper's year", "22-book");
        command("find");
        window.type("lamp");
        picture("23-find");
        window.press("ESCAPE");
        command("readerPanel");
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
        window.await(".next-step");
        picture("30-answer");
    }

    private void palette() throws IOException, InterruptedException {
        window.press("Shortcut+K");
        window.await(".palette");
        window.settle();
        window.type("li");
        picture("50-palette");
        window.press("ESCAPE");
        window.press("Shortcut+Shift+N");
        window.settle();
        window.type("Ask the museum whether the lens of 1884 can be seen on Sundays.");
        window.picture(file("51-quick-capture"));
        window.press("ESCAPE");
        window.settle();
    }

    /// How a note comes of a recording, and what is told of it.
    private void made() throws IOException, InterruptedException {
        command("batches");
        picture("52-batches-empty");
        open("A talk with a keeper", "ENTER");
        window.settle();
        window.press("Shortcut+U");
        window.await("#form");
        picture("53-make-a-note");
        window.press("ENTER");
        window.await("#madeFrom");
        window.press("Shortcut+E", 2);
        picture("54-made-note");
        command("relationships");
        window.await(".related");
        picture("55-relationships");
        command("batches");
        window.await(".batch-note");
        picture("56-batches");
        command("research");
        picture("57-research");
        open("A talk with a keeper", "ENTER");
        window.settle();
        command("makeQuiz");
        window.await(
                "#page #title",
                title -> title instanceof TextField name && name.getText().startsWith("Quiz"));
        picture("58-quiz");
    }
}
