package dev.pharos.models.embedding;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What can be told of an ONNX file without loading it. Such a file is one protocol buffer message
/// (`ModelProto`), whose parts tell their own lengths.
final class OnnxFile {
    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;
    private static final int GRAPH = 7;

    /// Its presence means that numbers of the text itself are rounded to 8 bits.
    private static final byte[] ROUNDING =
            "DynamicQuantizeLinear".getBytes(StandardCharsets.US_ASCII);

    private OnnxFile() {}

    /// Whether it ends where its parts say, and has a network in it. Reads some bytes only.
    static boolean whole(Path file) throws IOException {
        boolean graph = false;
        try (var in = Files.newInputStream(file)) {
            long at = 0;
            long size = Files.size(file);
            var varint = new Varint(in);
            while (at < size) {
                long key = varint.read();
                long length = varint.read();
                at += varint.taken();
                int wire = (int) key & 7;
                if (varint.ended() || (wire != VARINT && wire != LENGTH_DELIMITED)) {
                    return false;
                }
                if (wire == LENGTH_DELIMITED) {
                    at += length;
                    graph |= key >>> 3 == GRAPH;
                    if (length < 0 || at > size) {
                        return false;
                    }
                    in.skipNBytes(length);
                }
            }
            return graph;
        }
    }

    /// Whether a run with several texts would round each by what stands in the others. Reads the
    /// whole file.
    static boolean roundsByRun(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            int matched = 0;
            for (int b = in.read(); b >= 0; b = in.read()) {
                // the word begins with the only D in it
                matched = b == ROUNDING[matched] ? matched + 1 : b == ROUNDING[0] ? 1 : 0;
                if (matched == ROUNDING.length) {
                    return true;
                }
            }
            return false;
        }
    }

    /// Reads numbers of seven bits a byte, the lowest first.
    private static final class Varint {
        private final InputStream in;
        private int taken;
        private boolean ended;

        Varint(InputStream in) {
            this.in = in;
        }

        long read() throws IOException {
            long value = 0;
            for (int shift = 0; shift < Long.SIZE; shift += 7) {
                int b = in.read();
                if (b < 0) {
                    ended = true;
                    return value;
                }
                taken++;
                value |= (long) (b & 0x7F) << shift;
                if (b < 0x80) {
                    return value;
                }
            }
            ended = true;
            return value;
        }

        boolean ended() {
            return ended;
        }

        /// Bytes since the last question.
        int taken() {
            int now = taken;
            taken = 0;
            return now;
        }
    }
}
