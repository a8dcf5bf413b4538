package dev.pharos.app.window;

import dev.pharos.app.Folders;
import dev.pharos.app.Wiring;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.ui.welcome.StartSettings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A walk through every screen of the window, by keyboard alone: `Tour HOME LIBRARY`. Tells on
/// standard error when a step begins, among the lines of the pulse log, and why it was slow; prints
/// for each step how long the JavaFX thread kept others waiting, and how long it worked at a
/// stretch. What was seen at the end of each lies in `HOME/seen`.
public final class Tour {

    /// Begins a line that tells of a step.
    public static final String STEP = "STEP ";

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
    private final Fluency fluency;
    private final Path folder;
    private int steps;

    private Tour(RealWindow window, Fluency fluency, Path folder) {
        this.window = window;
        this.folder = folder;
        this.fluency = fluency;
    }

    static void main(String[] args) throws Exception {
        var home = Path.of(args[0]);
        var folders = new Folders(home, home, home);
        try (var wiring = begun(folders);
                var library = wiring.openAtOnce(Path.of(args[1]));
                var window = RealWindow.open(wiring, library, 1280, 800);
                var fluency = new Fluency(window.onFx(Thread::currentThread))) {
            new Tour(window, fluency, home.resolve("seen")).walk();
            var work = fluency.mostWork();
            fluency.worst().forEach((step, wait) -> print(step, wait, work.getOrDefault(step, 0L)));
        }
        System.exit(0); // JavaFX leaves threads behind
    }

    /// The first steps were taken, in English.
    private static Wiring begun(Folders folders) throws ProblemException {
        var wiring = new Wiring(folders);
        wiring.settings().write(StartSettings.FEATURE, new StartSettings("en", true));
        return wiring;
    }

    private static void print(String step, Fluency.Wait wait, long worked) {
        IO.println(String.join("\t", step, "" + wait.millis(), "" + worked));
        Fluency.why(wait).forEach(why -> System.err.println(step + ": " + why));
    }

    private interface Deeds {
        void run() throws InterruptedException;
    }

    private void step(String name, Deeds deeds) throws InterruptedException, IOException {
        fluency.step(name);
        System.err.println(STEP + name);
        try {
            deeds.run();
            window.settle();
        } finally {
            fluency.step("");
            System.err.println(STEP);
            window.picture(
                    folder.resolve("%02d %s.png".formatted(++steps, name.replace(':', ','))));
        }
    }

    private void walk() throws InterruptedException, IOException {
        step("start", () -> window.await("#list"));
        step("library: scroll", this::scrollLibrary);
        step("library: filter", this::filter);
        step("library: choose all", this::chooseAll);
        step(
                "search: type",
                () -> {
                    window.press("Shortcut+Shift+F");
                    window.type("harbour light method");
                    window.await(".hit-cell");
                });
        step("search: walk through what was found", () -> window.press("DOWN", 10));
        step("search: open", () -> window.press("ENTER"));
        open("a thick PDF", "made-1000");
        step(
                "PDF: scroll",
                () -> {
                    window.press("PAGE_DOWN", 60);
                    window.press("END");
                    window.settle();
                    window.press("HOME");
                });
        open("a web page", "Page 042");
        step("split", () -> window.press("Shortcut+BACK_SLASH"));
        open("a note", "Note 0042");
        step("note: type", () -> window.type("The lamp burns well tonight. "));
        step(
                "note: other looks",
                () -> {
                    window.press("Shortcut+E");
                    window.settle();
                    window.press("Shortcut+E");
                });
        step("join", () -> window.press("Shortcut+BACK_SLASH"));
        open("an hour of speech", "An hour of speech");
        step("transcript: scroll", () -> window.press("PAGE_DOWN", 40));
        step(
                "ask",
                () -> {
                    window.press("Shortcut+Shift+F");
                    window.type("What is information retrieval?");
                    window.press("Shortcut+ENTER");
                    window.settle();
                });
        for (int i = 1; i <= 5; i++) {
            String key = "Shortcut+" + i;
            step(
                    "section " + i,
                    () -> {
                        window.press(key);
                        window.settle();
                        window.press("PAGE_DOWN", 20);
                        window.press("HOME");
                    });
        }
        for (var page : PAGES) {
            step("page " + page, () -> window.command(page));
            step("page " + page + ": scroll", () -> window.press("PAGE_DOWN", 10));
        }
        step(
                "tabs",
                () -> {
                    window.press("Shortcut+T");
                    window.press("Shortcut+W");
                    window.press("Alt+LEFT", 12);
                });
    }

    private void scrollLibrary() throws InterruptedException {
        window.press("Shortcut+1");
        window.settle();
        window.press("PAGE_DOWN", 60);
        window.press("END");
        window.settle();
        window.press("HOME");
    }

    private void filter() throws InterruptedException {
        window.await("#filter");
        window.onFx(() -> {
            window.focus("#filter");
            return true;
        });
        window.type("note 00");
        window.settle();
        window.press("BACK_SPACE", 7);
    }

    private void chooseAll() throws InterruptedException {
        window.press("Shortcut+1");
        window.press("Shortcut+A");
        window.settle();
        window.press("HOME");
    }

    private void open(String what, String title) throws InterruptedException, IOException {
        step(
                "palette: find " + what,
                () -> {
                    window.press("Shortcut+O");
                    window.await(".palette");
                    window.type(title);
                    window.settle();
                });
        step("open " + what, () -> window.press("ENTER"));
    }
}
