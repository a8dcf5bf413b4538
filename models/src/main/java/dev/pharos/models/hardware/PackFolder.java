package dev.pharos.models.hardware;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where the owner's packs of native libraries are: jars, or folders of what is in them.
///
/// @param folder may not exist
record PackFolder(Path folder) {

    private static final int DEPTH = 3;

    /// @param name of the file or folder
    Optional<Path> find(Pattern name) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var files =
                Files.find(
                        folder,
                        DEPTH,
                        (path, _) -> name.matcher(path.getFileName().toString()).matches())) {
            return files.sorted().findFirst();
        } catch (IOException | UncheckedIOException _) {
            return Optional.empty();
        }
    }
}
