package dev.pharos.models.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Whether a file was cut off, for the formats that say so but of which ffmpeg does not: RIFF (WAV,
/// AVI), whose header holds the size, and Ogg (RFC 3533), whose last page has a flag.
final class FileEnd {

    /// The longest Ogg page.
    private static final int LONGEST_PAGE = 65_307;

    private static final int LAST_PAGE = 4;

    private FileEnd() {}

    /// False also where it cannot be told.
    static boolean missing(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var head = read(channel, 0, 8);
            return switch (text(head, 0)) {
                case "RIFF" -> riffCut(Integer.toUnsignedLong(head.getInt(4)), channel.size());
                case "OggS" -> oggCut(channel);
                default -> false;
            };
        }
    }

    /// A size of 0 or of all ones was never filled in: a recorder that streamed.
    private static boolean riffCut(long stated, long bytes) {
        return stated > 0 && stated < 0xFFFFFF00L && bytes < stated + 8;
    }

    private static boolean oggCut(FileChannel channel) throws IOException {
        long from = Math.max(0, channel.size() - LONGEST_PAGE);
        var tail = read(channel, from, LONGEST_PAGE);
        for (int at = tail.limit() - 27; at >= 0; at--) {
            if (tail.get(at) == 'O' && text(tail, at).equals("OggS")) {
                return (tail.get(at + 5) & LAST_PAGE) == 0;
            }
        }
        return true;
    }

    private static ByteBuffer read(FileChannel channel, long from, int most) throws IOException {
        var bytes = ByteBuffer.allocate(most).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            continue;
        }
        return bytes.flip();
    }

    private static String text(ByteBuffer bytes, int at) {
        return bytes.limit() < at + 8
                ? ""
                : new String(bytes.array(), at, 4, StandardCharsets.ISO_8859_1);
    }
}
