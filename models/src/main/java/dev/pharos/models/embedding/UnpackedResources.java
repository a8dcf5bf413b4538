package dev.pharos.models.embedding;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/// Class path resources as files, for native code that opens files only. Each is written once,
/// under its checksum, and checked at every use, so a damaged copy is replaced and a new version
/// never meets an old file. Several processes may share one folder.
public record UnpackedResources(Path folder) {

    /// @param resource absolute name, without a leading slash
    /// @return the file, complete and equal to the resource
    /// @throws FileNotFoundException if there is no such resource
    public Path file(String resource) throws IOException {
        URL url = UnpackedResources.class.getResource("/" + resource);
        if (url == null) {
            throw new FileNotFoundException(resource);
        }
        if (!(url.openConnection() instanceof JarURLConnection connection)) {
            return Path.of(URI.create(url.toString())); // it is a file as it is
        }
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
            var entry = connection.getJarEntry();
            String name = resource.substring(resource.lastIndexOf('/') + 1);
            Path file = folder.resolve("%08x".formatted(entry.getCrc())).resolve(name);
            unpack(jar, entry, file);
            return file;
        }
    }

    /// Files that must lie side by side, such as a program and its libraries.
    ///
    /// @param resource one of them, in a jar
    /// @param wanted tells by its plain name which others of the same package are
    /// @return the folder that holds them
    /// @throws FileNotFoundException if there is no such resource
    public Path folder(String resource, Predicate<String> wanted) throws IOException {
        URL url = UnpackedResources.class.getResource("/" + resource);
        if (url == null || !(url.openConnection() instanceof JarURLConnection connection)) {
            throw new FileNotFoundException(resource);
        }
        connection.setUseCaches(false);
        String parent = resource.substring(0, resource.lastIndexOf('/') + 1);
        try (var jar = connection.getJarFile()) {
            var entries = new TreeMap<String, JarEntry>();
            for (var entry : Collections.list(jar.entries())) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (!name.isEmpty() && entry.getName().equals(parent + name) && wanted.test(name)) {
                    entries.put(name, entry);
                }
            }
            int all = entries.values().stream().map(JarEntry::getCrc).toList().hashCode();
            Path together = folder.resolve("%08x".formatted(all));
            for (var named : entries.entrySet()) {
                unpack(jar, named.getValue(), together.resolve(named.getKey()));
            }
            return together;
        }
    }

    private static void unpack(JarFile jar, JarEntry entry, Path file) throws IOException {
        if (!holds(file, entry.getSize(), entry.getCrc())) {
            try (var bytes = jar.getInputStream(entry)) {
                write(bytes, file);
            }
        }
    }

    private static boolean holds(Path file, long size, long crc) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) != size) {
            return false;
        }
        try (var bytes = new CheckedInputStream(Files.newInputStream(file), new CRC32())) {
            var buffer = new byte[1 << 16]; // mapping the file would count as memory of the process
            while (bytes.read(buffer) >= 0) {
                continue;
            }
            return bytes.getChecksum().getValue() == crc;
        }
    }

    private static void write(InputStream bytes, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part");
        try {
            Files.copy(bytes, part, StandardCopyOption.REPLACE_EXISTING);
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
