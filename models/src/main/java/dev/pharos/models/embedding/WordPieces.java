package dev.pharos.models.embedding;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.concurrent.ConcurrentHashMap;

/// Splits text into the numbers that the model was trained on, as its `tokenizer.json` says. Safe
/// for several threads. One text a call: the tokenizer's own batches keep a pool of threads
/// spinning beside ours.
final class WordPieces implements AutoCloseable {
    /// Far more than the words of a book, some megabytes.
    private static final int KNOWN_WORDS = 50_000;

    private static final int LONGEST_WORD = 40;

    private final HuggingFaceTokenizer tokenizer;
    private final int maxTokens;
    private final ConcurrentHashMap<String, Integer> counts = new ConcurrentHashMap<>();

    private WordPieces(HuggingFaceTokenizer tokenizer, int maxTokens) {
        this.tokenizer = tokenizer;
        this.maxTokens = maxTokens;
    }

    /// @param maxTokens the model's window, special tokens included
    static WordPieces load(InputStream json, int maxTokens) throws IOException {
        var asTheyAre = Map.of("truncation", "do_not_truncate", "padding", "do_not_pad");
        return new WordPieces(HuggingFaceTokenizer.newInstance(json, asTheyAre), maxTokens);
    }

    /// Token ids of a text between its special tokens, cut to the window.
    long[] window(String text) {
        return cut(tokenizer.encode(text).getIds());
    }

    /// How many tokens a text has without its special tokens. No tokenizer of sentence models joins
    /// what white space divides, so that a text has as many as its words; and most words were
    /// counted before.
    int count(String text) {
        var words = new StringTokenizer(text);
        int count = 0;
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            count += word.length() > LONGEST_WORD ? encoded(word) : known(word);
        }
        return count;
    }

    private int known(String word) {
        Integer known = counts.get(word);
        if (known == null) {
            known = encoded(word);
            if (counts.size() >= KNOWN_WORDS) {
                counts.clear();
            }
            counts.put(word, known);
        }
        return known;
    }

    private int encoded(String text) {
        return tokenizer.encode(text, false, false).getIds().length;
    }

    private long[] cut(long[] ids) {
        if (ids.length == 0) {
            return new long[1]; // a tokenizer that puts nothing around an empty text
        }
        if (ids.length <= maxTokens) {
            return ids;
        }
        long[] window = Arrays.copyOf(ids, maxTokens);
        window[maxTokens - 1] = ids[ids.length - 1];
        return window;
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
