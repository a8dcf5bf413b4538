package dev.pharos.engine.vault;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The files of a folder that was unpacked already, or in which a program keeps its notes.
final class FolderParts implements Parts {
    private final Path folder;
    private final List<String> names;

    FolderParts(Path folder) throws IOException {
        this.folder = folder;
        try (var files = Files.walk(folder)) {
            names =
                    files.filter(Files::isRegularFile)
                            .map(file ->
                                    folder.relativize(file)
                                            .toString()
                                            .replace(File.separatorChar, '/'))
                            .filter(Parts::visible)
                            .sorted()
                            .toList();
        }
    }

    @Override
    public Path vault() {
        return folder;
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public InputStream open(String name) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file(name)));
    }

    @Override
    public void close() {}
}
