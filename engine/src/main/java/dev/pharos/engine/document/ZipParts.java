package dev.pharos.engine.document;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The parts of a document that is a ZIP archive, read in memory only and never beyond honest
/// sizes. A part's name is only a key: no path is ever made of it. One thread.
final class ZipParts implements AutoCloseable {

    private static final int MAX_PART = 64 << 20;
    private static final long MAX_TOTAL = 512L << 20;
    private static final int MAX_PARTS = 50_000;
    private static final int BOMB_RATIO = 150;
    private static final int PICTURE_RATIO = 4;
    private static final long BOMB_SIZE = 16L << 20;

    private final ZipFile zip;
    private final Path name;
    private long total;

    ZipParts(Path file, Path name) throws IOException {
        zip = new ZipFile(file.toFile());
        this.name = name;
    }

    List<String> names() {
        return Collections.list(zip.entries()).stream().map(ZipEntry::getName).toList();
    }

    boolean has(String part) {
        return zip.getEntry(part) != null;
    }

    /// The bytes of a part, or null where there is none of that name.
    byte @Nullable [] read(String part) throws IOException, ProblemException {
        var entry = zip.getEntry(part);
        if (entry == null) {
            return null;
        }
        try (var in = zip.getInputStream(entry)) {
            var bytes = in.readNBytes(MAX_PART);
            total += bytes.length;
            if (in.read() >= 0 || total > MAX_TOTAL) {
                throw tooFar();
            }
            return bytes;
        }
    }

    /// Refuses archives that state sizes no honest document has.
    void refuseBombs() throws ProblemException {
        long all = 0;
        int parts = 0;
        for (var entry : Collections.list(zip.entries())) {
            long size = Math.max(0, entry.getSize());
            long packed = Math.max(1, entry.getCompressedSize());
            all += size > PICTURE_RATIO * packed ? size : 0;
            boolean bomb = size > BOMB_SIZE && size > BOMB_RATIO * packed;
            if (bomb || ++parts > MAX_PARTS || all > 2 * MAX_TOTAL) {
                throw tooFar();
            }
        }
    }

    private ProblemException tooFar() {
        return new ProblemException(new Problem.ExpandsTooFar(name));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
