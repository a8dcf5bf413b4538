package dev.pharos.models.shelf;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.pharos.engine.model.ModelInfo;
import dev.pharos.engine.model.Shelved.Fingerprint;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// What each model's files were when they came: one small file a model, so that two programs never
/// write the same one; each is written in one step.
record Fingerprints(Places places) {
    private static final Logger LOG = LoggerFactory.getLogger(Fingerprints.class);
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /// Empty where nothing is known, or what is written cannot be read.
    List<Fingerprint> of(ModelInfo info) {
        Path file = places.fingerprints(info);
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            return JSON.readValue(Files.readAllBytes(file), new TypeReference<>() {});
        } catch (JacksonException e) {
            LOG.warn("{} is damaged", file, e);
        } catch (IOException e) {
            LOG.warn("{} cannot be read", file, e);
        }
        return List.of();
    }

    /// Of files that are in their place, and were read as they came there.
    void came(ModelInfo info, List<Fingerprint> files) throws IOException {
        keep(info, files);
        var checks = new Checks(places);
        checks.keep(info, checks.seen(info, names(files)), true);
    }

    void keep(ModelInfo info, List<Fingerprint> files) throws IOException {
        write(
                places.fingerprints(info),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(files));
    }

    private static List<String> names(List<Fingerprint> files) {
        return files.stream().map(Fingerprint::name).toList();
    }

    /// On the disk before it takes its name: after a power cut it is the old one, or the new one.
    static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), "fingerprints", ".new");
        try {
            Files.write(fresh, content, StandardOpenOption.WRITE);
            try (var written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    void forget(ModelInfo info) throws IOException {
        Files.deleteIfExists(places.fingerprints(info));
    }
}
