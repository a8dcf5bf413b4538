package dev.pharos.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.pharos.engine.transcription.Checkpoints;
import dev.pharos.engine.transcription.SpeechToText.Recognised;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Windows that are recognised, one small JSON file each: for transcriptions without a library.
/// Each file appears in one step and only when its bytes are on the disk, so that a kill leaves
/// whole windows or none. Two programs may work on the same sound at once. What nobody came back
/// for within [#KEPT] is swept away.
final class FileCheckpoints implements Checkpoints {
    static final Duration KEPT = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(FileCheckpoints.class);
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Path folder;

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
            var fresh = Files.createTempFile(file.getParent(), "window", ".new");
            try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(recognised));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void clear(String key) {
        remove(folder(key));
    }

    /// Forgets what was begun long ago and never finished.
    void sweep(Instant now) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var begun = Files.list(folder)) {
            begun.filter(each -> older(each, now.minus(KEPT))).forEach(FileCheckpoints::remove);
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
        List<Path> files;
        try (var walk = Files.walk(begun)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException _) {
            // nothing was kept, or another program was first
        } catch (IOException e) {
            LOG.warn("finished windows stay in {}", begun, e);
        }
    }

    private Path folder(String key) {
        var name = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        return folder.resolve(name.toString());
    }

    private Path file(String key, int window) {
        return folder(key).resolve(window + ".json");
    }
}
