package dev.pharos.engine.vault;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The entries of a ZIP archive.
final class ZipParts implements Parts {
    private static final int MAX_ENTRIES = 500_000;

    private final Path vault;
    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();

    /// @param file the archive
    /// @param vault what to call it in problems
    ZipParts(Path file, Path vault) throws IOException, ProblemException {
        this.vault = vault;
        zip = ZipFile.builder().setPath(file).get();
        for (var entry : Collections.list(zip.getEntries())) {
            var name = entry.getName().replace('\\', '/').replaceFirst("^/+", "");
            if (!entry.isDirectory() && !entry.isUnixSymlink() && Parts.visible(name)) {
                entries.put(name, entry);
            }
        }
        if (entries.size() > MAX_ENTRIES) {
            zip.close();
            throw new ProblemException(new Problem.ExpandsTooFar(vault));
        }
    }

    /// Whether there is a folder of this name that is not shown.
    boolean hides(String folder) {
        return Collections.list(zip.getEntries()).stream()
                .anyMatch(entry -> ("/" + entry.getName()).contains("/" + folder));
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
    public InputStream open(String name) throws IOException, ProblemException {
        var entry = entries.get(name);
        if (entry == null) {
            throw new FileNotFoundException(name);
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new ProblemException(new Problem.PasswordProtected(vault));
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
