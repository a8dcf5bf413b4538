package dev.pharos.models.embedding;

import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.models.natives.UnpackedResources;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// A sentence model that lies in a dependency, as resources.
///
/// @param name its entry in the class path, without `.onnx` and `-tokenizer.json`
record PackagedModel(EmbeddingModel model, String name) implements ModelSource {

    /// all-MiniLM-L6-v2 (Wang et al., 2020, trained further by the Sentence Transformers project)
    /// with 8-bit weights of reduced range, so that no processor's integer products overflow.
    static final PackagedModel MINILM =
            new PackagedModel(
                    new EmbeddingModel("all-MiniLM-L6-v2/int8", 384, 256), "all-minilm-l6-v2-q");

    @Override
    public Reading reading() {
        return Reading.PLAIN;
    }

    @Override
    public Path weights(Path cache) throws IOException {
        return new UnpackedResources(cache).file(weights());
    }

    @Override
    public InputStream tokenizer() throws IOException {
        var json = PackagedModel.class.getResourceAsStream("/" + name + "-tokenizer.json");
        if (json == null) {
            throw new FileNotFoundException(name + "-tokenizer.json");
        }
        return json;
    }

    String weights() {
        return name + ".onnx";
    }
}
