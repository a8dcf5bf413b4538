package dev.pharos.ui;

import dev.pharos.engine.library.Source;

import javafx.event.Event;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.testfx.util.WaitForAsyncUtils;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.management.ObjectName;

/// What stays in memory of what was opened and closed in one window: `-Dopenings=200`. Writes for
/// each way to do so of which classes there are more objects afterwards, by how many a time.
@EnabledIfSystemProperty(named = "openings", matches = "\\d+")
final class ManyOpenings extends InTalk {
    private static final int WARM = 12;
    private static final List<String> TITLES =
            List.of(
                    "The lighthouse of Pharos",
                    "The keeper's log",
                    "Museum of lights",
                    "Talk",
                    "Notes on the Fresnel lens");
    private static final List<String> PAGES =
            List.of(
                    "command.settings",
                    "command.keys",
                    "command.highlights",
                    "command.graph",
                    "command.timeline",
                    "command.jobs");

    private final int count = Integer.getInteger("openings", 0);

    @Test
    void whatIsClosedIsForgotten() throws Exception {
        openTalk();
        window.drop(Samples.write(temp.resolve("samples")));
        window.press(".import-panel #close");
        tell("sources in place of each other", () -> TITLES.forEach(this::open));
        tell("sources in tabs of their own", this::tabs);
        tell("tabs closed and opened again", this::reopened);
        tell("halves", this::halves);
        tell("pages", this::pages);
        tell("writing and finding", this::writing);
        tell("sections, palette and panel", this::around);
    }

    private void command(String id) {
        robot.interact(() -> window.opened().commands().find(id).orElseThrow().action().run());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void open(String title) {
        open(title, false);
    }

    private void open(String title, boolean tab) {
        ListView<?> list = window.awaitItems("#list", 6);
        robot.interact(() -> {
            for (int i = 0; i < list.getItems().size(); i++) {
                if (((Source) list.getItems().get(i)).title().equals(title)) {
                    list.getSelectionModel().clearAndSelect(i);
                }
            }
            Event.fireEvent(
                    list,
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, tab, false, false, false));
        });
        window.awaitTitle(title);
    }

    private void tabs() {
        TITLES.forEach(title -> open(title, true));
        TITLES.forEach(_ -> command("command.closeTab"));
    }

    private void reopened() {
        command("command.closeTab");
        command("command.reopenTab");
    }

    private void halves() {
        for (String title : List.of(TITLES.get(1), TITLES.get(2))) {
            command("command.split");
            command("command.library"); // there is no room for the list beside two halves
            open(title);
        }
        command("command.closeTab"); // that of the half that has gone
    }

    private void pages() {
        PAGES.forEach(this::command);
        open(TITLES.getFirst());
    }

    private void writing() {
        open(TITLES.getFirst());
        shortcut(KeyCode.E);
        shortcut(KeyCode.F);
        robot.type(KeyCode.ESCAPE);
        shortcut(KeyCode.E);
        shortcut(KeyCode.E);
        open(TITLES.get(2));
        shortcut(KeyCode.F);
        robot.write("lamp");
        robot.type(KeyCode.ESCAPE);
    }

    private void around() {
        command("command.notes");
        command("command.tags");
        command("command.recordings");
        command("command.library");
        shortcut(KeyCode.K);
        robot.write("set");
        robot.type(KeyCode.ESCAPE);
        command("command.readerPanel");
    }

    private void tell(String what, Runnable once) throws Exception {
        for (int i = 0; i < WARM; i++) {
            once.run();
        }
        var before = objects();
        for (int i = 0; i < count; i++) {
            once.run();
        }
        var after = objects();
        System.out.println("> " + what);
        after.entrySet().stream()
                .map(each ->
                        Map.entry(
                                each.getKey(),
                                each.getValue() - before.getOrDefault(each.getKey(), 0L)))
                .filter(each -> each.getValue() > count * 0.4)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(40)
                .forEach(each ->
                        System.out.printf(
                                "  %8.1f a time: %s%n",
                                (double) each.getValue() / count, each.getKey()));
    }

    /// How many there are of each class that are still held.
    private static Map<String, Long> objects() throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        Thread.sleep(6_000); // what goes by itself after a while is gone
        System.gc();
        System.gc();
        var text =
                (String)
                        ManagementFactory.getPlatformMBeanServer()
                                .invoke(
                                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                        "gcClassHistogram",
                                        new Object[] {new String[0]},
                                        new String[] {String[].class.getName()});
        var found = new HashMap<String, Long>();
        for (String line : text.split("\n")) {
            var part = line.strip().split("\\s+");
            if (part.length >= 4 && part[0].endsWith(":")) {
                found.merge(part[3], Long.parseLong(part[1]), Long::sum);
            }
        }
        return found;
    }
}
