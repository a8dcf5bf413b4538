package dev.pharos.models.embedding;

import dev.pharos.engine.meaning.EmbeddingModel;

/// A sentence model that lies in a dependency of this module, as resources.
///
/// @param name its entry in the class path, without `.onnx` and `-tokenizer.json`
/// @param tokensPerRun how many tokens, padding included, one run of the model takes at most; a
///   longer text runs alone. 1 where every text must run alone, because the model quantises its
///   activations per run and neighbours would change the vector
record PackagedModel(EmbeddingModel model, String name, int tokensPerRun) {

    private static final int DIMENSION = 384;
    private static final int MAX_TOKENS = 256;

    /// all-MiniLM-L6-v2 with its weights as published.
    static final PackagedModel MINILM_FP32 =
            new PackagedModel(
                    new EmbeddingModel("all-MiniLM-L6-v2/fp32", DIMENSION, MAX_TOKENS),
                    "all-minilm-l6-v2",
                    512);

    /// The same model with 8-bit weights.
    static final PackagedModel MINILM_INT8 =
            new PackagedModel(
                    new EmbeddingModel("all-MiniLM-L6-v2/int8", DIMENSION, MAX_TOKENS),
                    "all-minilm-l6-v2-q",
                    1);

    String weights() {
        return name + ".onnx";
    }

    String tokenizer() {
        return name + "-tokenizer.json";
    }
}
