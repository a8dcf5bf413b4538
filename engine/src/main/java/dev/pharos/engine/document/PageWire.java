package dev.pharos.engine.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// What [PdfPages] and [PageChild] say to each other. An answer begins with one of the three bytes.
final class PageWire {

    static final byte DONE = 0;
    static final byte DAMAGED = 1;
    static final byte LOCKED = 2;

    private PageWire() {}

    enum Wish {
        SIZES,
        RENDER,
        BOXES
    }

    record Request(Wish wish, Path file, int page, int width, int start, int end) {

        static Request sizes(Path file) {
            return new Request(Wish.SIZES, file.toAbsolutePath(), 0, 0, 0, 0);
        }

        static Request render(Path file, int page, int width) {
            return new Request(Wish.RENDER, file.toAbsolutePath(), page, width, 0, 0);
        }

        static Request boxes(Path file, int page, int start, int end) {
            return new Request(Wish.BOXES, file.toAbsolutePath(), page, 0, start, end);
        }
    }

    static byte[] bytes(Request request) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(request.wish().name());
            out.writeUTF(request.file().toString());
            out.writeInt(request.page());
            out.writeInt(request.width());
            out.writeInt(request.start());
            out.writeInt(request.end());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Request request(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new Request(
                    Wish.valueOf(in.readUTF()),
                    Path.of(in.readUTF()),
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    in.readInt());
        }
    }
}
