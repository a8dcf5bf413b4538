package dev.pharos.engine.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// An [Embedder] for tests: texts that share words are near each other. Deterministic, needs no
/// model.
public final class HashingEmbedder implements Embedder {
    private static final int DIMENSION = 128;
    private static final int MAX_TOKENS = 256;

    private final EmbeddingModel model;
    private final AtomicInteger embedded = new AtomicInteger();

    public HashingEmbedder() {
        this("hashing/1");
    }

    public HashingEmbedder(String id) {
        this(id, DIMENSION, MAX_TOKENS);
    }

    /// Another dimension makes other texts near each other.
    public HashingEmbedder(String id, int dimension, int maxTokens) {
        this(new EmbeddingModel(id, dimension, maxTokens));
    }

    public HashingEmbedder(EmbeddingModel model) {
        this.model = model;
    }

    @Override
    public EmbeddingModel model() {
        return model;
    }

    /// How many texts were embedded until now.
    public int embedded() {
        return embedded.get();
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        embedded.addAndGet(texts.size());
        return texts.stream().map(this::vector).toList();
    }

    private float[] vector(String text) {
        var vector = new float[model.dimension()];
        vector[0] = 0.01f;
        for (String word : words(text)) {
            vector[Math.floorMod(word.hashCode() * 31, model.dimension())] += 1;
        }
        double length = 0;
        for (float x : vector) {
            length += x * x;
        }
        for (int i = 0; i < model.dimension(); i++) {
            vector[i] /= (float) Math.sqrt(length);
        }
        return vector;
    }

    private List<String> words(String text) {
        var words = new ArrayList<String>();
        for (String word : text.toLowerCase(Locale.ROOT).split("\\P{L}+")) {
            if (word.length() > 3) {
                words.add(word.substring(0, 4));
            }
        }
        return words.subList(0, Math.min(words.size(), model.maxTokens()));
    }

    @Override
    public int[] countTokens(List<String> texts) {
        return texts.stream()
                .mapToInt(text -> text.isBlank() ? 0 : text.strip().split("\\s+").length)
                .toArray();
    }

    @Override
    public void close() {}
}
