package dev.pharos.models.shelf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Gives what is whole its name.
final class Installed {

    private Installed() {}

    /// In one step. What has the name already is put aside as `NAME.replaced`: it may be its
    /// owner's.
    ///
    /// @param whole a file or folder on the same disk
    static void as(Path place, Path whole) throws IOException {
        Files.createDirectories(place.toAbsolutePath().getParent());
        if (Files.exists(place)) {
            Path aside = place.resolveSibling(place.getFileName() + ".replaced");
            for (int i = 2; Files.exists(aside); i++) {
                aside = place.resolveSibling(place.getFileName() + ".replaced-" + i);
            }
            Files.move(place, aside, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(whole, place, StandardCopyOption.ATOMIC_MOVE);
    }
}
