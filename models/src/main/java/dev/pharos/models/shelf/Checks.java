package dev.pharos.models.shelf;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.pharos.engine.model.ModelInfo;
import dev.pharos.engine.model.ModelInfo.RemoteFile;
import dev.pharos.engine.model.Shelved.Fingerprint;
import dev.pharos.engine.model.Shelved.Proof;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What came of it when all of a model was read last, and whether that still holds: told by length
/// and time of change, since nobody reads gigabytes for a list. One small file a model.
record Checks(Places places) {
    private static final Logger LOG = LoggerFactory.getLogger(Checks.class);
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /// How a file looked then.
    ///
    /// @param modified in milliseconds since 1970
    record Seen(String name, long bytes, long modified) {}

    /// @param sound every byte was as it came
    private record Check(boolean sound, List<Seen> files) {}

    /// Keeps what came of it. On a disk that takes nothing it has to be found out again, as where
    /// somebody wrote to the files while they were read.
    ///
    /// @param before how they looked before they were read; empty where there is nothing to keep
    void keep(ModelInfo info, List<Seen> before, boolean sound) {
        try {
            if (before.isEmpty() || !before.equals(seen(info, names(before)))) {
                return;
            }
            var check = new Check(sound, before);
            Fingerprints.write(places.checks(info), JSON.writeValueAsBytes(check));
        } catch (IOException e) {
            LOG.debug("{} is not remembered", info.id(), e);
        }
    }

    void forget(ModelInfo info) throws IOException {
        Files.deleteIfExists(places.checks(info));
    }

    /// @param kept what its files were when they came; empty where nobody has seen them come
    Proof of(ModelInfo info, List<Fingerprint> kept) throws IOException {
        for (var came : kept) {
            Path file = places.home(info).resolve(came.name());
            if (!Files.isRegularFile(file) || Files.size(file) != came.bytes()) {
                return Proof.DAMAGED;
            }
        }
        var check = last(info);
        var names = names(check.files());
        boolean all = names.containsAll(info.files().stream().map(RemoteFile::name).toList());
        if (!all || !check.files().equals(seen(info, names))) {
            return Proof.NOT_CHECKED;
        }
        return check.sound() ? Proof.AS_IT_CAME : Proof.DAMAGED;
    }

    /// An empty one where nothing is known, or what is written cannot be read.
    private Check last(ModelInfo info) throws IOException {
        try {
            return JSON.readValue(Files.readAllBytes(places.checks(info)), Check.class);
        } catch (NoSuchFileException | JacksonException _) {
            return new Check(false, List.of());
        }
    }

    private static List<String> names(List<Seen> files) {
        return files.stream().map(Seen::name).toList();
    }

    /// How those of the files look now that are there.
    List<Seen> seen(ModelInfo info, List<String> names) throws IOException {
        var seen = new ArrayList<Seen>();
        for (var name : names) {
            Path file = places.home(info).resolve(name);
            if (Files.isRegularFile(file)) {
                long modified = Files.getLastModifiedTime(file).toMillis();
                seen.add(new Seen(name, Files.size(file), modified));
            }
        }
        return seen;
    }
}
