package dev.pharos.engine.document;

import org.apache.tika.parser.txt.CharsetDetector;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Finds out in which encoding bytes are text, or that they are none: byte order mark, valid UTF-8,
/// UTF-16 by its control bytes, then letter statistics (ICU's detector, as Tika carries it).
public final class TextDecoder {

    private static final int SAMPLE = 1 << 16;
    private static final double MOSTLY = 0.8;
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    private TextDecoder() {}

    /// The bytes as text with line feeds only and without byte order mark, or null where they are
    /// no text.
    public static @Nullable String decode(byte[] bytes) {
        var charset = charsetOf(bytes);
        if (charset == null) {
            return null;
        }
        var text = new String(bytes, charset);
        return unified(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    static String unified(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /// The encoding of text that starts with `bytes`, or null where they are no text.
    static @Nullable Charset charsetOf(byte[] bytes) {
        var marked = byMark(bytes);
        if (marked != null) {
            return marked;
        }
        var sample = bytes.length <= SAMPLE ? bytes : Arrays.copyOf(bytes, SAMPLE);
        if (controls(sample) > Math.max(1, sample.length / 500) || contains(sample, (byte) 0)) {
            return wide(sample);
        }
        return validUtf8(sample, bytes.length > sample.length)
                ? StandardCharsets.UTF_8
                : byStatistics(sample);
    }

    private static @Nullable Charset byMark(byte[] b) {
        if (starts(b, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (starts(b, 0, 0, 0xFE, 0xFF)) {
            return UTF_32BE;
        }
        if (starts(b, 0xFF, 0xFE, 0, 0)) {
            return UTF_32LE;
        }
        if (starts(b, 0xFE, 0xFF) && readable(b, StandardCharsets.UTF_16BE)) {
            return StandardCharsets.UTF_16BE;
        }
        return starts(b, 0xFF, 0xFE) && readable(b, StandardCharsets.UTF_16LE)
                ? StandardCharsets.UTF_16LE
                : null;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /// Bytes that no 8-bit text holds. In UTF-16 they are everywhere: each space, each line end and
    /// the high byte of every letter of most scripts.
    private static int controls(byte[] bytes) {
        int count = 0;
        for (byte b : bytes) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 27) {
                count++;
            }
        }
        return count;
    }

    private static boolean contains(byte[] bytes, byte wanted) {
        for (byte b : bytes) {
            if (b == wanted) {
                return true;
            }
        }
        return false;
    }

    /// UTF-16 without a mark.
    private static @Nullable Charset wide(byte[] sample) {
        if (plain(sample) > sample.length * MOSTLY) {
            return null;
        }
        boolean big = readable(sample, StandardCharsets.UTF_16BE);
        boolean little = readable(sample, StandardCharsets.UTF_16LE);
        if (big && little) {
            return blanks(sample, StandardCharsets.UTF_16BE)
                            >= blanks(sample, StandardCharsets.UTF_16LE)
                    ? StandardCharsets.UTF_16BE
                    : StandardCharsets.UTF_16LE;
        }
        return big ? StandardCharsets.UTF_16BE : little ? StandardCharsets.UTF_16LE : null;
    }

    /// Bytes that are printable in ASCII: at most half of UTF-16 in any script, and nearly all of a
    /// format of letters with some binary in it, whose pairs would all be Chinese characters.
    private static int plain(byte[] bytes) {
        int count = 0;
        for (byte b : bytes) {
            if (b >= ' ' && b < 127 || b == '\n' || b == '\r' || b == '\t') {
                count++;
            }
        }
        return count;
    }

    private static long blanks(byte[] sample, Charset charset) {
        return new String(sample, charset).chars().filter(c -> c == ' ' || c == '\n').count();
    }

    private static boolean readable(byte[] sample, Charset charset) {
        var text = new String(sample, 0, sample.length & ~1, charset);
        int strange = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int type = Character.getType(c);
            boolean blank = c == '\n' || c == '\r' || c == '\t' || c == '\f';
            if (c == '\uFFFD'
                    || type == Character.UNASSIGNED
                    || type == Character.PRIVATE_USE
                    || type == Character.CONTROL && !blank) {
                strange++;
            }
        }
        return sample.length > 1 && strange <= text.length() / 100;
    }

    private static boolean validUtf8(byte[] sample, boolean cut) {
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var out = CharBuffer.allocate(sample.length + 1);
        return !decoder.decode(ByteBuffer.wrap(sample), out, !cut).isError();
    }

    private static Charset byStatistics(byte[] sample) {
        var match = new CharsetDetector(SAMPLE).setText(sample).detect();
        var name = match == null ? "windows-1252" : match.getName();
        try {
            var charset = Charset.forName(name);
            return charset.equals(StandardCharsets.ISO_8859_1)
                    ? Charset.forName("windows-1252")
                    : charset;
        } catch (IllegalArgumentException e) {
            return Charset.forName("windows-1252");
        }
    }
}
