package dev.pharos.ui.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/// A folder that is not there yet, for what is written into it.
public final class NewFolder {

    private NewFolder() {}

    /// Looks at the disk.
    ///
    /// @param chosen the folder in which it shall be made
    /// @return named by the program and the day, with a number where there is such a one
    public static Path in(Path chosen) {
        String name = "Pharos " + LocalDate.now();
        var free = chosen.resolve(name);
        for (int number = 2; Files.exists(free); number++) {
            free = chosen.resolve(name + " " + number);
        }
        return free;
    }
}
