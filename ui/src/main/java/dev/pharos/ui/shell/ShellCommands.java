package dev.pharos.ui.shell;

import dev.pharos.ui.command.Command.Group;
import dev.pharos.ui.command.Commands;
import dev.pharos.ui.recording.RecordingViewModel;
import dev.pharos.ui.shell.Location.Page;

import org.jspecify.annotations.Nullable;

/// Names all that can be done in the window.
final class ShellCommands {

    /// What only the window's frame can do.
    interface Frame {
        void line();

        void focusPage();

        /// Puts the keyboard into the column at the side, if that is there.
        void enterColumn();

        void palette(boolean namesOnly);

        void importFiles();

        void importFolder();

        void nextPane(boolean backwards);

        /// Does what the newest news offers.
        void toast();
    }

    private final Commands commands;
    private final ShellViewModel shell;
    private final Frame frame;

    ShellCommands(Commands commands, ShellViewModel shell, Frame frame) {
        this.commands = commands;
        this.shell = shell;
        this.frame = frame;
    }

    /// @param sound null where nothing can be recorded
    void add(@Nullable RecordingViewModel sound) {
        addPlaces(sound != null);
        addTabs();
        addDeeds(sound);
        addLook();
    }

    private void addPlaces(boolean sound) {
        commands.add(Group.GO, "command.search", frame::line, "Shortcut+Shift+F", "Shortcut+F");
        commands.add(
                Group.GO,
                "command.palette",
                () -> frame.palette(false),
                "Shortcut+K",
                "Shortcut+P");
        commands.add(Group.GO, "command.open", () -> frame.palette(true), "Shortcut+O");
        section("command.library", Section.LIBRARY, "Shortcut+1");
        if (sound) {
            section("command.recordings", Section.RECORDINGS, "Shortcut+2");
        }
        section("command.notes", Section.NOTES, "Shortcut+3");
        section("command.tags", Section.TAGS, "Shortcut+4");
        section("command.askPane", Section.ASK, "Shortcut+5");
        page("command.jobs", Page.JOBS, "Shortcut+J");
        page("command.batches", Page.BATCHES, "Shortcut+Shift+J");
        page("command.graph", Page.GRAPH, "Shortcut+G");
        page("command.timeline", Page.TIMELINE, "Shortcut+Shift+Y");
        page("command.duplicates", Page.DUPLICATES);
        page("command.settings", Page.SETTINGS, "Shortcut+COMMA");
        page("command.keys", Page.KEYS, "Shortcut+SLASH", "F1");
        page("command.highlights", Page.HIGHLIGHTS, "Shortcut+Shift+M");
        commands.add(Group.GO, "command.nextPane", () -> frame.nextPane(false), "F6");
        commands.add(Group.GO, "command.previousPane", () -> frame.nextPane(true), "Shift+F6");
    }

    private void section(String id, Section section, String key) {
        commands.add(
                Group.GO,
                id,
                () -> {
                    shell.choose(section);
                    shell.listShownProperty().set(true);
                    frame.enterColumn();
                },
                key);
    }

    private void page(String id, Page page, String... keys) {
        commands.add(
                Group.GO,
                id,
                () -> {
                    shell.show(page);
                    frame.focusPage();
                },
                keys);
    }

    private void addTabs() {
        commands.add(
                Group.TABS,
                "command.back",
                () -> shell.active().hasBack(),
                () -> shell.active().back(),
                "Alt+LEFT");
        commands.add(
                Group.TABS,
                "command.forward",
                () -> shell.active().hasForward(),
                () -> shell.active().forward(),
                "Alt+RIGHT");
        commands.add(Group.TABS, "command.newTab", shell::newTab, "Shortcut+T");
        commands.add(
                Group.TABS,
                "command.closeTab",
                () -> shell.close(shell.active(), shell.active().tab()),
                "Shortcut+W");
        commands.add(
                Group.TABS,
                "command.reopenTab",
                () -> shell.active().hasClosed(),
                () -> shell.active().reopen(),
                "Shortcut+Shift+T");
        commands.add(Group.TABS, "command.nextTab", () -> shell.active().step(1), "Shortcut+TAB");
        commands.add(
                Group.TABS,
                "command.previousTab",
                () -> shell.active().step(-1),
                "Shortcut+Shift+TAB");
        commands.add(Group.TABS, "command.split", shell::toggleSplit, "Shortcut+Back Slash");
    }

    private void addDeeds(@Nullable RecordingViewModel sound) {
        commands.add(Group.DO, "command.ask", shell::ask, "Shortcut+ENTER");
        commands.add(Group.DO, "command.toast", frame::toast, "Shortcut+Shift+Z");
        commands.add(Group.DO, "command.importFiles", frame::importFiles, "Shortcut+I");
        commands.add(Group.DO, "command.importFolder", frame::importFolder, "Shortcut+Shift+I");
        if (sound == null) {
            return;
        }
        commands.add(
                Group.DO,
                "command.record",
                () -> {
                    shell.show(Page.RECORDING);
                    frame.focusPage();
                    sound.startOrStop();
                },
                "Shortcut+R");
        commands.add(Group.DO, "command.mark", sound.runningProperty()::get, sound::mark, "M");
    }

    private void addLook() {
        var list = shell.listShownProperty();
        commands.add(Group.LOOK, "command.list", () -> list.set(!list.get()), "F9");
    }
}
