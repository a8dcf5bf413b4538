package dev.pharos.engine.vault;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The entries of a tar archive, which takes no less room than its files: it cannot burst.
final class TarParts implements Parts {
    private final Path vault;
    private final TarFile tar;
    private final Map<String, TarArchiveEntry> entries = new LinkedHashMap<>();

    TarParts(Path vault) throws IOException {
        this.vault = vault;
        tar = new TarFile(vault.toFile());
        for (var entry : tar.getEntries()) {
            var name = entry.getName().replaceFirst("^(\\.?/)+", "");
            if (entry.isFile() && !entry.isSparse() && Parts.visible(name)) {
                entries.put(name, entry);
            }
        }
    }

    @Override
    public Path vault() {
        return vault;
    }

    @Override
    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    @Override
    public InputStream open(String name) throws IOException {
        var entry = entries.get(name);
        if (entry == null) {
            throw new FileNotFoundException(name);
        }
        return tar.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
