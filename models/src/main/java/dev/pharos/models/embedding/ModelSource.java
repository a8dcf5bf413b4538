package dev.pharos.models.embedding;

import dev.pharos.engine.meaning.EmbeddingModel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// Where the files of a sentence model are.
sealed interface ModelSource permits PackagedModel, ModelFolder {

    EmbeddingModel model();

    Reading reading();

    /// The weights as a file.
    ///
    /// @param cache a folder of the program's own
    Path weights(Path cache) throws IOException;

    /// What is in `tokenizer.json`. The caller closes it.
    InputStream tokenizer() throws IOException;
}
