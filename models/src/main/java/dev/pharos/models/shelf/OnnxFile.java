package dev.pharos.models.shelf;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// Walks over the outermost fields of an ONNX file, a protocol buffer (`ModelProto` of onnx.proto):
/// it must begin with the version of the format, hold a graph, and end where its last field ends.
/// So text, pictures and files that are cut off are told from models without a runtime.
final class OnnxFile {
    private static final int VERSION_FIELD = 1;
    private static final int GRAPH_FIELD = 7;
    private static final int LARGEST_FIELD = 25;

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;

    private OnnxFile() {}

    /// Whether a file is whole as far as its structure tells.
    static boolean whole(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            boolean first = true;
            boolean graph = false;
            while (channel.position() < channel.size()) {
                long tag = varint(channel);
                int field = (int) Math.min(tag >>> 3, Integer.MAX_VALUE);
                if (field < 1 || field > LARGEST_FIELD || first != (field == VERSION_FIELD)) {
                    return false;
                }
                first = false;
                graph |= field == GRAPH_FIELD;
                if (!skip(channel, (int) (tag & 7))) {
                    return false;
                }
            }
            return graph;
        } catch (EOFException _) {
            return false;
        }
    }

    private static boolean skip(FileChannel channel, int type) throws IOException {
        long length;
        switch (type) {
            case VARINT -> {
                varint(channel);
                length = 0;
            }
            case FIXED_64 -> length = Long.BYTES;
            case FIXED_32 -> length = Integer.BYTES;
            case BYTES -> length = varint(channel);
            default -> length = -1;
        }
        if (length < 0 || length > channel.size() - channel.position()) {
            return false;
        }
        channel.position(channel.position() + length);
        return true;
    }

    /// Seven bits a byte, the lowest first; the highest bit says that more follow.
    private static long varint(FileChannel channel) throws IOException {
        var bytes = new DataInputStream(Channels.newInputStream(channel));
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int b = bytes.readUnsignedByte();
            value |= (long) (b & 0x7F) << shift;
            if (b < 0x80) {
                return value;
            }
        }
        throw new EOFException();
    }
}
