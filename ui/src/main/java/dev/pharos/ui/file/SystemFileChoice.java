package dev.pharos.ui.file;

import dev.pharos.ui.Texts;

import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
        List<File> chosen = chooser("shell.importFiles").showOpenMultipleDialog(owner);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    @Override
    public List<Path> folder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(texts.text("shell.importFolder"));
        File chosen = chooser.showDialog(owner);
        return chosen == null ? List.of() : List.of(chosen.toPath());
    }

    @Override
    public Optional<Path> one(List<String> extensions) {
        var chooser = chooser("file.choose");
        var patterns = extensions.stream().map(each -> "*." + each).toList();
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(String.join(", ", patterns), patterns));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> save(String name) {
        var chooser = chooser("file.save");
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    private FileChooser chooser(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(texts.text(title));
        return chooser;
    }
}
