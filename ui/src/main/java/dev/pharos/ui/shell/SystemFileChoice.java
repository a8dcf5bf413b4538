package dev.pharos.ui.shell;

import dev.pharos.ui.Texts;

import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

/// The operating system's own dialogs.
public final class SystemFileChoice implements FileChoice {
    private final Window owner;
    private final Texts texts;

    public SystemFileChoice(Window owner, Texts texts) {
        this.owner = owner;
        this.texts = texts;
    }

    @Override
    public List<Path> files() {
        var chooser = new FileChooser();
        chooser.setTitle(texts.text("shell.importFiles"));
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    @Override
    public List<Path> folder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(texts.text("shell.importFolder"));
        File chosen = chooser.showDialog(owner);
        return chosen == null ? List.of() : List.of(chosen.toPath());
    }
}
