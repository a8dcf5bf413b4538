package dev.pharos.engine.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

class WavHeaderTest {
    private static final long FOUR_GIB = 1L << 32;

    private static String name(ByteBuffer header, int at) {
        return new String(header.array(), at, 4, StandardCharsets.US_ASCII);
    }

    @Test
    void upToFourGibibytesItIsAPlainWav() {
        var header =
                WavHeader.of(48_000, FOUR_GIB - WavHeader.BYTES, 0).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals("RIFF", name(header, 0));
        assertEquals("JUNK", name(header, 12));
        assertEquals(FOUR_GIB - 8, Integer.toUnsignedLong(header.getInt(4)));
        assertEquals(FOUR_GIB - WavHeader.BYTES, Integer.toUnsignedLong(header.getInt(76)));
    }

    @Test
    void beyondFourGibibytesItIsRf64() {
        var header = WavHeader.of(48_000, 3 * FOUR_GIB, 36).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals("RF64", name(header, 0));
        assertEquals("ds64", name(header, 12));
        assertEquals(-1, header.getInt(4));
        assertEquals(-1, header.getInt(76));
        assertEquals(3 * FOUR_GIB + 36 + WavHeader.BYTES - 8, header.getLong(20));
        assertEquals(3 * FOUR_GIB, header.getLong(28));
        assertEquals(3 * FOUR_GIB / 2, header.getLong(36));
    }
}
