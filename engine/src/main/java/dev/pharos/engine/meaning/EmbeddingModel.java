package dev.pharos.engine.meaning;

/// Which vectors can be compared: only those of one model at one precision.
///
/// @param id stable name with precision, such as `all-MiniLM-L6-v2/fp32`
/// @param dimension length of each vector
/// @param maxTokens the model reads no more than this much of a text, special tokens included
public record EmbeddingModel(String id, int dimension, int maxTokens) {}
