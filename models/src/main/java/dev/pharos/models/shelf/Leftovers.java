package dev.pharos.models.shelf;

import dev.pharos.engine.model.ModelKind;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Copies of models that their owners brought and that a killed program left half made. Nobody sees
/// them, and only bringing the same again would clear them away. A download that was cut off is no
/// such thing: it is shown, and goes on.
record Leftovers(Places places) {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    /// Deletes those that no program works at.
    void sweep() {
        for (var kind : ModelKind.values()) {
            Path incoming = places.folder(kind).resolve(Places.INCOMING);
            try {
                for (Path copy : copies(incoming)) {
                    sweep(copy);
                }
            } catch (IOException e) {
                LOG.warn("{} cannot be swept", incoming, e);
            }
        }
    }

    private static List<Path> copies(Path incoming) throws IOException {
        if (!Files.isDirectory(incoming)) {
            return List.of();
        }
        try (var all = Files.list(incoming)) {
            return all.filter(Files::isDirectory)
                    .filter(path -> path.getFileName().toString().startsWith(Places.ADDING))
                    .toList();
        }
    }

    private static void sweep(Path copy) throws IOException {
        try (var lock = ShelfLock.tryTake(copy.resolveSibling(copy.getFileName() + Places.LOCK))) {
            if (lock != null) {
                Trash.delete(copy);
            }
        }
    }
}
