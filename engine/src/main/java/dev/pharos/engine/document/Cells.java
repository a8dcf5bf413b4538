package dev.pharos.engine.document;

import java.util.Arrays;

/// A set of numbers without boxes, for it is asked several times a glyph. Open addressing with
/// linear steps. One thread.
final class Cells {

    private static final int SMALLEST = 1 << 12;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long[] slots = new long[SMALLEST];
    private int size;

    void clear() {
        if (size > 0) {
            slots = slots.length > SMALLEST * 8 ? new long[SMALLEST] : slots;
            Arrays.fill(slots, 0);
            size = 0;
        }
    }

    boolean contains(long value) {
        return slots[slot(value)] != 0;
    }

    void add(long value) {
        if (2 * size >= slots.length) {
            var old = slots;
            slots = new long[old.length * 2];
            for (long kept : old) {
                if (kept != 0) {
                    slots[slot(kept)] = kept;
                }
            }
        }
        int slot = slot(value);
        size += slots[slot] == 0 ? 1 : 0;
        slots[slot] = value == 0 ? GOLDEN : value;
    }

    /// Where `value` is, or the free place for it; zero stands for an empty slot.
    private int slot(long value) {
        long wanted = value == 0 ? GOLDEN : value;
        int slot = (int) ((wanted * GOLDEN) >>> 32) & (slots.length - 1);
        while (slots[slot] != 0 && slots[slot] != wanted) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
