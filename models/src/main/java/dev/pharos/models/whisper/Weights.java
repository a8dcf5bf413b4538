package dev.pharos.models.whisper;

import dev.pharos.models.whisper.ModelHeader.Storage;

import java.nio.ByteBuffer;

/// Tells damage from weights, as far as single numbers show it: a weight is finite and within half
/// precision, in which Whisper is published, and a scale of whole numbers so small that these stay
/// within it. In random bytes one number in 32, or more, gives itself away. Numbers that were
/// changed into others of their kind are not seen, nor a hole: a layer that a model does without
/// may be all zeros.
final class Weights {

    /// In IEEE 754 all bits of the exponent are set in what is infinite or no number.
    private static final long HALF_EXPONENTS = 0x7C00_7C00_7C00_7C00L;

    private static final long HALF_SIGNS = 0x8000_8000_8000_8000L;

    /// Two halves whose exponent is all ones become a sign bit with this added; no lower one does.
    private static final long HALF_LIMITS = 0x0400_0400_0400_0400L;

    private static final long FLOAT_EXPONENTS = 0x7F80_0000_7F80_0000L;
    private static final long FLOAT_SIGNS = 0x8000_0000_8000_0000L;

    /// The same for floats from 2^16 on.
    private static final long FLOAT_LIMITS = 0x3880_0000_3880_0000L;

    private static final short SCALE_EXPONENT = 0x7C00;

    /// 2^9: times 128, the largest magnitude of a whole number, it leaves half precision.
    private static final short LARGEST_SCALE = 0x6000;

    private Weights() {}

    /// @param bytes whole blocks, little-endian; read from its position to its limit, and left as
    ///   it is
    static boolean plausible(ByteBuffer bytes, Storage storage) {
        if (storage.equals(ModelHeader.F32)) {
            return below(bytes, FLOAT_EXPONENTS, FLOAT_LIMITS, FLOAT_SIGNS);
        }
        return storage.equals(ModelHeader.F16)
                ? below(bytes, HALF_EXPONENTS, HALF_LIMITS, HALF_SIGNS)
                : scaled(bytes, storage);
    }

    /// Whether no exponent reaches its limit; two or four numbers at once.
    private static boolean below(ByteBuffer bytes, long exponents, long limits, long signs) {
        long beyond = 0;
        int at = bytes.position();
        for (; at <= bytes.limit() - Long.BYTES; at += Long.BYTES) {
            beyond |= (bytes.getLong(at) & exponents) + limits;
        }
        long rest = 0;
        for (int last = bytes.limit() - 1; last >= at; last--) {
            rest = rest << Byte.SIZE | bytes.get(last) & 0xFF;
        }
        beyond |= (rest & exponents) + limits;
        return (beyond & signs) == 0;
    }

    private static boolean scaled(ByteBuffer bytes, Storage storage) {
        for (int at = bytes.position(); at < bytes.limit(); at += storage.bytes()) {
            for (int scale : storage.scales()) {
                if ((bytes.getShort(at + scale) & SCALE_EXPONENT) >= LARGEST_SCALE) {
                    return false;
                }
            }
        }
        return true;
    }
}
