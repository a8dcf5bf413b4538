package dev.pharos.ui;

import dev.pharos.ui.command.Command.Group;
import dev.pharos.ui.command.Commands;
import dev.pharos.ui.command.KeysController;
import dev.pharos.ui.command.KeysViewModel;
import dev.pharos.ui.control.Toasts;
import dev.pharos.ui.library.Changing;
import dev.pharos.ui.library.LibraryViewModel;
import dev.pharos.ui.palette.PaletteController;
import dev.pharos.ui.palette.PaletteViewModel;
import dev.pharos.ui.settings.LanguageViewModel;
import dev.pharos.ui.settings.SettingsViewModel;
import dev.pharos.ui.shell.Pane;
import dev.pharos.ui.shell.ShellController;
import dev.pharos.ui.shell.ShellViewModel;
import dev.pharos.ui.theme.ThemeSettings;
import dev.pharos.ui.work.Background;

/// Builds what has to do with commands: their keys, the palette, the news with their ways back. For
/// the JavaFX thread.
final class CommandScreens {
    private final Desktop desktop;
    private final Background background;
    private final Texts texts;
    private final Commands commands;
    private final KeysViewModel keys;
    private final Toasts toasts;

    CommandScreens(Desktop desktop, Background background, Texts texts) {
        this.desktop = desktop;
        this.background = background;
        this.texts = texts;
        commands = new Commands(texts.text("keys.control"));
        keys = new KeysViewModel(commands, desktop.settings(), background);
        toasts = new Toasts(texts);
    }

    /// Changes the library, and tells that with its way back.
    Changing changing() {
        return new Changing(background, toasts::tell, new ProblemText(texts));
    }

    Commands commands() {
        return commands;
    }

    Toasts toasts() {
        return toasts;
    }

    /// Adds how large everything is to what can be done, and reads which keys were chosen.
    void begin(SettingsViewModel settings) {
        commands.add(Group.DO, "command.undo", toasts::canUndo, toasts::undo, "Shortcut+Z");
        var look = settings.themeProperty();
        commands.add(
                Group.LOOK,
                "command.zoomIn",
                () -> settings.choose(look.get().zoomed(true)),
                "Shortcut+PLUS",
                "Shortcut+EQUALS",
                "Shortcut+ADD");
        commands.add(
                Group.LOOK,
                "command.zoomOut",
                () -> settings.choose(look.get().zoomed(false)),
                "Shortcut+MINUS",
                "Shortcut+SUBTRACT");
        commands.add(
                Group.LOOK,
                "command.zoomReset",
                () -> settings.choose(look.get().withZoom(ThemeSettings.DEFAULT.zoom())),
                "Shortcut+0",
                "Shortcut+Numpad 0");
        look("command.lookSystem", ThemeSettings.Choice.SYSTEM, settings);
        look("command.lookLight", ThemeSettings.Choice.LIGHT, settings);
        look("command.lookDark", ThemeSettings.Choice.DARK, settings);
        keys.load();
    }

    private void look(String id, ThemeSettings.Choice choice, SettingsViewModel settings) {
        var look = settings.themeProperty();
        commands.add(Group.LOOK, id, () -> settings.choose(look.get().with(choice)));
    }

    /// Adds the languages to what can be done.
    void begin(LanguageViewModel language) {
        commands.add(Group.LOOK, "command.english", () -> language.choose("en"));
        commands.add(Group.LOOK, "command.german", () -> language.choose("de"));
        commands.add(Group.LOOK, "command.russian", () -> language.choose("ru"));
    }

    ShellController.Layers layers(LibraryViewModel library, ShellViewModel shell) {
        var viewModel =
                new PaletteViewModel(commands, library, desktop.settings(), background, texts);
        viewModel.load();
        var controller = new PaletteController(viewModel, commands, shell, shell::search, texts);
        return new ShellController.Layers(
                controller,
                new Fxml(texts).load(PaletteController.class, "palette", controller),
                toasts);
    }

    Pane keys() {
        var controller = new KeysController(keys, toasts::tell, texts, new ProblemText(texts));
        return new Pane(
                new Fxml(texts).load(KeysController.class, "keys", controller),
                controller::first,
                controller::pressed,
                null);
    }
}
