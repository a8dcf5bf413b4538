package dev.pharos.ui.capture;

import dev.pharos.engine.work.WholeFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The thought that is not a note yet, in a file of its own, so that it outlives the program.
/// Blocks; any thread.
public final class KeptDraft {
    private final Path file;

    /// @param file made when there is something to keep
    public KeptDraft(Path file) {
        this.file = file;
    }

    /// Empty where there is none. What cannot be read is put aside, so that nothing takes its
    /// place.
    public synchronized String read() {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException _) {
            return "";
        } catch (IOException e) {
            putAside(e);
            throw new UncheckedIOException(e);
        }
    }

    private void putAside(IOException why) {
        var aside =
                file.resolveSibling(file.getFileName() + ".unread." + System.currentTimeMillis());
        try {
            Files.move(file, aside);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    /// Takes the place of what was kept; what is empty is not kept.
    public synchronized void write(String text) {
        try {
            if (text.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                WholeFile.replace(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
