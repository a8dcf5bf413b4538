package dev.pharos.ui.library;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.SourceId;
import dev.pharos.ui.Texts;
import dev.pharos.ui.file.FileChoice;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Writes sources into a new folder in one that the user chooses, as an export of the whole library
/// does. For the JavaFX thread.
public final class SourceExport {
    private final Library library;
    private final Supplier<FileChoice> files;
    private final Changing changing;
    private final Texts texts;

    public SourceExport(
            Library library, Supplier<FileChoice> files, Changing changing, Texts texts) {
        this.library = library;
        this.files = files;
        this.changing = changing;
        this.texts = texts;
    }

    /// Asks for the folder, and writes them there.
    public void export(List<SourceId> sources) {
        for (Path chosen : files.get().folder()) {
            var which = Set.copyOf(sources);
            changing.begin(progress -> {
                var folder = free(chosen);
                int written = library.export(folder, which::contains, progress);
                return new Changing.Done(
                        texts.text("chosen.exported", written, folder.toString()), null);
            });
        }
    }

    private static Path free(Path folder) {
        String name = "Pharos " + LocalDate.now();
        var free = folder.resolve(name);
        for (int number = 2; Files.exists(free); number++) {
            free = folder.resolve(name + " " + number);
        }
        return free;
    }
}
