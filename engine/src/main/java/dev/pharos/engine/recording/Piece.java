package dev.pharos.engine.recording;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// A line of a recording's log, [#BYTES] long, with a checksum of its own. Positions are in samples
/// from the start of the recording, so that a damaged line takes nothing else with it.
///
/// @param rate samples a second, in every line because any one may be lost
/// @param count of samples, for sound
/// @param checksum CRC-32C of those samples' bytes, for sound
record Piece(Kind kind, int rate, long position, int count, int checksum) {
    static final int BYTES = 32;

    /// "PHR1"
    private static final int MAGIC = 0x50485231;

    /// What a line says.
    enum Kind {
        /// These samples are in the sound file.
        SOUND,
        /// The user pressed the key here.
        MARK,
        /// The user ended the recording here.
        END
    }

    ByteBuffer encoded() {
        var buffer =
                ByteBuffer.allocate(BYTES)
                        .putInt(MAGIC)
                        .putInt(kind.ordinal())
                        .putInt(rate)
                        .putLong(position)
                        .putInt(count)
                        .putInt(checksum);
        return buffer.putInt(checksum(buffer.duplicate().flip())).flip();
    }

    /// Reads a line and moves on behind it; null where it is damaged.
    static @Nullable Piece decode(ByteBuffer buffer) {
        var line = buffer.slice(buffer.position(), BYTES);
        buffer.position(buffer.position() + BYTES);
        int sum = checksum(line.slice(0, BYTES - Integer.BYTES));
        int kind = line.getInt(Integer.BYTES);
        if (line.getInt() != MAGIC
                || line.getInt(BYTES - Integer.BYTES) != sum
                || kind < 0
                || kind >= Kind.values().length) {
            return null;
        }
        line.getInt();
        return new Piece(
                Kind.values()[kind], line.getInt(), line.getLong(), line.getInt(), line.getInt());
    }

    static int checksum(ByteBuffer bytes) {
        var sum = new CRC32C();
        sum.update(bytes);
        return (int) sum.getValue();
    }

    long end() {
        return position + count;
    }
}
