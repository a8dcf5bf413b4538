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
/// understand nothing. Run `main` with a file to write one of the size of `base.en`.
final class RandomModel {

    /// Slow, and small on disk: eight bits, and one layer to decode with.
    static final ModelHeader SLOW =
            new ModelHeader(51_864, 1500, 512, 8, 6, 448, 512, 8, 1, 80, 2007);

    private static final ModelHeader BASE_EN =
            new ModelHeader(51_864, 1500, 512, 8, 6, 448, 512, 8, 6, 80, 1);
    private static final int F32 = 0;
    private static final int F16 = 1;
    private static final int Q8_0_BLOCK = 32;

    private final ModelHeader header;
    private final Random random = new Random(7);
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    private RandomModel(ModelHeader header) {
        this.header = header;
    }

    static void main(String[] args) throws IOException {
        write(BASE_EN, Path.of(args[0]));
    }

    static Path write(ModelHeader header, Path file) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            new RandomModel(header).write(out);
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
        long count = tensor.bytes() / tensor.storage().bytes() * tensor.storage().block();
        boolean scale = name.endsWith("ln.weight") || name.endsWith("ln_post.weight");
        for (long i = 0; i < count; i += Q8_0_BLOCK) {
            buffer.clear();
            int length = (int) Math.min(Q8_0_BLOCK, count - i);
            switch (tensor.storage().type()) {
                case F32 -> floats(length, scale ? 1 : 0);
                case F16 -> halves(length);
                default -> eightBits(length);
            }
            out.write(buffer.array(), 0, buffer.position());
        }
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
