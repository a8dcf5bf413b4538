package dev.pharos.models.embedding;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// What can be told of an ONNX file without loading it. Such a file is one protocol buffer message
/// (`ModelProto`), whose parts tell their own lengths, so that the weights can be passed over.
public final class OnnxFile implements AutoCloseable {
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED_32 = 5;
    private static final int GRAPH = 7;
    private static final int NODE = 1;

    /// An operation with this name rounds the numbers of the text itself to 8 bits.
    private static final String ROUNDING = "DynamicQuantize";

    private final RandomAccessFile file;

    private OnnxFile(Path file) throws IOException {
        this.file = new RandomAccessFile(file.toFile(), "r");
    }

    /// A part of a message.
    ///
    /// @param at where its content begins; where a number ends
    private record Part(int number, long at, long length) {
        long end() {
            return at + length;
        }
    }

    /// Whether it ends where its parts say, and has a network in it.
    public static boolean whole(Path path) throws IOException {
        try (var onnx = new OnnxFile(path)) {
            long end = onnx.file.length();
            boolean graph = false;
            for (long at = 0; at < end; ) {
                var part = onnx.part(at);
                graph |= part.number() == GRAPH;
                at = part.end();
                if (at > end || at < part.at()) {
                    return false;
                }
            }
            return graph;
        } catch (Malformed _) {
            return false;
        }
    }

    /// Whether, in a run with several texts, each would be rounded by what stands in the others.
    static boolean roundsByRun(Path path) throws IOException {
        try (var onnx = new OnnxFile(path)) {
            for (long at = 0; at < onnx.file.length(); ) {
                var part = onnx.part(at);
                if (part.number() == GRAPH && onnx.rounds(part)) {
                    return true;
                }
                at = part.end();
            }
            return false;
        }
    }

    private boolean rounds(Part graph) throws IOException {
        for (long at = graph.at(); at < graph.end(); ) {
            var part = part(at);
            if (part.number() == NODE && text(part).contains(ROUNDING)) {
                return true;
            }
            at = part.end();
        }
        return false;
    }

    private String text(Part part) throws IOException {
        var bytes = new byte[Math.toIntExact(part.length())];
        file.seek(part.at());
        file.readFully(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private Part part(long at) throws IOException {
        file.seek(at);
        long key = number();
        int number = (int) (key >>> 3);
        if (number < 1) {
            throw new Malformed();
        }
        long length =
                switch ((int) (key & 7)) {
                    case VARINT -> {
                        number();
                        yield 0L;
                    }
                    case FIXED_64 -> Long.BYTES;
                    case LENGTH_DELIMITED -> number();
                    case FIXED_32 -> Integer.BYTES;
                    default -> throw new Malformed();
                };
        if (length < 0) {
            throw new Malformed();
        }
        return new Part(number, file.getFilePointer(), length);
    }

    /// Seven bits a byte, the lowest first.
    private long number() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int b = file.read();
            if (b < 0) {
                throw new Malformed();
            }
            value |= (long) (b & 0x7F) << shift;
            if (b < 0x80) {
                return value;
            }
        }
        throw new Malformed();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /// It is no protocol buffer message.
    private static final class Malformed extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
