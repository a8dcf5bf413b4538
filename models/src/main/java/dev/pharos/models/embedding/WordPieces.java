package dev.pharos.models.embedding;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;

/// Splits text into the numbers that the model was trained on, as its `tokenizer.json` says. Safe
/// for several threads. One text a call: the tokenizer's own batches keep a pool of threads
/// spinning beside ours.
///
/// @param maxTokens the model's window, special tokens included
record WordPieces(HuggingFaceTokenizer tokenizer, int maxTokens) implements AutoCloseable {

    static WordPieces load(InputStream json, int maxTokens) throws IOException {
        var asTheyAre = Map.of("truncation", "do_not_truncate", "padding", "do_not_pad");
        return new WordPieces(HuggingFaceTokenizer.newInstance(json, asTheyAre), maxTokens);
    }

    /// Token ids of a text between its special tokens, cut to the window.
    long[] window(String text) {
        return cut(tokenizer.encode(text).getIds());
    }

    int count(String text) {
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
