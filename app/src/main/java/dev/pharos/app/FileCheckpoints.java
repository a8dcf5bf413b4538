package dev.pharos.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.pharos.engine.transcription.Checkpoints;
import dev.pharos.engine.transcription.SpeechToText.Recognised;
import dev.pharos.engine.work.WholeFile;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// Windows that are recognised, one small JSON file each: for transcriptions without a library.
/// Each file appears in one step and only when its bytes are on the disk, so that a kill leaves
/// whole windows or none. Two programs may work on the same sound at once: what one has taken away,
/// the other keeps again or does without. What cannot be kept costs only time. What nobody came
/// back for within [#KEPT] is swept away.
final class FileCheckpoints implements Checkpoints {
    static final Duration KEPT = Duration.ofDays(30);

    /// As long as a SHA-256 in hexadecimal digits.
    private static final int NAME = 64;

    private static final Logger LOG = LoggerFactory.getLogger(FileCheckpoints.class);
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private volatile boolean lost;

    /// @param folder is made when there is something to keep
    FileCheckpoints(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<Recognised> find(String key, int window) {
        try {
            var bytes = Files.readAllBytes(file(key, window));
            return Optional.of(JSON.readValue(bytes, Recognised.class));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("window {} of {} is recognised anew", window, key, e);
            return Optional.empty();
        }
    }

    @Override
    public void save(String key, int window, Recognised recognised) {
        var file = file(key, window);
        try {
            Files.createDirectories(file.getParent());
            WholeFile.replace(file, out -> out.write(JSON.writeValueAsBytes(recognised)));
        } catch (IOException e) {
            LOG.warn("window {} of {} is not kept", window, key, e);
            lost = true;
        }
    }

    /// The folder, where all that was to be kept is.
    Optional<Path> kept() {
        return lost ? Optional.empty() : Optional.of(folder);
    }

    /// May also forget another sound whose name begins alike: what is kept is only work.
    @Override
    public void clear(String sound) {
        removeThose(begun -> begun.getFileName().toString().startsWith(safe(sound)));
    }

    /// Forgets what was begun long ago and never finished.
    void sweep(Instant now) {
        removeThose(begun -> older(begun, now.minus(KEPT)));
    }

    private void removeThose(Predicate<Path> old) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var begun = Files.list(folder)) {
            begun.filter(old).forEach(FileCheckpoints::remove);
        } catch (IOException e) {
            LOG.warn("old windows stay in {}", folder, e);
        }
    }

    private static boolean older(Path begun, Instant limit) {
        try {
            return Files.getLastModifiedTime(begun).toInstant().isBefore(limit);
        } catch (IOException _) {
            return false; // another program has just removed it
        }
    }

    private static void remove(Path begun) {
        try (var walk = Files.walk(begun)) {
            for (var file : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("finished windows stay in {}", begun, e);
        }
    }

    /// The beginning of a key as a part of a file's name.
    private static String safe(String key) {
        return key.substring(0, Math.min(NAME, key.length())).replaceAll("[^A-Za-z0-9]", "_");
    }

    private Path folder(String key) {
        var rest = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        return folder.resolve(safe(key) + "-" + rest);
    }

    private Path file(String key, int window) {
        return folder(key).resolve(window + ".json");
    }
}
