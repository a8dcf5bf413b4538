package dev.pharos.engine.meaning;

/// Which vectors can be compared: only those of one model at one precision.
///
/// @param id stable name with precision, such as `all-MiniLM-L6-v2/fp32`
/// @param dimension length of each vector
/// @param maxTokens the model reads no more than this much of a text, special tokens included
/// @param weights tells by a few characters whether the same files still lie under this id; empty
///   where the id alone says it
public record EmbeddingModel(String id, int dimension, int maxTokens, String weights) {

    public EmbeddingModel(String id, int dimension, int maxTokens) {
        this(id, dimension, maxTokens, "");
    }

    /// Names its vectors: never those of other weights under the same id.
    public String key() {
        return weights.isEmpty() ? id : id + "@" + weights;
    }

    /// Whether the vectors of `other` can be compared with these. Of vectors from before weights
    /// were told apart only the id is known.
    public boolean agreesWith(EmbeddingModel other) {
        return id.equals(other.id) && (weights.isEmpty() || weights.equals(other.weights));
    }
}
