package dev.pharos.models.embedding;

import dev.pharos.engine.meaning.EmbeddingModel;

/// A sentence model that lies in a dependency, as resources.
///
/// @param name its entry in the class path, without `.onnx` and `-tokenizer.json`
record PackagedModel(EmbeddingModel model, String name) {

    /// all-MiniLM-L6-v2 (Wang et al., 2020, trained further by the Sentence Transformers project)
    /// with 8-bit weights of reduced range, so that no processor's integer products overflow.
    static final PackagedModel MINILM =
            new PackagedModel(
                    new EmbeddingModel("all-MiniLM-L6-v2/int8", 384, 256), "all-minilm-l6-v2-q");

    String weights() {
        return name + ".onnx";
    }

    String tokenizer() {
        return name + "-tokenizer.json";
    }
}
