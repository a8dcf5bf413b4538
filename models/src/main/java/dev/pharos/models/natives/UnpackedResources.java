package dev.pharos.models.natives;

import static java.nio.charset.StandardCharsets.US_ASCII;

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
import java.util.Objects;
import java.util.SortedMap;
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
        URL url = url(resource);
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
    /// @param resource one of them
    /// @param wanted tells by its plain name which others of the same package are
    /// @return the folder that holds them
    /// @throws IOException also if there is no such resource
    public Path folder(String resource, Predicate<String> wanted) throws IOException {
        var parent = resource.substring(0, resource.lastIndexOf('/') + 1);
        var resources = new TreeMap<String, String>();
        URL url = url(resource);
        if (!(url.openConnection() instanceof JarURLConnection connection)) {
            return Path.of(URI.create(url.toString()))
                    .resolve("..")
                    .normalize(); // files as they are
        }
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
            for (var entry : Collections.list(jar.entries())) {
                var name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (!name.isEmpty() && entry.getName().equals(parent + name) && wanted.test(name)) {
                    resources.put(name, entry.getName());
                }
            }
        }
        return together(resources);
    }

    /// Libraries that look for each other, side by side.
    ///
    /// @param resources what is to lie under which file name; all from one jar
    /// @return the folder of these files
    /// @throws IOException also if there is no such resource in a jar
    public Path together(SortedMap<String, String> resources) throws IOException {
        URL url = url(resources.firstEntry().getValue());
        if (!(url.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException(url + " is in no jar");
        }
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
            var sums = new CRC32();
            for (String resource : resources.values()) {
                sums.update(Long.toHexString(entry(jar, resource).getCrc()).getBytes(US_ASCII));
            }
            Path shared = folder.resolve("%08x".formatted(sums.getValue()));
            for (var wanted : resources.entrySet()) {
                unpack(jar, entry(jar, wanted.getValue()), shared.resolve(wanted.getKey()));
            }
            return shared;
        }
    }

    private static URL url(String resource) throws FileNotFoundException {
        URL url = UnpackedResources.class.getResource("/" + resource);
        if (url == null) {
            throw new FileNotFoundException(resource);
        }
        return url;
    }

    private static JarEntry entry(JarFile jar, String resource) throws FileNotFoundException {
        var entry = jar.getJarEntry(resource);
        if (entry == null) {
            throw new FileNotFoundException(resource);
        }
        return entry;
    }

    private void unpack(JarFile jar, JarEntry entry, Path file) throws IOException {
        if (!holds(file, entry.getSize(), entry.getCrc())) {
            try (var bytes = jar.getInputStream(entry)) {
                write(bytes, file);
            }
            new Outdated(folder).sweep();
        }
        Outdated.used(Objects.requireNonNull(file.getParent()));
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
