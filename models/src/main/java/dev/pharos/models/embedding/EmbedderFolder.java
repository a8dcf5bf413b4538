package dev.pharos.models.embedding;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// What a folder must hold for an embedder to be opened from it, for those who bring one to its
/// place. Reads little of it.
public final class EmbedderFolder {

    private EmbedderFolder() {}

    /// @param name that the folder is going to have: of well-known models less has to be in it
    /// @throws IOException if no embedder can be opened from it; `UnusableException` says what is
    ///   missing
    public static void check(Path folder, String name) throws IOException {
        ModelFolder.read(folder, name);
    }

    /// The weights that its `pharos.json` names; empty where that names none.
    ///
    /// @throws IOException if that cannot be read, or names what is not there
    public static Optional<Path> statedWeights(Path folder) throws IOException {
        var stated = ModelFolder.readFacts(folder.resolve(ModelFacts.FILE)).weights();
        return stated == null ? Optional.empty() : Optional.of(ModelFiles.weights(folder, stated));
    }
}
