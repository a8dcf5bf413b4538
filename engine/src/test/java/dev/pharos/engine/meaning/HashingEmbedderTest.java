package dev.pharos.engine.meaning;

/// The fake keeps the promises of the real one.
class HashingEmbedderTest extends EmbedderContract {

    @Override
    protected Embedder embedder() {
        return new HashingEmbedder();
    }
}
