package dev.pharos.ui.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

@SuppressWarnings("NullAway.Init")
final class FolderSettingsTest {
    @TempDir Path temp;

    @Test
    void theNextDialogBeginsWhereTheLastOneWasUnlessThatIsGone() throws Exception {
        var folder = Files.createDirectory(temp.resolve("papers"));
        var after = FolderSettings.DEFAULT.after(folder.resolve("tides.pdf"));
        assertEquals(Optional.of(folder), after.start());
        Files.delete(folder);
        assertEquals(Optional.empty(), after.start());
    }
}
