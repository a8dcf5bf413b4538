package dev.pharos.models.natives;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Unpacked resources that no version of the program has used for a month; those of a pack have
/// half a gigabyte. When one was used last is told by the time of its folder.
///
/// @param folder of all that is unpacked
record Outdated(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(Outdated.class);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration OFTEN_ENOUGH = Duration.ofDays(1);

    /// @param unpacked the folder of a checksum
    static void used(Path unpacked) {
        try {
            var now = Instant.now();
            var before = Files.getLastModifiedTime(unpacked).toInstant();
            if (before.isBefore(now.minus(OFTEN_ENOUGH))) {
                Files.setLastModifiedTime(unpacked, FileTime.from(now));
            }
        } catch (IOException e) {
            LOG.debug("{} keeps its time", unpacked, e); // it may be another user's
        }
    }

    /// What cannot be deleted, as another program has it open, stays for the next time.
    void sweep() {
        var limit = Instant.now().minus(KEPT);
        try {
            for (Path each : checksums()) {
                if (Files.getLastModifiedTime(each).toInstant().isBefore(limit)) {
                    delete(each);
                }
            }
        } catch (IOException e) {
            LOG.debug("{} is not swept", folder, e);
        }
    }

    private List<Path> checksums() throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(Files::isDirectory)
                    .filter(path -> path.getFileName().toString().matches("[0-9a-f]{8}"))
                    .toList();
        }
    }

    private static void delete(Path unpacked) throws IOException {
        List<Path> files;
        try (var all = Files.list(unpacked)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(unpacked);
    }
}
