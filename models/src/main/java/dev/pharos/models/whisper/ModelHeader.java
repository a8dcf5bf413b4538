package dev.pharos.models.whisper;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The numbers at the head of a model file, and what they demand of the rest.
///
/// @param vocabulary size; from 51,865 on the model knows many languages
/// @param state width of the network, the same in encoder and decoder
/// @param mels bands of the spectrogram
/// @param fileType ggml's number for how the large matrices are stored
record ModelHeader(
        int vocabulary,
        int audioContext,
        int state,
        int audioHeads,
        int audioLayers,
        int textContext,
        int textState,
        int textHeads,
        int textLayers,
        int mels,
        int fileType) {

    /// How a tensor's numbers are stored.
    ///
    /// @param type ggml's number for it
    /// @param block numbers that share a scale
    /// @param bytes of a block
    /// @param scales where in a block of whole numbers its half-precision scales lie
    record Storage(int type, int block, int bytes, List<Integer> scales) {

        Storage(int type, int block, int bytes, Integer... scales) {
            this(type, block, bytes, List.of(scales));
        }
    }

    /// A tensor as whisper.cpp expects it.
    record Tensor(List<Integer> shape, Storage storage) {

        boolean has(int[] actual, int type) {
            return type == storage.type() && Arrays.stream(actual).boxed().toList().equals(shape);
        }

        long bytes() {
            long count =
                    shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
            return count / storage.block() * storage.bytes();
        }
    }

    @FunctionalInterface
    interface Numbers {
        int next() throws IOException;
    }

    static final Storage F32 = new Storage(0, 1, 4);
    static final Storage F16 = new Storage(1, 1, 2);

    /// By the file's type; from ggml.h and ggml-common.h.
    private static final Map<Integer, Storage> WEIGHTS =
            Map.ofEntries(
                    Map.entry(0, F32),
                    Map.entry(1, F16),
                    Map.entry(2, new Storage(2, 32, 18, 0)), // q4_0
                    Map.entry(3, new Storage(3, 32, 20, 0, 2)), // q4_1
                    Map.entry(7, new Storage(8, 32, 34, 0)), // q8_0
                    Map.entry(8, new Storage(6, 32, 22, 0)), // q5_0
                    Map.entry(9, new Storage(7, 32, 24, 0, 2)), // q5_1
                    Map.entry(10, new Storage(10, 256, 84, 80, 82)), // q2_k
                    Map.entry(11, new Storage(11, 256, 110, 108)), // q3_k
                    Map.entry(12, new Storage(12, 256, 144, 0, 2)), // q4_k
                    Map.entry(13, new Storage(13, 256, 176, 0, 2)), // q5_k
                    Map.entry(14, new Storage(14, 256, 210, 208))); // q6_k

    private static final int ENGLISH_ONLY = 51_864;

    private static final int LARGEST_VOCABULARY = 51_866;
    private static final int QUANTIZATION_VERSION = 1000;
    private static final int WIDEST = 8192;
    private static final int DEEPEST = 128;

    static ModelHeader of(Numbers numbers) throws IOException {
        return new ModelHeader(
                numbers.next(),
                numbers.next(),
                numbers.next(),
                numbers.next(),
                numbers.next(),
                numbers.next(),
                numbers.next(),
                numbers.next(),
                numbers.next(),
                numbers.next(),
                numbers.next());
    }

    boolean multilingual() {
        return vocabulary > ENGLISH_ONLY;
    }

    /// Whether whisper.cpp could compute with it: the ids of its special tokens, the length of its
    /// spectrogram and the number of languages are fixed there.
    boolean plausible() {
        return vocabulary >= ENGLISH_ONLY
                && vocabulary <= LARGEST_VOCABULARY
                && audioContext == 1500
                && textContext == 448
                && (mels == 80 || mels == 128)
                && state > 0
                && state <= WIDEST
                && textState == state
                && divides(audioHeads)
                && divides(textHeads)
                && audioLayers > 0
                && audioLayers <= DEEPEST
                && textLayers > 0
                && textLayers <= DEEPEST
                && fileType >= 0
                && WEIGHTS.containsKey(fileType % QUANTIZATION_VERSION)
                && state % storage().block() == 0;
    }

    private boolean divides(int heads) {
        return heads > 0 && state % heads == 0;
    }

    private Storage storage() {
        var storage = WEIGHTS.get(fileType % QUANTIZATION_VERSION);
        if (storage == null) {
            throw new IllegalStateException("file type " + fileType);
        }
        return storage;
    }

    /// What must follow, in any order, by name.
    Map<String, Tensor> tensors() {
        var tensors = new HashMap<String, Tensor>();
        var convolution = storage().equals(F32) ? F32 : F16;
        tensors.put("encoder.positional_embedding", plain(state, audioContext));
        tensors.put("encoder.conv1.weight", new Tensor(List.of(3, mels, state), convolution));
        tensors.put("encoder.conv1.bias", plain(1, state));
        tensors.put("encoder.conv2.weight", new Tensor(List.of(3, state, state), convolution));
        tensors.put("encoder.conv2.bias", plain(1, state));
        norm(tensors, "encoder.ln_post");
        tensors.put("decoder.positional_embedding", plain(state, textContext));
        tensors.put("decoder.token_embedding.weight", matrix(state, vocabulary));
        norm(tensors, "decoder.ln");
        for (int i = 0; i < audioLayers; i++) {
            layer(tensors, "encoder.blocks." + i);
        }
        for (int i = 0; i < textLayers; i++) {
            layer(tensors, "decoder.blocks." + i);
            attention(tensors, "decoder.blocks." + i + ".cross_attn");
        }
        return tensors;
    }

    private void layer(Map<String, Tensor> tensors, String name) {
        norm(tensors, name + ".mlp_ln");
        tensors.put(name + ".mlp.0.weight", matrix(state, 4 * state));
        tensors.put(name + ".mlp.0.bias", plain(4 * state));
        tensors.put(name + ".mlp.2.weight", matrix(4 * state, state));
        tensors.put(name + ".mlp.2.bias", plain(state));
        attention(tensors, name + ".attn");
    }

    private void attention(Map<String, Tensor> tensors, String name) {
        norm(tensors, name + "_ln");
        for (String part : List.of("query", "key", "value", "out")) {
            tensors.put(name + "." + part + ".weight", matrix(state, state));
            if (!part.equals("key")) {
                tensors.put(name + "." + part + ".bias", plain(state));
            }
        }
    }

    private void norm(Map<String, Tensor> tensors, String name) {
        tensors.put(name + ".weight", plain(state));
        tensors.put(name + ".bias", plain(state));
    }

    private Tensor matrix(int columns, int rows) {
        return new Tensor(List.of(columns, rows), storage());
    }

    private static Tensor plain(Integer... shape) {
        return new Tensor(List.of(shape), F32);
    }
}
