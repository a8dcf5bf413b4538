package dev.pharos.models.whisper;

import dev.pharos.models.whisper.ModelHeader.Tensor;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.TreeMap;

/// Writes models of any size whose weights are chance: they compute as long as true ones, and
/// understand nothing. Left to chance they babble to the limit of their text; a [#reciter] says as
/// much as it is told to.
public final class RandomModel {

    /// Slow, and small on disk: eight bits, and one layer to decode with.
    static final ModelHeader SLOW =
            new ModelHeader(51_864, 1500, 512, 8, 6, 448, 512, 8, 1, 80, 2007);

    private static final ModelHeader BASE_EN =
            new ModelHeader(51_864, 1500, 512, 8, 6, 448, 512, 8, 6, 80, 1);
    private static final int F32 = 0;
    private static final int F16 = 1;
    private static final int Q8_0_BLOCK = 32;
    private static final int BABBLING = -1;
    private static final int END_OF_TEXT = 50_256;
    private static final int FIRST_TIME = 50_363;

    /// Both far above what chance adds.
    private static final float LOUD = 10;

    private static final float CERTAIN = 0.1f;

    /// When a reciter has said all that it hears in 30 s.
    public static final int SAID_MS = 30_000;

    private static final int TIME_STEP_MS = 20;

    private final ModelHeader header;
    private final int words;
    private final Random random = new Random(7);
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    private RandomModel(ModelHeader header, int words) {
        this.header = header;
        this.words = words;
    }

    static Path write(ModelHeader header, Path file) throws IOException {
        return write(new RandomModel(header, BABBLING), file);
    }

    /// Of the size of `base.en`. Whatever it hears, for every 30 s it says so many words of one
    /// token each between a time stamp of 0 and one of [#SAID_MS], certain of each: the place of a
    /// token in the text alone decides which it is.
    public static Path reciter(int words, Path file) throws IOException {
        return write(new RandomModel(BASE_EN, words), file);
    }

    private static Path write(RandomModel model, Path file) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            model.write(out);
        }
        return file;
    }

    private void write(OutputStream out) throws IOException {
        numbers(
                out,
                0x67676d6c,
                header.vocabulary(),
                header.audioContext(),
                header.state(),
                header.audioHeads(),
                header.audioLayers(),
                header.textContext(),
                header.textState(),
                header.textHeads(),
                header.textLayers(),
                header.mels(),
                header.fileType());
        numbers(out, header.mels(), 201);
        for (int i = 0; i < header.mels() * 201; i++) {
            numbers(out, Float.floatToIntBits(i % 201 == 2 * (i / 201) ? 0.02f : 0));
        }
        numbers(out, 50_256);
        text(out, " ");
        for (int i = 1; i < 50_256; i++) {
            text(out, " w" + i);
        }
        for (var tensor : new TreeMap<>(header.tensors()).entrySet()) {
            tensor(out, tensor.getKey(), tensor.getValue());
        }
    }

    private void tensor(OutputStream out, String name, Tensor tensor) throws IOException {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        numbers(out, tensor.shape().size(), bytes.length, tensor.storage().type());
        for (int size : tensor.shape()) {
            numbers(out, size);
        }
        out.write(bytes);
        int columns = tensor.shape().getFirst();
        long count = tensor.bytes() / tensor.storage().bytes() * tensor.storage().block();
        boolean scale = name.endsWith("ln.weight") || name.endsWith("ln_post.weight");
        for (int row = 0; row < count / columns; row++) {
            int token = recited(name, row);
            if (token >= 0) {
                direction(out, token, columns, tensor.storage().type());
                continue;
            }
            for (int i = 0; i < columns; i += Q8_0_BLOCK) {
                buffer.clear();
                int length = Math.min(Q8_0_BLOCK, columns - i);
                switch (tensor.storage().type()) {
                    case F32 -> floats(length, scale ? 1 : 0);
                    case F16 -> halves(length);
                    default -> eightBits(length);
                }
                out.write(buffer.array(), 0, buffer.position());
            }
        }
    }

    /// @return the token in whose direction this row points, -1 where it is chance
    private int recited(String name, int row) {
        if (words == BABBLING) {
            return -1;
        }
        return switch (name) {
            case "decoder.positional_embedding" -> token(row);
            case "decoder.token_embedding.weight" ->
                    row > 0 && row <= words
                                    || row == END_OF_TEXT
                                    || row == FIRST_TIME
                                    || row == token(words + 1)
                            ? row
                            : -1;
            default -> -1;
        };
    }

    /// A direction of its own for each token: half the axes up, half down, by chance.
    private void direction(OutputStream out, int token, int columns, int type) throws IOException {
        var signs = new Random(token);
        buffer.clear();
        for (int i = 0; i < columns; i++) {
            int sign = signs.nextBoolean() ? 1 : -1;
            if (type == F32) {
                buffer.putFloat(sign * LOUD);
            } else {
                buffer.putShort(Float.floatToFloat16(sign * CERTAIN));
            }
        }
        out.write(buffer.array(), 0, buffer.position());
    }

    /// What is said at a place of the text.
    private int token(int place) {
        if (place == 0 || place == words + 1) {
            return FIRST_TIME + (place == 0 ? 0 : SAID_MS / TIME_STEP_MS);
        }
        return place <= words ? place : END_OF_TEXT;
    }

    private void floats(int length, float mean) {
        for (int i = 0; i < length; i++) {
            buffer.putFloat(mean + weight());
        }
    }

    private void halves(int length) {
        for (int i = 0; i < length; i++) {
            buffer.putShort(Float.floatToFloat16(weight()));
        }
    }

    private void eightBits(int length) {
        buffer.putShort(Float.floatToFloat16(0.0005f));
        for (int i = 0; i < length; i++) {
            buffer.put((byte) random.nextInt(-127, 128));
        }
    }

    private float weight() {
        return (random.nextFloat() - 0.5f) * 0.1f;
    }

    private void numbers(OutputStream out, int... values) throws IOException {
        buffer.clear();
        for (int value : values) {
            buffer.putInt(value);
        }
        out.write(buffer.array(), 0, buffer.position());
    }

    private void text(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        numbers(out, bytes.length);
        out.write(bytes);
    }
}
