package dev.pharos.models.whisper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// How much a model hears at once. Whisper was trained on pieces of half a minute; the demo's model
/// on one or two sentences.
///
/// @param windowMs the longest piece of speech that the model has learned to hear
/// @param context how much of the half minute that the encoder always takes it must really look at,
///   in its steps of 20 ms; 0 for all. For shorter windows much of it would be silence; without
///   some the model errs (1 word in 100 more when nothing is left of it).
record Hearing(int windowMs, int context) {

    static final Hearing OF_WHISPER = new Hearing(30_000, 0);
    static final Hearing OF_DEMO = new Hearing(8_000, 1_024);

    /// The demo's model, `ggml-demo.bin`, wherever it lies and whatever it is called.
    private static final long DEMO_BYTES = 10_009_729;

    private static final String DEMO_SHA256 =
            "44ebae3da8339df78928b78fcc2790eca0c7a1ff1ba1875223d0515644db11be";

    static Hearing of(Path model) throws IOException {
        return Files.size(model) == DEMO_BYTES && sha256(model).equals(DEMO_SHA256)
                ? OF_DEMO
                : OF_WHISPER;
    }

    private static String sha256(Path file) throws IOException {
        try (var bytes =
                new DigestInputStream(
                        Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            var buffer = new byte[1 << 16];
            while (bytes.read(buffer) >= 0) {
                continue;
            }
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
