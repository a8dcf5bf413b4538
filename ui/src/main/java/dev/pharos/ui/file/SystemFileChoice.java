package dev.pharos.ui.file;

import dev.pharos.ui.Texts;
import dev.pharos.ui.work.Kept;

import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The operating system's own dialogs.
public final class SystemFileChoice implements FileChoice {
    private static final Logger LOG = LoggerFactory.getLogger(SystemFileChoice.class);

    private final Window owner;
    private final Texts texts;
    private final Kept<FolderSettings> folder;

    /// @param folder where a dialog begins
    public SystemFileChoice(Window owner, Texts texts, Kept<FolderSettings> folder) {
        this.owner = owner;
        this.texts = texts;
        this.folder = folder;
    }

    @Override
    public List<Path> files() {
        List<File> chosen = chooser("shell.importFiles").showOpenMultipleDialog(owner);
        return chosen == null ? List.of() : chosen.stream().map(this::picked).toList();
    }

    @Override
    public List<Path> folder() {
        return target(texts.text("shell.importFolder")).stream().toList();
    }

    @Override
    public Optional<Path> target(String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        folder.value().start().map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showDialog(owner)).map(this::picked);
    }

    @Override
    public Optional<Path> one(List<String> extensions) {
        var chooser = chooser("file.choose");
        var patterns = extensions.stream().map(each -> "*." + each).toList();
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(String.join(", ", patterns), patterns));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(this::picked);
    }

    @Override
    public Optional<Path> any() {
        return Optional.ofNullable(chooser("file.choose").showOpenDialog(owner)).map(this::picked);
    }

    @Override
    public boolean reveal(Path place) {
        return started(revealing(place));
    }

    @Override
    public boolean browse(String address) {
        return started(
                switch (system()) {
                    case MAC -> List.of("open", address);
                    case WINDOWS -> List.of("rundll32", "url.dll,FileProtocolHandler", address);
                    case OTHER -> List.of("xdg-open", address);
                });
    }

    private static boolean started(List<String> command) {
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            LOG.info("{} cannot be shown", command.getLast(), e);
            return false;
        }
    }

    private enum Kind {
        MAC,
        WINDOWS,
        OTHER
    }

    private static Kind system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.contains("mac")
                ? Kind.MAC
                : name.contains("windows") ? Kind.WINDOWS : Kind.OTHER;
    }

    private static List<String> revealing(Path place) {
        return switch (system()) {
            case MAC -> List.of("open", "-R", place.toString());
            case WINDOWS -> List.of("explorer", "/select," + place);
            case OTHER -> {
                var folder = Files.isDirectory(place) ? place : place.toAbsolutePath().getParent();
                yield List.of("xdg-open", String.valueOf(folder));
            }
        };
    }

    @Override
    public Optional<Path> save(String name) {
        var chooser = chooser("file.save");
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(this::picked);
    }

    /// The next dialog begins where this was.
    private Path picked(File file) {
        var path = file.toPath();
        folder.change(now -> now.after(path));
        return path;
    }

    private FileChooser chooser(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(texts.text(title));
        folder.value().start().map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }
}
