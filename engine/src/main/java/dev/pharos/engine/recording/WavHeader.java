package dev.pharos.engine.recording;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The parts of a WAV file, 16 bit mono, beside its samples. The header has one size whatever
/// follows: room is kept for the 64-bit sizes of RF64 (EBU Tech 3306), which takes over where a
/// file grows beyond 4 GiB. Markers are a `cue ` chunk behind the samples.
final class WavHeader {
    static final int BYTES = 80;

    /// Stands where a size does not fit, or is not known while the file grows: programs then read
    /// to its end.
    private static final int UNKNOWN = -1;

    private static final long LARGEST = 0xFFFF_FFFFL;

    /// Where the chunk of the format begins.
    private static final int FORMAT = 48;

    /// Where the 64-bit size of the samples stands.
    private static final int DATA64 = 28;

    /// "fmt ", as a number of that byte order.
    private static final int FMT = 0x2074_6D66;

    private WavHeader() {}

    /// Of a file that still grows.
    static ByteBuffer growing(int rate) {
        return header("RIFF", UNKNOWN, rate, UNKNOWN, 0, 0);
    }

    /// @param sound bytes of samples
    /// @param behind bytes of chunks that follow them
    static ByteBuffer of(int rate, long sound, long behind) {
        long riff = BYTES - 8 + sound + behind;
        return riff <= LARGEST
                ? header("RIFF", (int) riff, rate, (int) sound, 0, 0)
                : header("RF64", UNKNOWN, rate, UNKNOWN, riff, sound);
    }

    /// Samples a second as a header says, or 0 where it is none of ours.
    static int rate(ByteBuffer header) {
        var bytes = header.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        return bytes.remaining() == BYTES && bytes.getInt(FORMAT) == FMT
                ? bytes.getInt(FORMAT + 12)
                : 0;
    }

    /// Samples as a header says, or -1 where the file still grows, or it is none of ours.
    static long samples(ByteBuffer header) {
        if (rate(header) == 0) {
            return -1;
        }
        var bytes = header.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int data = bytes.getInt(BYTES - Integer.BYTES);
        if (data != UNKNOWN) {
            return Integer.toUnsignedLong(data) / 2;
        }
        long data64 = bytes.getLong(DATA64);
        return data64 == 0 ? -1 : data64 / 2;
    }

    private static ByteBuffer header(
            String form, int size, int rate, int data, long riff64, long data64) {
        var out = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        name(out, form).putInt(size);
        name(out, "WAVE");
        name(out, riff64 == 0 ? "JUNK" : "ds64").putInt(28);
        out.putLong(riff64).putLong(data64).putLong(data64 / 2).putInt(0);
        name(out, "fmt ").putInt(16);
        out.putShort((short) 1).putShort((short) 1);
        out.putInt(rate).putInt(rate * 2).putShort((short) 2).putShort((short) 16);
        name(out, "data").putInt(data);
        return out.flip();
    }

    /// The chunk of markers; empty without any. One that lies behind sample 2³² (24 hours at 48
    /// kHz) cannot be written in it.
    static ByteBuffer cues(List<Long> samples) {
        var marks = samples.stream().filter(sample -> sample <= LARGEST).toList();
        if (marks.isEmpty()) {
            return ByteBuffer.allocate(0);
        }
        var out = ByteBuffer.allocate(12 + 24 * marks.size()).order(ByteOrder.LITTLE_ENDIAN);
        name(out, "cue ").putInt(4 + 24 * marks.size()).putInt(marks.size());
        for (int i = 0; i < marks.size(); i++) {
            int sample = (int) (long) marks.get(i);
            out.putInt(i + 1).putInt(sample);
            name(out, "data").putInt(0).putInt(0).putInt(sample);
        }
        return out.flip();
    }

    private static ByteBuffer name(ByteBuffer out, String name) {
        return out.put(name.getBytes(StandardCharsets.US_ASCII));
    }
}
