package dev.pharos.engine.document;

import dev.pharos.engine.document.PageGeometry.Line;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What [PdfPages] and [PageChild] say to each other. An answer begins with one of the three bytes.
final class PageWire {

    static final byte DONE = 0;
    static final byte DAMAGED = 1;
    static final byte LOCKED = 2;

    private PageWire() {}

    enum Wish {
        SIZES,
        LABELS,
        OUTLINE,
        GEOMETRY,
        RENDER
    }

    /// @param page 1-based, 0 where it is about the whole file
    /// @param width of a picture, else 0
    record Request(Wish wish, Path file, int page, int width) {
        Request {
            file = file.toAbsolutePath();
        }
    }

    @FunctionalInterface
    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    static byte[] bytes(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] bytes(Request request) {
        return bytes(out -> {
            out.writeUTF(request.wish().name());
            out.writeUTF(request.file().toString());
            out.writeInt(request.page());
            out.writeInt(request.width());
        });
    }

    static Request request(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new Request(
                    Wish.valueOf(in.readUTF()), Path.of(in.readUTF()), in.readInt(), in.readInt());
        }
    }

    static void write(List<OutlineEntry> entries, DataOutputStream out) throws IOException {
        out.writeInt(entries.size());
        for (var entry : entries) {
            out.writeInt(entry.level());
            out.writeUTF(entry.title());
            out.writeInt(entry.page());
            out.writeDouble(entry.y());
        }
    }

    static List<OutlineEntry> outline(DataInputStream in) throws IOException {
        int count = in.readInt();
        var entries = new ArrayList<OutlineEntry>(count);
        for (int i = 0; i < count; i++) {
            entries.add(
                    new OutlineEntry(in.readInt(), in.readUTF(), in.readInt(), in.readDouble()));
        }
        return entries;
    }

    static void write(PageGeometry geometry, DataOutputStream out) throws IOException {
        out.writeFloat(geometry.size().width());
        out.writeFloat(geometry.size().height());
        out.writeInt(geometry.lines().size());
        for (var line : geometry.lines()) {
            out.writeInt(line.block());
            out.writeInt(line.start());
            write(line.box(), out);
            out.writeBoolean(line.vertical());
            out.writeInt(line.edges().length);
            for (float edge : line.edges()) {
                out.writeFloat(edge);
            }
        }
        out.writeInt(geometry.links().size());
        for (var link : geometry.links()) {
            write(link.box(), out);
            switch (link) {
                case PageLink.Web(_, var address) -> {
                    out.writeInt(0);
                    out.writeUTF(address);
                }
                case PageLink.Within(_, var page, var y) -> {
                    out.writeInt(page);
                    out.writeDouble(y);
                }
            }
        }
    }

    static PageGeometry geometry(DataInputStream in) throws IOException {
        var size = new PageSize(in.readFloat(), in.readFloat());
        int lineCount = in.readInt();
        var lines = new ArrayList<Line>(lineCount);
        for (int i = 0; i < lineCount; i++) {
            lines.add(new Line(in.readInt(), in.readInt(), box(in), in.readBoolean(), floats(in)));
        }
        int linkCount = in.readInt();
        var links = new ArrayList<PageLink>(linkCount);
        for (int i = 0; i < linkCount; i++) {
            var box = box(in);
            int page = in.readInt();
            links.add(
                    page == 0
                            ? new PageLink.Web(box, in.readUTF())
                            : new PageLink.Within(box, page, in.readDouble()));
        }
        return new PageGeometry(size, lines, links);
    }

    private static float[] floats(DataInputStream in) throws IOException {
        var floats = new float[in.readInt()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = in.readFloat();
        }
        return floats;
    }

    private static void write(PageBox box, DataOutputStream out) throws IOException {
        out.writeDouble(box.x());
        out.writeDouble(box.y());
        out.writeDouble(box.width());
        out.writeDouble(box.height());
    }

    private static PageBox box(DataInputStream in) throws IOException {
        return new PageBox(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
    }
}
