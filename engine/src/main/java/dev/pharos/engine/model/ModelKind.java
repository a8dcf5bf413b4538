package dev.pharos.engine.model;

/// What a model is for.
public enum ModelKind {
    /// Recognises speech (Whisper).
    SPEECH,
    /// Turns text into vectors.
    EMBEDDING,
    /// Orders passages by how well they answer a question.
    RERANKING,
    /// Writes answers; runs behind an endpoint, so that the shelf knows it but holds no file of it.
    CHAT,
    /// Native libraries that let models run on another device or in another runtime.
    PACK
}
