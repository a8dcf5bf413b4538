package dev.pharos.engine.meaning;

import java.util.List;

/// [Embedders] for tests: some that are there from the start. Those that are opened stay open.
public record FixedEmbedders(List<Embedder> all) implements Embedders {

    /// The first one is the bundled one.
    public static FixedEmbedders of(Embedder... embedders) {
        return new FixedEmbedders(List.of(embedders));
    }

    @Override
    public EmbeddingModel bundled() {
        return all.getFirst().model();
    }

    @Override
    public List<EmbeddingModel> available() {
        return all.stream().map(Embedder::model).toList();
    }

    @Override
    public Embedder open(String model) {
        return all.stream()
                .filter(embedder -> embedder.model().id().equals(model))
                .findFirst()
                .orElseThrow();
    }
}
