package dev.pharos.ui.file;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// Where the user picked files last.
///
/// @param folder null while never
public record FolderSettings(@Nullable String folder) {
    public static final String FEATURE = "files";
    public static final FolderSettings DEFAULT = new FolderSettings(null);

    /// Nothing where it is gone.
    Optional<Path> start() {
        try {
            return Optional.ofNullable(folder).map(Path::of).filter(Files::isDirectory);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// After a file or a folder was picked: the folder that it is in.
    FolderSettings after(Path picked) {
        var above = picked.toAbsolutePath().getParent();
        return new FolderSettings(String.valueOf(above == null ? picked : above));
    }
}
