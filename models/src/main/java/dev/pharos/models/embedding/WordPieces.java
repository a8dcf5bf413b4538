package dev.pharos.models.embedding;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Splits text into the numbers that the model was trained on (WordPiece). Safe for several
/// threads.
///
/// @param maxTokens the model's window, both special tokens included
record WordPieces(HuggingFaceTokenizer tokenizer, int maxTokens) implements AutoCloseable {

    static WordPieces load(InputStream json, int maxTokens) throws IOException {
        var asTheyAre = Map.of("truncation", "do_not_truncate", "padding", "do_not_pad");
        return new WordPieces(HuggingFaceTokenizer.newInstance(json, asTheyAre), maxTokens);
    }

    /// Token ids of each text between `[CLS]` and `[SEP]`, cut to the window.
    List<long[]> windows(List<String> texts) {
        return Arrays.stream(tokenizer.batchEncode(texts)).map(e -> cut(e.getIds())).toList();
    }

    int[] count(List<String> texts) {
        return Arrays.stream(tokenizer.batchEncode(texts, false, false))
                .mapToInt(encoding -> encoding.getIds().length)
                .toArray();
    }

    private long[] cut(long[] ids) {
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
