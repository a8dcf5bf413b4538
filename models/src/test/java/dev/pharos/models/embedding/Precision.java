package dev.pharos.models.embedding;

import dev.pharos.engine.meaning.EmbeddingModel;

/// The two precisions that were compared before one was chosen (ADR 0003). The other one is on the
/// class path only with the Maven profile `fp32`.
final class Precision {

    private static final PackagedModel FP32 =
            new PackagedModel(
                    new EmbeddingModel("all-MiniLM-L6-v2/fp32", 384, 256), "all-minilm-l6-v2");

    private Precision() {}

    static PackagedModel of(String name) {
        return switch (name) {
            case "fp32" -> FP32;
            case "int8" -> PackagedModel.MINILM;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
