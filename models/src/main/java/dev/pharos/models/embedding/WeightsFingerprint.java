package dev.pharos.models.embedding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Tells by a few characters whether the same files still make a model's vectors: SHA-256 over the
/// lengths of weights and tokenizer, 128 pieces of each, spread evenly, and how the model is used.
/// Training changes every tensor, so the pieces show it; all of some gigabytes could not be read
/// each time somebody looks which models there are.
final class WeightsFingerprint {
    private static final int PIECE = 4096;
    private static final int PIECES = 128;
    private static final int CHARACTERS = 16;

    private final MessageDigest digest;
    private final ByteBuffer piece = ByteBuffer.allocate(PIECE);

    private WeightsFingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    /// @param weights with what lies beside them as `NAME_data` where they are large
    static String of(Path weights, Path tokenizer, Reading reading, int maxTokens)
            throws IOException {
        var print = new WeightsFingerprint();
        print.add(weights);
        var data = weights.resolveSibling(weights.getFileName() + "_data");
        if (Files.isRegularFile(data)) {
            print.add(data);
        }
        print.add(tokenizer);
        var use = reading + " " + maxTokens;
        print.digest.update(use.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(print.digest.digest()).substring(0, CHARACTERS);
    }

    private void add(Path file) throws IOException {
        try (var bytes = FileChannel.open(file)) {
            long size = bytes.size();
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(size).flip());
            for (int i = 0; i < PIECES; i++) {
                long last = Math.max(0, size - PIECE);
                piece.clear();
                bytes.read(piece, last * i / (PIECES - 1));
                digest.update(piece.flip());
            }
        }
    }
}
