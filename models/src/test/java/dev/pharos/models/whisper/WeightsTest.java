package dev.pharos.models.whisper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.models.whisper.ModelHeader.Storage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

class WeightsTest {

    private static ByteBuffer bytes(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Seven numbers: some are looked at together, the last ones alone.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 6})
    void ofAllHalvesThoseAreWeightsThatAreFinite(int place) {
        var weights = bytes(7 * Short.BYTES);
        for (int bits = 0; bits <= 0xFFFF; bits++) {
            weights.putShort(place * Short.BYTES, (short) bits);
            assertEquals(
                    Float.isFinite(Float.float16ToFloat((short) bits)),
                    Weights.plausible(weights, ModelHeader.F16),
                    Integer.toHexString(bits));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void ofAllFloatsThoseAreWeightsThatAreSmall(int place) {
        var weights = bytes(3 * Float.BYTES);
        var random = new Random(13);
        for (int i = 0; i < 100_000; i++) {
            float number = Float.intBitsToFloat(random.nextInt());
            weights.putFloat(place * Float.BYTES, number);
            assertEquals(
                    Math.abs(number) < 0x1p16f,
                    Weights.plausible(weights, ModelHeader.F32),
                    Float.toHexString(number));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void aScaleIsFiniteAndNotHuge(int scale) {
        var twoScales = new Storage(3, 32, 20, 0, 2);
        var weights = bytes(3 * 20);
        for (int bits = 0; bits <= 0xFFFF; bits++) {
            weights.putShort(2 * 20 + scale, (short) bits);
            assertEquals(
                    Math.abs(Float.float16ToFloat((short) bits)) < 512,
                    Weights.plausible(weights, twoScales),
                    Integer.toHexString(bits));
        }
    }
}
