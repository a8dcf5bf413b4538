package dev.pharos.engine.vault;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Small exports, true to the formats of the programs that write them.
public final class Exports {

    /// A picture.
    public static byte[] png() {
        return Base64.getDecoder()
                .decode(
                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");
    }

    private Exports() {}

    /// A Joplin archive of items and files by name.
    public static Path jex(Path file, Map<String, byte[]> entries) throws IOException {
        try (var tar = new TarArchiveOutputStream(Files.newOutputStream(file))) {
            for (var each : entries.entrySet()) {
                var bytes = each.getValue();
                var entry = new TarArchiveEntry(each.getKey());
                entry.setSize(bytes.length);
                tar.putArchiveEntry(entry);
                tar.write(bytes);
                tar.closeArchiveEntry();
            }
        }
        return file;
    }

    /// An item of a Joplin archive.
    public static byte[] item(String title, String body, String... facts) {
        return bytes(
                title + "\n\n" + (body.isEmpty() ? "" : body + "\n\n") + String.join("\n", facts));
    }

    public static Path zip(Path file, Map<String, byte[]> entries) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            zip(out, entries);
        }
        return file;
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var out = new ByteArrayOutputStream();
        zip(out, entries);
        return out.toByteArray();
    }

    private static void zip(OutputStream out, Map<String, byte[]> entries) throws IOException {
        var zip = new ZipOutputStream(out);
        for (var each : entries.entrySet()) {
            zip.putNextEntry(new ZipEntry(each.getKey()));
            zip.write(each.getValue());
        }
        zip.finish();
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
