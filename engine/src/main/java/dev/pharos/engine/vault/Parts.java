package dev.pharos.engine.vault;

import dev.pharos.engine.document.TextDecoder;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What an export consists of: the entries of an archive, the files of a folder, or one file. A
/// part's name is only a key: no path outside of a folder is ever made of it. One thread.
interface Parts extends AutoCloseable {

    /// Characters a note may have.
    int MAX_TEXT = 32 << 20;

    /// Opens a vault by what it is; a file that is no archive is one part of its own name.
    static Parts open(Path vault) throws IOException, ProblemException {
        if (Files.isDirectory(vault)) {
            return new FolderParts(vault);
        }
        var name = vault.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".jex")) {
            return new TarParts(vault);
        }
        return name.endsWith(".zip") || name.endsWith(".textpack")
                ? new ZipParts(vault, vault)
                : new FileParts(vault);
    }

    /// The export itself, for problems.
    Path vault();

    /// With `/` between folders, in the order in which they are stored; no folders, nothing that is
    /// hidden or that macOS adds.
    List<String> names();

    InputStream open(String name) throws IOException, ProblemException;

    /// The file that is this part already, or null where it lies in an archive.
    default @Nullable Path file(String name) {
        return null;
    }

    @Override
    void close() throws IOException;

    /// The whole part as text in whatever encoding.
    default String text(String name) throws IOException, ProblemException {
        try (var in = open(name)) {
            var bytes = in.readNBytes(MAX_TEXT);
            if (in.read() >= 0) {
                throw new ProblemException(new Problem.ExpandsTooFar(vault()));
            }
            var text = TextDecoder.decode(bytes);
            if (text == null) {
                throw new IOException("no text: " + name);
            }
            return text;
        }
    }

    /// Whether a part is worth a look.
    static boolean visible(String name) {
        for (var segment : name.split("/")) {
            if (segment.startsWith(".") || segment.equals("__MACOSX")) {
                return false;
            }
        }
        return !name.isEmpty() && !name.endsWith("/");
    }

    /// One file.
    record FileParts(Path vault) implements Parts {
        @Override
        public List<String> names() {
            return List.of(vault.getFileName().toString());
        }

        @Override
        public InputStream open(String name) throws IOException {
            return new BufferedInputStream(Files.newInputStream(vault));
        }

        @Override
        public void close() {}
    }
}
